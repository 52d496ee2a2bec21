#include "reading/times/anchor.h"

#include <algorithm>
#include <cmath>

#include "reading/times/values.h"

namespace detente {

using std::chrono::days;

namespace {

int steps_of(Shift shift) {
  switch (shift) {
    case Shift::kLast:
    case Shift::kPreceding: return -1;
    case Shift::kNext:
    case Shift::kFollowing: return 1;
    default: return 0;
  }
}

bool from_narrative(Shift shift) {
  return shift == Shift::kSame || shift == Shift::kFollowing || shift == Shift::kPreceding;
}

long distance(const Period& period, std::chrono::sys_days day) {
  if (day < period.first) return (period.first - day).count();
  if (day > period.last) return (day - period.last).count();
  return 0;
}

}  // namespace

// The day that the story is at: the one told just now, if it is of the days before publication.
std::optional<Period> Anchor::story_day(int sentence) const {
  constexpr int kNewsDays = 7;
  const auto& told = told_[static_cast<std::size_t>(Unit::kDay)];
  if (told && !published_) return told->period;
  const bool fresh = told && told->sentence >= sentence - 1 && told->period.first <= *published_ &&
                     *published_ - told->period.first <= days{kNewsDays};
  return fresh ? std::optional(told->period) : today();
}

// The freshest date that is no coarser than the unit.
std::optional<Period> Anchor::told_last(Unit unit) const {
  const Told* best = nullptr;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(std::max(unit, Unit::kDay)); ++i) {
    if (told_[i] && (best == nullptr || told_[i]->order > best->order)) best = &*told_[i];
  }
  if (best != nullptr) return best->period;
  return today();
}

void Anchor::remember(const Period& period, int sentence) {
  // What lies ahead is a plan; the story goes on from what was.
  if (published_ && period.first > *published_) {
    if (period.unit == Unit::kDay) planned_ = Told{period, ++order_, sentence};
    return;
  }
  told_[static_cast<std::size_t>(period.unit)] = Told{period, ++order_, sentence};
}

// Chooses the year that a date without one means.
std::optional<Period> Anchor::in_likely_year(const Meaning& meaning, Tense tense,
                                             const InYear& make) const {
  if (meaning.year > 0) return make(meaning.year);
  if (!published_) return std::nullopt;
  const int now = year_of(*published_);
  if (meaning.unit == Unit::kYear && meaning.shift != Shift::kNone) {
    int year = now + steps_of(meaning.shift);
    if (from_narrative(meaning.shift)) {
      if (const auto told = told_last(Unit::kYear))
        year = year_of(told->first) + steps_of(meaning.shift);
    }
    return make(year);
  }
  // A writer names the year of what is far off; the wrong side of publication is far off sooner.
  constexpr double kWrongSide = 4;
  const auto cost = [&](const Period& candidate) {
    const bool ahead = candidate.first > *published_;
    const bool behind = candidate.last < *published_;
    const double days_off = static_cast<double>(distance(candidate, *published_));
    if (tense == Tense::kPast && ahead) return days_off * kWrongSide;
    if (tense == Tense::kFuture && behind) return days_off * kWrongSide;
    return days_off;
  };
  std::optional<Period> best;
  for (int year = now - 4; year <= now + 4; ++year) {
    const auto candidate = make(year);
    if (candidate && (!best || cost(*candidate) < cost(*best))) best = candidate;
  }
  return best;
}

std::optional<Period> Anchor::likely_weekday(unsigned weekday, Tense tense) const {
  if (!published_) return std::nullopt;
  const unsigned today = weekday_of(*published_);
  const unsigned back = (today + 7 - weekday) % 7;
  if (back == 0 || tense != Tense::kFuture) return period_of(*published_ - days{back}, Unit::kDay);
  return period_of(*published_ + days{7 - back}, Unit::kDay);
}

