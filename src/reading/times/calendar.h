// Periods of the calendar (a day, a week, a summer, a decade) and how one moves from one to
// another.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"

namespace detente {

enum class Unit : std::uint8_t {
  kNone,
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kSeason,
  kQuarter,
  kHalf,
  kYear,
  kDecade,
  kCentury,
};

// One stretch of the calendar of a given unit. Units below a day become the day that they fall on.
struct Period {
  Unit unit = Unit::kDay;
  std::chrono::sys_days first{};
  std::chrono::sys_days last{};

  auto operator<=>(const Period&) const = default;
};

// The period of `unit` that holds `day`. Weeks start on Monday; a winter holds two years' days and
// belongs to the first; days of January and February belong to the winter before.
Period period_of(std::chrono::sys_days day, Unit unit);

// The period `steps` units after (before, where negative) this one; nothing out of years 1 to 9999.
std::optional<Period> moved(const Period& period, int steps);

Period year_period(int year);
Period month_period(int year, unsigned month);
std::optional<Period> day_period(int year, unsigned month,
                                 unsigned day);  // nothing for 30 February

// Days from `day` by calendar units: months keep the day of the month where it exists.
std::optional<std::chrono::sys_days> add_units(std::chrono::sys_days day, Unit unit, double count);

// As TIMEX3 writes it: 2017-09-13, 2017-W37, 2017-W37-WE, 2017-09, 2017-SU, 2017-Q3, 2017-H1, 2017,
// 201 (decade), 20 (century).
std::string value_of(const Period& period);

// The same days as dates, at the precision of the unit: a month is one date without a day.
Interval interval_of(const Period& period);

std::chrono::sys_days month_start(int year, unsigned month);  // its first day
bool is_year(int year);                                       // 1 to 9999
int year_of(std::chrono::sys_days day);
unsigned month_of(std::chrono::sys_days day);
unsigned weekday_of(std::chrono::sys_days day);  // 1 Monday to 7 Sunday

std::chrono::sys_days easter_sunday(int year);  // western
// The day of a date of the tabular Islamic calendar that falls in the Gregorian year (the first).
std::optional<std::chrono::sys_days> islamic_day(int gregorian_year, int month, int day);
std::chrono::sys_days nth_weekday(int year, unsigned month, unsigned weekday, int nth);

}  // namespace detente
