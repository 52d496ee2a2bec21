// Sums with dates for the rooms that follow lives and deadlines.
#pragma once

#include <optional>
#include <vector>

#include "reading/times/times.h"

namespace detente {

// The date `duration` after (before, where `direction` is -1) `from`. As precise as both allow: a
// year's date plus days stays a year; days plus months stay days. Nothing for a vague amount.
std::optional<Date> add_duration(Date from, const Duration& duration, int direction = 1);

// The day by which something has to be done, where `time` is its limit: "within 72 hours", "two
// weeks" count from `start`; "by September 1", "until the end of the month" are the last day of
// what they name. Nothing where the text leaves it open.
std::optional<Date> deadline_of(const TimeExpression& time, Date start);

// From the first expression's beginning to the second's end: "from January 20 to February 28",
// "between Monday and Wednesday". Nothing where one is open or they are out of order.
std::optional<Interval> between(const TimeExpression& first, const TimeExpression& second);

// The interval of each pair of neighbours that the text joins into one stretch of time, by the
// words between them ("to", "until", "and" after "between", a dash).
struct TimeStretch {
  std::size_t first = 0;  // indices in the vector given
  std::size_t second = 0;
  Interval days;
};
std::vector<TimeStretch> joined_times(const std::vector<TimeExpression>& times,
                                      const Analysis& analysis, const TimeWords& words);

}  // namespace detente
