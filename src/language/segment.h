// Cuts a text into words and sentences, the first step of the language room. Training cuts with the
// same code (tool detente_segment), so that the encoder meets at work what it was taught on.
//
// Words follow the English Web Treebank of Universal Dependencies: punctuation and clitics stand
// alone ("do|n't", "Moscow|'s"), compounds are cut at the hyphen ("US|-|led") but prefixes stay
// ("anti-ship"), abbreviations keep their period ("U.S.", "Gen.") except where it ends the
// sentence.
#pragma once

#include <string_view>

#include "language/analysis.h"

namespace detente {

// Longest token, in code points: a run of letters without a space is cut into pieces of this size.
inline constexpr int kMaxTokenLength = 200;
// Longest sentence, in tokens, closing quotes not counted: a text without any sentence end is cut
// into pieces of this size.
inline constexpr int kMaxSentenceTokens = 400;

// Fills `tokens` (span and form) and `sentences` (span, tokens, paragraph) and nothing else.
// `text` is UTF-8 of less than 4 GiB; a byte that is not UTF-8 becomes a token of its own.
// Every character is in exactly one token, but for white space and invisible format characters
// (zero-width space, direction marks) that stand outside a word. Deterministic; linear time.
Analysis segment(std::string_view text);

}  // namespace detente