std::optional<Period> Anchor::decade_of(const Meaning& meaning) const {
  if (meaning.decade >= 100) return period_of(month_start(meaning.decade, 1), Unit::kDecade);
  const int now = published_ ? year_of(*published_) : 2000;
  int year = now / 100 * 100 + meaning.decade;
  if (year > now) year -= 100;
  return period_of(month_start(year, 1), Unit::kDecade);
}

std::optional<Period> Anchor::day_of_month(unsigned day, Tense tense) const {
  if (!published_) return std::nullopt;
  const auto this_month = period_of(*published_, Unit::kMonth);
  std::optional<Period> best;
  for (int step = -2; step <= 2; ++step) {
    const auto month = moved(this_month, step);
    if (!month) continue;
    const auto candidate = day_period(year_of(month->first), month_of(month->first), day);
    if (!candidate) continue;
    if (tense == Tense::kPast && candidate->first > *published_) continue;
    if (tense == Tense::kFuture && candidate->last < *published_) continue;
    if (!best || distance(*candidate, *published_) < distance(*best, *published_)) best = candidate;
  }
  return best;
}

std::optional<Period> Anchor::calendar(const Meaning& m, Tense tense) const {
  if (m.before_christ) return std::nullopt;
  if (m.decade >= 0) return decade_of(m);
  if (m.century > 0)
    return period_of(month_start(std::max((m.century - 1) * 100, 1), 1), Unit::kCentury);
  if (m.season > 0) {
    return in_likely_year(m, tense, [&](int year) -> std::optional<Period> {
      return period_of(month_start(year, m.season), Unit::kSeason);
    });
  }
  if (m.quarter > 0 || m.half > 0) {
    const unsigned month = m.quarter > 0 ? static_cast<unsigned>(m.quarter) * 3 - 2
                                         : static_cast<unsigned>(m.half) * 6 - 5;
    return in_likely_year(m, tense, [&](int year) -> std::optional<Period> {
      return period_of(month_start(year, month), m.quarter > 0 ? Unit::kQuarter : Unit::kHalf);
    });
  }
  if (m.month > 0) {
    return in_likely_year(m, tense, [&](int year) -> std::optional<Period> {
      if (m.day == 0) return month_period(year, m.month);
      auto found = day_period(year, m.month, m.day);
      const bool wrong_weekday =
          m.year == 0 && m.weekday != 0 && found && weekday_of(found->first) != m.weekday;
      return wrong_weekday ? std::nullopt : found;
    });
  }
  if (m.weekday > 0 && m.unit == Unit::kWeek) {
    const auto base = from_narrative(m.shift) ? told_last(Unit::kDay) : today();
    if (!base) return std::nullopt;
    const auto week = moved(period_of(base->first, Unit::kWeek), steps_of(m.shift));
    if (!week) return std::nullopt;
    return period_of(week->first + days{m.weekday - 1}, Unit::kDay);
  }
  if (m.weekday > 0) return likely_weekday(m.weekday, tense);
  if (m.day > 0) return day_of_month(m.day, tense);
  if (m.year > 0) return year_period(m.year);
  return std::nullopt;
}

// "last Tuesday", "next March", "this summer": the shift says on which side of publication.
std::optional<Period> Anchor::named_shift(const Meaning& m, Tense tense) const {
  const Unit coarsest = m.weekday > 0 ? Unit::kDay : Unit::kYear;
  const auto base = from_narrative(m.shift) ? told_last(coarsest) : today();
  if (!base) return std::nullopt;
  const auto day = base->first;
  const int step = steps_of(m.shift);
  if (m.weekday > 0) {
    if (step == 0)
      return from_narrative(m.shift)
                 ? std::optional(period_of(period_of(day, Unit::kWeek).first + days{m.weekday - 1},
                                           Unit::kDay))
                 : likely_weekday(m.weekday, tense);
    const unsigned today = weekday_of(day);
    const int back = static_cast<int>((today + 7 - m.weekday) % 7);
    return period_of(step < 0 ? day - days{back == 0 ? 7 : back} : day + days{7 - back},
                     Unit::kDay);
  }
  const int now = year_of(day);
  std::optional<Period> best;
  for (int year = now - 2; year <= now + 2; ++year) {
    std::optional<Period> candidate;
    if (m.day > 0)
      candidate = day_period(year, m.month, m.day);
    else if (m.month > 0)
      candidate = month_period(year, m.month);
    else
      candidate = period_of(month_start(year, m.season), Unit::kSeason);
    if (!candidate) continue;
    const bool same_year = year_of(candidate->first) == now;
    if (step < 0 && candidate->last >= day) continue;
    if (step > 0 && candidate->first <= day) continue;
    if (step == 0 && !same_year && distance(*candidate, day) > 0) continue;
    if (!best || distance(*candidate, day) < distance(*best, day)) best = candidate;
  }
  return best;
}

