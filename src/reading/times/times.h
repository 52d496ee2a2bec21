// Finds the expressions of time in a document and says which days they mean, in the terms of
// TIMEX3. Steps, one file each: pieces (lexer) -> meaning (grammar_*) -> period (anchor, with
// tense) -> value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"
#include "language/analysis.h"
#include "reading/times/words.h"

namespace detente {

enum class TimexType : std::uint8_t { kDate, kTime, kDuration, kSet };

std::string_view name_of(TimexType type);  // "DATE", "TIME", "DURATION", "SET"

// How long something lasts, for sums with dates. count is not finite-precision money: "two and a
// half years" is 2.5 years. A vague amount ("several days") has no count.
struct Duration {
  Unit unit = Unit::kNone;
  std::optional<double> count;
};

// One expression of time.
struct TimeExpression {
  TokenRange tokens;  // the tokens that it touches
  Span span;          // the words of it; ends inside a token only where the token holds more
  TimexType type = TimexType::kDate;
  std::string value;  // TIMEX3: "2017-09-13", "2017-W37", "2017-SU", "P3D", "PAST_REF", ...
  std::string mod;    // TIMEX3: "START", "MID", "END", "APPROX", "MORE_THAN", ...; empty where none
  // The days that it covers, at the precision of the text; for durations that lean on the day of
  // publication ("the past three days") the stretch that they cover. Nothing where it stays open.
  std::optional<Interval> calendar;
  std::optional<Duration> duration;  // of DURATIONs
  // Of a length before "after" or "before" and what happened: the day of that, counted from the day
  // that the story is at. "On Friday he fled, two days after the coup": the coup's Wednesday.
  std::optional<Date> event_day;
};

// The expressions in the order of the text, none overlapping another. `text` is the document that
// the spans of `analysis` count in. Tags of the analysis are used where present, never required.
// Without `published` the first full date of the text stands in for it.
std::vector<TimeExpression> find_times(const Analysis& analysis, const std::string& text,
                                       std::optional<Date> published, const TimeWords& words);

}  // namespace detente
