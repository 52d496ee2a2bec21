// The time of day, for what is recorded now. No answer depends on it.
#pragma once

#include <string>

#include "base/date.h"

namespace detente::server {

std::string utc_now();    // "2032-05-12T08:30:00Z"
Date today();             // the day of UTC
std::string http_date();  // "Wed, 12 May 2032 08:30:00 GMT"

}  // namespace detente::server
