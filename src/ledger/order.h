// The order in which assertions are taken, whatever order they came in.
#pragma once

#include <cstdint>

#include "ledger/assertion.h"

namespace detente {

// Byte of the document's text where the first words that tell the assertion begin.
std::uint32_t place_of(const Assertion& assertion);

// By the day it is known from, then document, place and id.
bool told_before(const Assertion& a, const Assertion& b);

// The same for lines, by where they were told first.
bool told_before(const Line& a, const Line& b);

}  // namespace detente
