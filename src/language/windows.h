// What the encoder is fed: whole sentences of a document packed into windows, as in training, so
// that a pronoun's or a quotation's context is there.
#pragma once

#include <cstdint>
#include <vector>

#include "language/analysis.h"
#include "language/wordpiece.h"

namespace detente {

// Longest input of the encoder in pieces (its position table has 512 rows).
inline constexpr std::size_t kMaxWindowPieces = 511;

// One input row of the network.
struct Window {
  TokenRange tokens;                 // the document's tokens that it shows; empty for a marked pair
  std::vector<std::int64_t> pieces;  // with kFirstPiece and kLastPiece
  std::vector<std::int64_t> cases;   // letter-case class of each piece's word
  std::vector<std::int64_t> first;   // index of each word's first piece
  std::vector<std::int64_t> last;    // and of its last
  std::vector<std::int64_t> sentence;  // number of each word's sentence
  std::int64_t marks[2] = {0, 0};  // word indices of the source and target marker, in marked pairs
};

// Packs the document's sentences into windows of at most `max_words` words where sentences allow.
std::vector<Window> make_windows(const Analysis& analysis, const WordPieces& pieces, int max_words);

// The sentence (or sentences) of a pair of word ranges, with the markers put in, as one window. An
// empty target: only the source is marked.
Window mark_pair(const Analysis& analysis, const WordPieces& pieces, TokenRange source,
                 TokenRange target);

}  // namespace detente
