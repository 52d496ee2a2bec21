// The day of publication as outlets write it.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"

namespace detente::document {

// The day in "2017-09-13", "2017-09-13T10:00:00Z", "Wed, 13 Sep 2017 10:00:00 GMT", "13 September
// 2017", "September 13, 2017" or "20170913". A time after it is dropped: the day is the one
// written, whatever its time zone. Months and years alone are no day; numeric dates whose order
// depends on the country ("09/10/2017") are not guessed at.
std::optional<Date> parse_published(std::string_view written);

}  // namespace detente::document
