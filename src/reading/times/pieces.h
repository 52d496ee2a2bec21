// The lexer of the times room: tokens cut once more, so that "mid-2017", "10pm", "16-year-old" and
// "13:45" read the same whichever way the text was cut into words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "reading/times/words.h"

namespace detente {

enum class Shape : std::uint8_t {
  kWord,     // letters, or anything that a table knows
  kNumber,   // digits; `number` holds them, groups of thousands joined
  kDecimal,  // "2.5"; `real` holds it
  kOrdinal,  // "20th"
  kDecade,   // "1990s", "90s"
  kMark,     // punctuation
};

struct Piece {
  Span span;
  TokenIndex token = 0;
  std::string_view lower;          // in ASCII lower case; lives in Pieces
  const TimeWord* word = nullptr;  // null where no table knows it
  Shape shape = Shape::kWord;
  bool glued = false;        // no blank before it
  bool capital = false;      // begins with an ASCII capital
  std::uint8_t digits = 0;   // of kNumber
  std::int32_t number = -1;  // of kNumber, kOrdinal, kDecade
  double real = 0;           // of kDecimal

  bool is(Part part) const { return word != nullptr && word->is(part); }
};

// A document's pieces, and where each sentence's begin.
struct Pieces {
  std::vector<char>
      lower;  // the text in ASCII lower case; a vector, so that a move keeps the views
  std::vector<Piece> all;
  std::vector<std::uint32_t> sentence_begin;  // one a sentence, and the end of the last
};

// A document without sentences counts as one sentence.
Pieces cut_pieces(const Analysis& analysis, const std::string& text, const TimeWords& words);

}  // namespace detente
