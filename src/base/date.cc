#include "base/date.h"

#include <algorithm>
#include <charconv>

namespace detente {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

Error not_a_date(std::string_view iso, std::string_view why) {
  return {ErrorCode::kBadInput, "", "\"" + std::string(iso) + "\" is no date: " + std::string(why)};
}

// Exactly `digits` decimal digits at `at`, or nothing: from_chars alone would take "-1" and "7".
std::optional<int> number(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() < at + digits) return std::nullopt;
  const std::string_view part = text.substr(at, digits);
  if (!std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  int value = 0;
  std::from_chars(part.data(), part.data() + part.size(), value);
  return value;
}

std::chrono::sys_days to_days(int year, unsigned month, unsigned day) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

}  // namespace

Result<Date> Date::parse(std::string_view iso) {
  const bool has_month = iso.size() > 4;
  const bool has_day = iso.size() > 7;
  if ((iso.size() != 4 && iso.size() != 7 && iso.size() != 10) || (has_month && iso[4] != '-') ||
      (has_day && iso[7] != '-')) {
    return tl::unexpected(not_a_date(iso, "expected YYYY-MM-DD, YYYY-MM or YYYY"));
  }
  const auto year = number(iso, 0, 4);
  const auto month = has_month ? number(iso, 5, 2) : 0;
  const auto day = has_day ? number(iso, 8, 2) : 0;
  if (!year || !month || !day) {
    return tl::unexpected(not_a_date(iso, "expected YYYY-MM-DD, YYYY-MM or YYYY"));
  }
  if (*year < kFirstYear) return tl::unexpected(not_a_date(iso, "there is no year 0"));
  if (has_month && (*month < 1 || *month > 12)) {
    return tl::unexpected(not_a_date(iso, "there is no such month"));
  }
  const Date date{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month),
                  static_cast<std::uint8_t>(*day)};
  if (has_day) {
    const std::chrono::year_month_day ymd{std::chrono::year(*year),
                                          std::chrono::month(static_cast<unsigned>(*month)),
                                          std::chrono::day(static_cast<unsigned>(*day))};
    if (!ymd.ok()) return tl::unexpected(not_a_date(iso, "the month has no such day"));
  }
  return date;
}

Date Date::from_days(std::chrono::sys_days days) {
  const std::chrono::year_month_day ymd(days);
  return {static_cast<std::int16_t>(static_cast<int>(ymd.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()))};
}

Precision Date::precision() const {
  if (month == 0) return Precision::kYear;
  return day == 0 ? Precision::kMonth : Precision::kDay;
}

std::string Date::iso() const {
  std::string text = padded(year, 4);
  if (month != 0) text += "-" + padded(month, 2);
  if (month != 0 && day != 0) text += "-" + padded(day, 2);
  return text;
}

std::chrono::sys_days Date::first_day() const {
  return to_days(year, month == 0 ? 1 : month, month == 0 || day == 0 ? 1 : day);
}

std::chrono::sys_days Date::last_day() const {
  if (month == 0) return to_days(year, 12, 31);
  if (day != 0) return to_days(year, month, day);
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::last;
}

Date Date::truncated(Precision precision) const {
  switch (precision) {
    case Precision::kYear: return {year, 0, 0};
    case Precision::kMonth: return {year, month, 0};
    case Precision::kDay: break;
  }
  return *this;
}

Result<Interval> Interval::parse(std::string_view iso) {
  const std::size_t slash = iso.find('/');
  const Result<Date> begin = Date::parse(iso.substr(0, slash));
  if (!begin) return tl::unexpected(begin.error());
  if (slash == std::string_view::npos) return Interval{*begin, *begin};
  const Result<Date> end = Date::parse(iso.substr(slash + 1));
  if (!end) return tl::unexpected(end.error());
  if (end->last_day() < begin->first_day()) {
    return fail(ErrorCode::kBadInput, "", "\"" + std::string(iso) + "\" ends before it begins");
  }
  return Interval{*begin, *end};
}

std::string Interval::iso() const {
  return begin == end ? begin.iso() : begin.iso() + "/" + end.iso();
}

std::optional<Date> add_days(Date day, int days) {
  if (day.precision() != Precision::kDay) return std::nullopt;
  static const std::int64_t first = to_days(kFirstYear, 1, 1).time_since_epoch().count();
  static const std::int64_t last = to_days(kLastYear, 12, 31).time_since_epoch().count();
  const std::int64_t moved = std::int64_t{day.first_day().time_since_epoch().count()} + days;
  if (moved < first || moved > last) return std::nullopt;
  return Date::from_days(std::chrono::sys_days(std::chrono::days(static_cast<int>(moved))));
}

}  // namespace detente
