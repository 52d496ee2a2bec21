// From the network's scores to words' tags, trees, spans and triggers.
#pragma once

#include "language/analysis.h"
#include "language/labels.h"
#include "language/network.h"

namespace detente {

// Adds to `analysis` what the heads say about the tokens of one window. Sentences and tokens are
// there. Tags, heads and relations that a token has already are overwritten.
void decode_window(const WindowScores& scores, const Window& window, const LabelSets& sets,
                   Analysis& analysis);

}  // namespace detente
