// Calendar dates at the precision that a text supports, and intervals of them. Reads no clock.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace detente {

enum class Precision : std::uint8_t { kYear, kMonth, kDay };

// A day, a month or a year of the proleptic Gregorian calendar, years 1 to 9999.
// month and day are 0 where the precision leaves them out.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  // "2017-09-13", "2017-09", "2017" and nothing around it; anything else, or a day that the
  // calendar does not have, is kBadInput with the text in the reason.
  static Result<Date> parse(std::string_view iso);
  static Date from_days(std::chrono::sys_days days);  // days must lie in years 1 to 9999
  Precision precision() const;
  std::string iso() const;
  std::chrono::sys_days first_day() const;  // of the period that the date names
  std::chrono::sys_days last_day() const;
  Date truncated(Precision precision) const;  // never finer than it is

  // By year, month, day: a month sorts before its days.
  auto operator<=>(const Date&) const = default;
};

// A closed interval of dates, as ISO 8601 writes it: "2017-01-20/2017-02-28". One date where both
// ends are the same.
struct Interval {
  Date begin;
  Date end;

  static Result<Interval> parse(std::string_view iso);  // "D/D", or one date; kBadInput otherwise
  std::string iso() const;
  auto operator<=>(const Interval&) const = default;
};

// Moves a day by whole days; the result stays in years 1 to 9999, or nothing. A month or a year has
// no one day to move: nothing.
std::optional<Date> add_days(Date day, int days);

}  // namespace detente
