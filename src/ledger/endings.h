// Which measure an ending ends.
#pragma once

#include <span>
#include <vector>

#include "ledger/joining.h"

namespace detente {

// Adds each ending to the group of the measure that it ends, where one fits: of its kind, imposed
// by who ends it on who is told of, begun before. `groups`: measures of one block; `endings` in the
// order of told_before.
void attach_endings(std::vector<Group>& groups, std::span<const Assertion* const> endings);

}  // namespace detente
