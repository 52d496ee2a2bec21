#include "reading/times/calendar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace detente {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

sys_days day_of(int year, unsigned month, unsigned day) {
  return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

sys_days month_end(int year, unsigned month) {
  return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::last};
}

Period months_period(Unit unit, int year, unsigned month, unsigned count) {
  const unsigned end = month + count - 1;
  const sys_days last = month_end(year + static_cast<int>((end - 1) / 12), (end - 1) % 12 + 1);
  return {unit, day_of(year, month, 1), std::min(last, month_end(kLastYear, 12))};
}

Period years_period(Unit unit, int year, int count) {
  const int first = std::max(year, kFirstYear);
  const int last = std::min(year + count - 1, kLastYear);
  return {unit, day_of(first, 1, 1), day_of(last, 12, 31)};
}

// Months in one period of the unit; 0 for units that months do not measure.
int months_in(Unit unit) {
  switch (unit) {
    case Unit::kMonth: return 1;
    case Unit::kQuarter: return 3;
    case Unit::kHalf: return 6;
    case Unit::kSeason:  // a summer moves to the next summer
    case Unit::kYear: return 12;
    case Unit::kDecade: return 120;
    case Unit::kCentury: return 1200;
    default: return 0;
  }
}

Date date_of(sys_days day) { return Date::from_days(day); }

}  // namespace

sys_days month_start(int year, unsigned month) { return day_of(year, month, 1); }
bool is_year(int year) { return year >= kFirstYear && year <= kLastYear; }
int year_of(sys_days day) { return static_cast<int>(year_month_day{day}.year()); }
unsigned month_of(sys_days day) { return static_cast<unsigned>(year_month_day{day}.month()); }
unsigned weekday_of(sys_days day) { return std::chrono::weekday{day}.iso_encoding(); }

Period year_period(int year) { return years_period(Unit::kYear, year, 1); }
Period month_period(int year, unsigned month) {
  return months_period(Unit::kMonth, year, month, 1);
}

std::optional<Period> day_period(int year, unsigned month, unsigned day) {
  const auto date = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
  if (!date.ok() || !is_year(year)) return std::nullopt;
  return Period{Unit::kDay, sys_days{date}, sys_days{date}};
}

Period period_of(sys_days day, Unit unit) {
  const int year = year_of(day);
  const unsigned month = month_of(day);
  const sys_days monday = day - days{weekday_of(day) - 1};
  switch (unit) {
    case Unit::kWeek: return {unit, monday, monday + days{6}};
    case Unit::kWeekend: return {unit, monday + days{5}, monday + days{6}};
    case Unit::kMonth: return months_period(unit, year, month, 1);
    case Unit::kSeason:
      if (month < 3) return months_period(unit, year - 1, 12, 3);
      return months_period(unit, year, month / 3 * 3, 3);
    case Unit::kQuarter: return months_period(unit, year, (month - 1) / 3 * 3 + 1, 3);
    case Unit::kHalf: return months_period(unit, year, month < 7 ? 1 : 7, 6);
    case Unit::kYear: return years_period(unit, year, 1);
    case Unit::kDecade: return years_period(unit, year / 10 * 10, 10);
    case Unit::kCentury: return years_period(unit, year / 100 * 100, 100);
    default: return {Unit::kDay, day, day};
  }
}

std::optional<Period> moved(const Period& period, int steps) {
  if (const int months = months_in(period.unit); months > 0) {
    const long target = static_cast<long>(year_of(period.first)) * 12 + month_of(period.first) - 1 +
                        static_cast<long>(months) * steps;
    const long year = target / 12;
    if (target < 12 || !is_year(static_cast<int>(year)) || year > kLastYear) return std::nullopt;
    return period_of(day_of(static_cast<int>(year), static_cast<unsigned>(target % 12) + 1, 1),
                     period.unit);
  }
  const int width = period.unit == Unit::kWeek || period.unit == Unit::kWeekend ? 7 : 1;
  const auto first = add_days(date_of(period.first), width * steps);
  if (!first) return std::nullopt;
  return period_of(first->first_day(), period.unit);
}