std::optional<Period> Anchor::shifted(const Meaning& m, Tense tense, int sentence) const {
  if (m.weekday > 0 || m.month > 0 || m.season > 0) return named_shift(m, tense);
  if (m.shift == Shift::kNone) {  // a clock time alone: the day that the story is at
    return story_day(sentence);
  }
  const bool part_of_story = m.shift == Shift::kSame && m.loose;  // "later in the day", "at dawn"
  // "It will open on the same day": as what was just planned.
  const bool same_plan = m.shift == Shift::kSame && m.unit == Unit::kDay &&
                         tense == Tense::kFuture && planned_ && planned_->sentence >= sentence - 1;
  if (same_plan && !part_of_story) return planned_->period;
  const auto base = part_of_story             ? story_day(sentence)
                    : from_narrative(m.shift) ? told_last(m.unit)
                                              : today();
  if (!base) return std::nullopt;
  const Period now = period_of(base->first, m.unit);
  int steps = steps_of(m.shift) + m.steps;
  // Before its Saturday, "the weekend" of a report in the past is the one before.
  const bool weekend_ahead =
      m.unit == Unit::kWeekend && m.shift == Shift::kThis && now.first > base->first;
  if (weekend_ahead && tense == Tense::kPast) steps -= 1;
  return moved(now, steps);
}

std::optional<Period> Anchor::today() const {
  if (!published_) return std::nullopt;
  return period_of(*published_, Unit::kDay);
}

std::optional<Period> Anchor::offset_base(const Meaning& m) const {
  return m.from_narrative ? told_last(m.unit) : today();
}

std::optional<Period> Anchor::offset(const Meaning& m) const {
  if (!m.count) return std::nullopt;
  const auto base = offset_base(m);
  if (!base) return std::nullopt;
  const auto day = add_units(base->first, m.unit, *m.count * m.direction);
  if (!day) return std::nullopt;
  const bool whole = *m.count == std::floor(*m.count);
  if (m.unit <= Unit::kDay) return period_of(*day, Unit::kDay);
  if (whole) return period_of(*day, m.unit == Unit::kWeekend ? Unit::kWeek : m.unit);
  return period_of(*day, m.unit == Unit::kYear  ? Unit::kMonth
                         : m.unit > Unit::kYear ? Unit::kYear
                                                : Unit::kDay);
}

std::optional<Period> Anchor::holiday(const Meaning& m, Tense tense) const {
  const Holiday& rule = words_.holiday(*m.holiday);
  const auto make = [&](int year) -> std::optional<Period> {
    switch (rule.rule) {
      case Holiday::Rule::kDate: return day_period(year, rule.month, rule.day);
      case Holiday::Rule::kWeekday:
        return period_of(nth_weekday(year, rule.month, rule.day, rule.nth), Unit::kDay);
      case Holiday::Rule::kEaster:
        return period_of(easter_sunday(year) + days{rule.offset}, Unit::kDay);
      case Holiday::Rule::kIslamic: {
        const auto found = islamic_day(year, static_cast<int>(rule.month),
                                       std::max(1, static_cast<int>(rule.day)));
        if (!found) return std::nullopt;
        return Period{Unit::kDay, *found, rule.day == 0 ? *found + days{29} : *found};
      }
    }
    return std::nullopt;
  };
  if (rule.year > 0) return make(rule.year);
  if (m.year > 0) return make(m.year);
  if (!published_) return std::nullopt;
  const int now = year_of(*published_);
  const int step = steps_of(m.shift);
  if (m.shift == Shift::kThis) return make(now);
  if (m.unit == Unit::kYear) return make(now + step);
  std::optional<Period> best;
  for (int year = now - 1; year <= now + 1; ++year) {
    const auto candidate = make(year);
    if (!candidate) continue;
    if ((step < 0 || tense == Tense::kPast) && candidate->first > *published_) continue;
    if ((step > 0 || tense == Tense::kFuture) && candidate->last < *published_) continue;
    if (!best || distance(*candidate, *published_) < distance(*best, *published_)) best = candidate;
  }
  return best;
}

