// The only place that reads a clock: everything after it is given the day.
#pragma once

#include <string>

#include "base/date.h"

namespace detente::cli {

std::string utc_now();  // as the ledger writes it: "2032-05-12T08:30:00Z"
Date today();           // in UTC

}  // namespace detente::cli
