// From what an expression says to the days it means: relative to the day of publication, or to the
// date that the text told last, as the words ask.
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "reading/times/calendar.h"
#include "reading/times/meaning.h"
#include "reading/times/tense.h"

namespace detente {

struct Resolved {
  TimexType type = TimexType::kDate;
  std::string value;
  std::optional<Period> period;  // where it is one period of the calendar
  std::optional<Interval> calendar;
  std::optional<Date> event_day;  // see TimeExpression
};

// Reads a document's meanings in the order of the text and remembers what was told last.
class Anchor {
 public:
  Anchor(std::optional<std::chrono::sys_days> published, const TimeWords& words)
      : published_(published), words_(words) {}

  // `sentence` counts the document's sentences; it tells how fresh the last date is.
  Resolved resolve(const Meaning& meaning, Tense tense, int sentence);

 private:
  using Day = std::chrono::sys_days;
  using InYear = std::function<std::optional<Period>(int year)>;

  std::optional<Period> today() const;  // the day of publication
  std::optional<Period> calendar(const Meaning& meaning, Tense tense) const;
  std::optional<Period> shifted(const Meaning& meaning, Tense tense, int sentence) const;
  std::optional<Period> offset_base(const Meaning& meaning) const;
  std::optional<Period> offset(const Meaning& meaning) const;
  Period closer(const Meaning& meaning, const Period& period) const;
  std::optional<Period> holiday(const Meaning& meaning, Tense tense) const;
  std::optional<Period> in_likely_year(const Meaning& meaning, Tense tense,
                                       const InYear& make) const;
  std::optional<Period> likely_weekday(unsigned weekday, Tense tense) const;
  std::optional<Period> named_shift(const Meaning& meaning, Tense tense) const;
  std::optional<Period> decade_of(const Meaning& meaning) const;
  std::optional<Period> day_of_month(unsigned day, Tense tense) const;
  std::optional<Period> told_last(Unit unit) const;
  std::optional<Period> story_day(int sentence) const;
  Resolved amount(const Meaning& meaning, int sentence) const;
  void remember(const Period& period, int sentence);

  struct Told {
    Period period;
    int order = 0;  // later is larger
    int sentence = 0;
  };

  std::optional<Day> published_;
  const TimeWords& words_;
  std::array<std::optional<Told>, 16> told_;  // by unit
  std::optional<Told> planned_;               // the last day told that lies ahead of publication
  int order_ = 0;
};

}  // namespace detente
