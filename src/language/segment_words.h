// Words of a text, before sentences are known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/segment_chars.h"

namespace detente {

enum class CutKind : std::uint8_t {
  kWord,          // anything without a period that matters
  kTitle,         // abbreviation that never ends a sentence: "Mr.", "No." before a number
  kAbbreviation,  // abbreviation whose period may also be the sentence's: "U.S.", "Inc.", "J."
  kStop,          // . ! ? and runs of them
  kEllipsis,      // "..." and "…"
};

// One token: characters [begin, end) of the text.
struct Cut {
  std::ptrdiff_t begin = 0;
  std::ptrdiff_t end = 0;
  CutKind kind = CutKind::kWord;
};

// All tokens in the order of the text.
std::vector<Cut> cut_words(const Chars& chars);

}  // namespace detente
