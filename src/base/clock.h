// The only place that reads a clock. Only the doors (cli, server) call it: every room is given the
// day.
#pragma once

#include <string>

#include "base/date.h"

namespace detente {

std::string utc_now();    // as the ledger writes it: "2032-05-12T08:30:00Z"
Date today();             // in UTC
std::string http_date();  // "Wed, 12 May 2032 08:30:00 GMT"

}  // namespace detente
