// How many a measure touches: a number with what it counts.
#pragma once

#include <optional>

#include "reading/context.h"

namespace detente {

// The number of a trigger's quantity; where the model marked none, one that counts what the trigger
// is done to ("expelled nine of its clerks", "nine clerks were expelled"). Where `counted`, a kind
// that is done to persons or things one by one, a single one without a number is 1 ("expelled the
// consul"). Numbers of days and dates are none.
std::optional<Quantity> quantity_of(const Context& context, const Trigger& trigger, bool counted);

}  // namespace detente
