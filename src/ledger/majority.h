// Which of several values told of one thing its line keeps; the others stay in its members.
#pragma once

#include <optional>
#include <span>

#include "ledger/assertion.h"

namespace detente {

// Of the numbers told of a measure the one that most documents tell, of equals the first told. A
// number that is told as a part of another ("30 of the 60") stands back.
std::optional<Quantity> most_told_quantity(std::span<const Assertion* const> told);

}  // namespace detente
