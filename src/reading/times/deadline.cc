#include "reading/times/deadline.h"

#include <string>

#include "reading/times/calendar.h"

namespace detente {
namespace {

Precision precision_of(Unit unit) {
  if (unit >= Unit::kYear) return Precision::kYear;
  return unit >= Unit::kMonth ? Precision::kMonth : Precision::kDay;
}

std::string lowered(std::string_view form) {
  std::string out(form);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::optional<Date> add_duration(Date from, const Duration& duration, int direction) {
  if (!duration.count) return std::nullopt;
  const auto day = add_units(from.first_day(), duration.unit, *duration.count * direction);
  if (!day) return std::nullopt;
  const Precision finest = from.precision();
  const bool coarse_start = finest < precision_of(duration.unit);
  return Date::from_days(*day).truncated(
      coarse_start || finest != Precision::kDay ? finest : Precision::kDay);
}

std::optional<Date> deadline_of(const TimeExpression& time, Date start) {
  if (time.type == TimexType::kSet) return std::nullopt;
  if (time.duration) return add_duration(start, *time.duration);
  if (!time.calendar) return std::nullopt;
  const Date end = time.calendar->end;
  // "by the end of the year" names its last day; "by 2018" does not say which.
  if (time.mod == name_of(Mod::kEnd)) return Date::from_days(end.last_day());
  return end;
}

std::optional<Interval> between(const TimeExpression& first, const TimeExpression& second) {
  if (!first.calendar || !second.calendar) return std::nullopt;
  const Interval days{first.calendar->begin, second.calendar->end};
  if (days.end.last_day() < days.begin.first_day()) return std::nullopt;
  return days;
}

std::vector<TimeStretch> joined_times(const std::vector<TimeExpression>& times,
                                      const Analysis& analysis, const TimeWords& words) {
  const auto plays = [&](TokenIndex token, Part part) {
    if (token < 0 || token >= static_cast<TokenIndex>(analysis.tokens.size())) return false;
    const TimeWord* word = words.find(lowered(analysis.tokens[token].form));
    return word != nullptr && word->is(part);
  };
  std::vector<TimeStretch> out;
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const TokenIndex before = times[i].tokens.first - 1;
    const TokenIndex link = times[i].tokens.last;
    const TokenIndex next = times[i + 1].tokens.first;
    const bool one_token = next == link - 1;  // "4-5" left whole
    if (!one_token && next != link + 1) continue;
    const bool to = plays(link, Part::kTo);
    const bool both = plays(link, Part::kAnd) && plays(before, Part::kBetween);
    if (!one_token && !to && !both && !plays(link, Part::kDash)) continue;
    if (const auto days = between(times[i], times[i + 1])) out.push_back({i, i + 1, *days});
  }
  return out;
}

}  // namespace detente
