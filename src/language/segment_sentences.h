// Sentences and paragraphs over the words of a text.
#pragma once

#include <cstdint>
#include <vector>

#include "language/segment_words.h"

namespace detente {

// Tokens [first, last) of the list of cuts.
struct SentenceCut {
  std::ptrdiff_t first = 0;
  std::ptrdiff_t last = 0;
  std::int32_t paragraph = 0;
};

// Groups `words` into sentences. Where a sentence ends in an abbreviation, its period becomes a
// token of its own ("U.S.A|."), so `words` may grow; the result counts the grown list.
std::vector<SentenceCut> cut_sentences(const Chars& chars, std::vector<Cut>& words);

}  // namespace detente