std::optional<sys_days> add_units(sys_days day, Unit unit, double count) {
  constexpr double kDaysPerMonth = 30.436875;
  constexpr double kMaxDays = 366.0 * kLastYear;
  if (const int months = months_in(unit); months > 0) {
    const double total = count * months;
    const double whole = std::trunc(total);
    if (std::abs(total) > kMaxDays / 28) return std::nullopt;
    const auto month = moved(period_of(day, Unit::kMonth), static_cast<int>(whole));
    if (!month) return std::nullopt;
    const auto wanted = month->first + days{static_cast<unsigned>(year_month_day{day}.day()) - 1};
    const auto rest = std::lround((total - whole) * kDaysPerMonth);
    return std::min(wanted, month->last) + days{rest};
  }
  double in_days = 0;
  switch (unit) {
    case Unit::kSecond: in_days = count / 86400; break;
    case Unit::kMinute: in_days = count / 1440; break;
    case Unit::kHour: in_days = count / 24; break;
    case Unit::kWeek:
    case Unit::kWeekend: in_days = count * 7; break;
    default: in_days = count; break;
  }
  if (std::abs(in_days) > kMaxDays) return std::nullopt;
  const auto moved_day = add_days(date_of(day), static_cast<int>(std::lround(in_days)));
  if (!moved_day) return std::nullopt;
  return moved_day->first_day();
}

std::string value_of(const Period& period) {
  static constexpr std::array<const char*, 4> kSeasons = {"SP", "SU", "FA", "WI"};
  char out[32];
  const int year = year_of(period.first);
  const unsigned month = month_of(period.first);
  switch (period.unit) {
    case Unit::kWeek:
    case Unit::kWeekend: {
      // ISO: the week belongs to the year of its Thursday.
      const sys_days thursday = period.first + days{4 - static_cast<int>(weekday_of(period.first))};
      const int week_year = year_of(thursday);
      const auto number = (thursday - day_of(week_year, 1, 1)).count() / 7 + 1;
      std::snprintf(out, sizeof out, "%04d-W%02ld%s", week_year, static_cast<long>(number),
                    period.unit == Unit::kWeekend ? "-WE" : "");
      break;
    }
    case Unit::kMonth: std::snprintf(out, sizeof out, "%04d-%02u", year, month); break;
    case Unit::kSeason:
      std::snprintf(out, sizeof out, "%04d-%s", year, kSeasons[(month / 3 + 3) % 4]);
      break;
    case Unit::kQuarter: std::snprintf(out, sizeof out, "%04d-Q%u", year, (month + 2) / 3); break;
    case Unit::kHalf: std::snprintf(out, sizeof out, "%04d-H%d", year, month < 7 ? 1 : 2); break;
    case Unit::kYear: std::snprintf(out, sizeof out, "%04d", year); break;
    case Unit::kDecade: std::snprintf(out, sizeof out, "%03d", year / 10); break;
    case Unit::kCentury: std::snprintf(out, sizeof out, "%02d", year / 100); break;
    default: return date_of(period.first).iso();
  }
  return out;
}

Interval interval_of(const Period& period) {
  const Date first = date_of(period.first);
  const Date last = date_of(period.last);
  switch (period.unit) {
    case Unit::kMonth:
      return {first.truncated(Precision::kMonth), first.truncated(Precision::kMonth)};
    case Unit::kSeason:
    case Unit::kQuarter:
    case Unit::kHalf:
      return {first.truncated(Precision::kMonth), last.truncated(Precision::kMonth)};
    case Unit::kYear:
    case Unit::kDecade:
    case Unit::kCentury:
      return {first.truncated(Precision::kYear), last.truncated(Precision::kYear)};
    default: return {first, last};
  }
}

// The anonymous Gregorian computus, in the form of Meeus, Jones and Butcher.
sys_days easter_sunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int rest = year % 100;
  const int leap_shift = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - leap_shift + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  const int correction = (golden + 11 * epact + 22 * weekday) / 451;
  const int sum = epact + weekday - 7 * correction + 114;
  return day_of(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
}

std::optional<sys_days> islamic_day(int gregorian_year, int month, int day) {
  const sys_days epoch = day_of(622, 7, 19);  // 1 Muharram 1, civil reckoning, in Gregorian days
  const auto day_number = [](long year, long in_month, long in_day) {
    return in_day - 1 + (59 * (in_month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30;
  };
  const long near_year = (gregorian_year - 622) * 33L / 32;
  for (long year = std::max(1L, near_year - 1); year <= near_year + 2; ++year) {
    const sys_days found = epoch + days{day_number(year, month, day)};
    if (year_of(found) == gregorian_year) return found;
  }
  return std::nullopt;
}

sys_days nth_weekday(int year, unsigned month, unsigned weekday, int nth) {
  if (nth < 0) {
    const sys_days last = month_end(year, month);
    return last - days{(weekday_of(last) + 7 - weekday) % 7};
  }
  const sys_days first = day_of(year, month, 1);
  return first + days{(weekday + 7 - weekday_of(first)) % 7 + 7 * (static_cast<unsigned>(nth) - 1)};
}

}  // namespace detente