Resolved Anchor::amount(const Meaning& m, int sentence) const {
  Resolved out{TimexType::kDuration, duration_value(m.unit, m.count), {}, {}, {}};
  if (m.to_event != 0 && m.count) {
    const auto story = story_day(sentence);
    const auto day = story ? add_units(story->first, m.unit, *m.count * m.to_event) : std::nullopt;
    if (day && is_year(year_of(*day))) out.event_day = Date::from_days(*day);
  }
  if (m.direction == 0 || !m.count || !published_) return out;
  const auto other = add_units(*published_, m.unit, *m.count * m.direction);
  if (!other) return out;
  const Date today = Date::from_days(*published_);
  const Date end = Date::from_days(*other);
  out.calendar = m.direction < 0 ? Interval{end, today} : Interval{today, end};
  return out;
}

// TIMEX3 names the week of "a week ago" and the year of "two years ago"; the reader means the day
// and, where the number is small, the month.
Period Anchor::closer(const Meaning& m, const Period& period) const {
  const auto base = offset_base(m);
  const auto day =
      base && m.count ? add_units(base->first, m.unit, *m.count * m.direction) : std::nullopt;
  if (!day || base->unit != Unit::kDay) return period;
  if (period.unit == Unit::kWeek) return period_of(*day, Unit::kDay);
  constexpr double kCountedYears = 2;
  if (period.unit == Unit::kYear && *m.count <= kCountedYears) return period_of(*day, Unit::kMonth);
  return period;
}

Resolved Anchor::resolve(const Meaning& m, Tense tense, int sentence) {
  using Form = Meaning::Form;
  if (m.form == Form::kAmount) return amount(m, sentence);
  if (m.form == Form::kSet) return {TimexType::kSet, set_value(m), {}, {}, {}};
  if (m.form == Form::kReference) return {TimexType::kDate, std::string(m.reference), {}, {}, {}};
  Resolved out;
  switch (m.form) {
    case Form::kShifted: out.period = shifted(m, tense, sentence); break;
    case Form::kOffset: out.period = offset(m); break;
    case Form::kHoliday: out.period = holiday(m, tense); break;
    default: out.period = calendar(m, tense); break;
  }
  // Steps from the first or the last year may leave the calendar.
  const bool outside =
      out.period && !(is_year(year_of(out.period->first)) && is_year(year_of(out.period->last)));
  if (outside) out.period.reset();
  const bool timed = !m.clock.empty() || m.part != PartOfDay::kNone;
  out.type = timed ? TimexType::kTime : TimexType::kDate;
  out.value = out.period ? value_of(*out.period) : open_value(m);
  out.value += time_value(m);
  const bool hours_off = m.form == Form::kOffset && !m.count && m.unit < Unit::kDay;
  if (hours_off) {
    if (const auto day = m.from_narrative ? story_day(sentence) : today())
      out.calendar = interval_of(*day);
  }
  if (out.period) {
    out.calendar = interval_of(m.form == Form::kOffset ? closer(m, *out.period) : *out.period);
    remember(*out.period, sentence);
  }
  return out;
}

}  // namespace detente
