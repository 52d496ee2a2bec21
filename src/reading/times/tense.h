// Whether the clause around an expression of time looks back or ahead. "on Friday" is the Friday
// before publication in a report of what was done, the one after it in a report of what will be.
#pragma once

#include <cstdint>

#include "language/analysis.h"
#include "reading/times/pieces.h"

namespace detente {

enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

// Of pieces [begin, end) in the sentence of pieces [first, last).
Tense tense_around(const Analysis& analysis, const std::vector<Piece>& pieces, std::uint32_t first,
                   std::uint32_t last, std::uint32_t begin, std::uint32_t end);

}  // namespace detente
