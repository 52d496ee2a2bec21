#include "reading/times/values.h"

#include <algorithm>
#include <cstdio>

#include "reading/times/calendar.h"

namespace detente {
namespace {

struct UnitCode {
  const char* code;
  bool clock;  // after the T
};

UnitCode code_of(Unit unit) {
  switch (unit) {
    case Unit::kSecond: return {"S", true};
    case Unit::kMinute: return {"M", true};
    case Unit::kHour: return {"H", true};
    case Unit::kWeek: return {"W", false};
    case Unit::kWeekend: return {"WE", false};
    case Unit::kMonth: return {"M", false};
    case Unit::kQuarter: return {"Q", false};
    case Unit::kYear: return {"Y", false};
    case Unit::kDecade: return {"DE", false};
    case Unit::kCentury: return {"CE", false};
    default: return {"D", false};
  }
}

const char* code_of(PartOfDay part) {
  switch (part) {
    case PartOfDay::kMorning: return "TMO";
    case PartOfDay::kMidday: return "TMI";
    case PartOfDay::kAfternoon: return "TAF";
    case PartOfDay::kEvening: return "TEV";
    case PartOfDay::kNight: return "TNI";
    case PartOfDay::kNone: break;
  }
  return "";
}

template <typename... Arguments>
std::string format(const char* pattern, Arguments... arguments) {
  char out[64];
  std::snprintf(out, sizeof out, pattern, arguments...);
  return out;
}

// "-SU" of the summer.
std::string season_suffix(unsigned first_month) {
  constexpr int kAnyYear = 2000;
  return value_of(period_of(month_start(kAnyYear, first_month), Unit::kSeason)).substr(4);
}

std::string before_christ(const Meaning& m) {
  return m.century > 0 ? format("BC%02d", m.century - 1) : format("BC%04d", m.year);
}

}  // namespace

std::string duration_value(Unit unit, std::optional<double> count) {
  UnitCode code = code_of(unit);
  double factor = 1;
  // Half an hour, a decade, a century are whole numbers of the unit below.
  if (count && *count == 0.5) {
    if (unit == Unit::kHour) code.code = "M", factor = 60;
    if (unit == Unit::kDecade) code.code = "Y", factor = 10;
    if (unit == Unit::kCentury) code.code = "Y", factor = 100;
  }
  const char* start = code.clock ? "PT" : "P";
  if (!count) return format("%sX%s", start, code.code);
  return format("%s%.10g%s", start, *count * factor, code.code);
}

std::string set_value(const Meaning& m) {
  if (m.weekday > 0) return format("XXXX-WXX-%u%s", m.weekday, code_of(m.part));
  if (m.month > 0) return format("XXXX-%02u", m.month);
  if (m.season > 0) return "XXXX" + season_suffix(m.season);
  if (m.part != PartOfDay::kNone) return format("XXXX-XX-XX%s", code_of(m.part));
  return duration_value(m.unit, m.every);
}

std::string time_value(const Meaning& m) {
  const Clock& clock = m.clock;
  if (clock.empty()) return code_of(m.part);
  const int minute = std::max<int>(clock.minute, 0);
  if (clock.second >= 0) return format("T%02d:%02d:%02d", clock.hour, minute, clock.second);
  return format("T%02d:%02d", clock.hour, minute);
}

std::string open_value(const Meaning& m) {
  if (m.before_christ) return before_christ(m);
  if (m.form == Meaning::Form::kOffset) return m.direction < 0 ? "PAST_REF" : "FUTURE_REF";
  const std::string year = m.year > 0 ? format("%04d", m.year) : "XXXX";
  if (m.month > 0 && m.day > 0) return year + format("-%02u-%02u", m.month, m.day);
  if (m.month > 0) return year + format("-%02u", m.month);
  if (m.weekday > 0) return format("XXXX-WXX-%u", m.weekday);
  if (m.season > 0) return year + season_suffix(m.season);
  if (m.quarter > 0) return year + format("-Q%d", m.quarter);
  if (m.half > 0) return year + format("-H%d", m.half);
  switch (m.unit) {
    case Unit::kWeek: return "XXXX-WXX";
    case Unit::kWeekend: return "XXXX-WXX-WE";
    case Unit::kMonth: return "XXXX-XX";
    case Unit::kYear: return "XXXX";
    case Unit::kQuarter: return "XXXX-QX";
    default: return "XXXX-XX-XX";
  }
}

}  // namespace detente
