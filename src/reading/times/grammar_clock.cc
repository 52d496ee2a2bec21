// Clock times and parts of the day, with the day that may stand beside them.
#include "reading/times/grammar.h"

namespace detente {

namespace {

std::int8_t on_24_hours(int hour, bool pm) {
  if (hour == 12) return static_cast<std::int8_t>(pm ? 12 : 0);
  return static_cast<std::int8_t>(pm && hour < 12 ? hour + 12 : hour);
}

}  // namespace

// GMT, local time, Moscow time. Gives the end, which is `i` without one.
Grammar::At Grammar::zone_tail(At i) const {
  const At inside = mark(i, "(") ? i + 1 : i;
  if (is(inside, Part::kZone)) return inside + 1;
  for (At j = i; j < i + 3; ++j) {
    if (is(j, Part::kZoneTail) && j > i) return j + 1;
    if (!is(j, Part::kZoneWord) && !at(j).capital) break;
  }
  return i;
}

// The digits of 13:45, 13:45:10, 10, 10.30, 0900. Minutes stay -1 where none are written.
std::optional<Grammar::MonthDay> Grammar::clock_digits(At i) const {
  const Piece& first = at(i);
  if (!stands_alone(i)) return std::nullopt;
  MonthDay found{i + 1, {}};
  Clock& clock = found.meaning.clock;
  int hour = first.number;
  int minute = -1;
  const auto two_digits = [&](At sign) {
    return mark(sign, ":") && at(sign).glued && at(sign + 1).glued &&
           at(sign + 1).shape == Shape::kNumber && at(sign + 1).digits == 2;
  };
  if (first.shape == Shape::kDecimal) {
    const std::size_t dot = first.lower.find('.');
    if (first.lower.size() != dot + 3) return std::nullopt;
    minute = (first.lower[dot + 1] - '0') * 10 + first.lower[dot + 2] - '0';
  } else if (first.shape != Shape::kNumber) {
    return std::nullopt;
  } else if (two_digits(i + 1)) {
    minute = at(i + 2).number;
    found.end = i + 3;
    if (two_digits(i + 3) && at(i + 4).number < 60) {
      clock.second = static_cast<std::int8_t>(at(i + 4).number);
      found.end = i + 5;
    }
  } else if (first.digits == 4) {
    hour = first.number / 100;
    minute = first.number % 100;
  }
  if (hour < 0 || hour > 24 || minute > 59) return std::nullopt;
  clock.hour = static_cast<std::int8_t>(hour);
  clock.minute = static_cast<std::int8_t>(minute);
  return found;
}

// 13:45, 10 p.m., 10.30am, 0900 GMT: digits, and what makes a time of them
std::optional<Grammar::MonthDay> Grammar::clock_time(At i) const {
  auto found = clock_digits(i);
  if (!found) return std::nullopt;
  Clock& clock = found->meaning.clock;
  const bool four_digits = at(i).digits == 4;
  bool sure = mark(i + 1, ":") && at(i).digits <= 2 && found->end > i + 1;
  const bool am = is(found->end, Part::kAm);
  if (am || is(found->end, Part::kPm)) {
    if (clock.hour > 12 || clock.hour < 1 || four_digits) return std::nullopt;
    clock.hour = on_24_hours(clock.hour, !am);
    ++found->end;
    sure = true;
  } else if (is(found->end, Part::kOclock) ||
             (four_digits && is(found->end, Part::kClockHours) && is(i - 1, Part::kAt))) {
    ++found->end;
    sure = true;
  }
  const At zone = zone_tail(found->end);
  if (zone > found->end && (sure || (is(zone - 1, Part::kZone) && clock.minute >= 0))) {
    found->end = zone;
    sure = true;
  }
  return sure ? found : std::nullopt;
}

// ten o'clock, half past six, a quarter to nine, noon, 12 noon
std::optional<Grammar::MonthDay> Grammar::spoken_clock(At i) const {
  const TimeWord* word = at(i).word;
  const auto hour_at = [&](At j) -> int {
    if (at(j).shape == Shape::kNumber && at(j).digits <= 2) return at(j).number;
    return at(j).word != nullptr && at(j).word->cardinal > 0 ? at(j).word->cardinal : -1;
  };
  MonthDay found{i + 1, {}};
  Clock& clock = found.meaning.clock;
  if (word != nullptr && word->clock_hour >= 0) {
    clock.hour = word->clock_hour;
    return found;
  }
  if (hour_at(i) == 12 && at(i + 1).word != nullptr && at(i + 1).word->clock_hour >= 0) {
    clock.hour = at(i + 1).word->clock_hour;
    found.end = i + 2;
    return found;
  }
  if (const int hour = hour_at(i); hour >= 1 && hour <= 12 && is(i + 1, Part::kOclock)) {
    clock.hour = static_cast<std::int8_t>(hour);
    clock.minute = 0;
    found.end = i + 2;
    return found;
  }
  const At first = is(i, Part::kA) ? i + 1 : i;
  const bool half = is(first, Part::kHalfPast);
  if (!half && !is(first, Part::kQuarterHour)) return std::nullopt;
  const bool to = is(first + 1, Part::kClockTo) && !half;
  const int hour = hour_at(first + 2);
  if ((!to && !is(first + 1, Part::kClockPast)) || hour < 1 || hour > 12) return std::nullopt;
  clock.hour = static_cast<std::int8_t>(to ? (hour + 11) % 12 : hour);
  clock.minute = static_cast<std::int8_t>(half ? 30 : to ? 45 : 15);
  found.end = first + 3;
  if (is(found.end, Part::kOclock)) ++found.end;
  return found;
}

// The day beside a time: "on Friday", "Friday", "yesterday", "last night", "of September 11", "in
// the morning". Gives the end, which is `i` without one.
Grammar::At Grammar::date_tail(At i, Meaning& meaning) const {
  const bool pm_part = is(i, Part::kIn) || is(i, Part::kAt);
  if (pm_part && is(i + 1, Part::kThe) && at(i + 2).word != nullptr &&
      at(i + 2).word->part_of_day != PartOfDay::kNone) {
    const PartOfDay part = at(i + 2).word->part_of_day;
    if (part >= PartOfDay::kAfternoon && meaning.clock.hour > 0 && meaning.clock.hour < 12 &&
        !(part == PartOfDay::kNight && meaning.clock.hour < 5)) {
      meaning.clock.hour = static_cast<std::int8_t>(meaning.clock.hour + 12);
    }
    return date_tail(i + 3, meaning);
  }
  const bool joined = is(i, Part::kOn) || is(i, Part::kOf) || mark(i, ",");
  const At first = joined ? i + 1 : i;
  Found date;
  for (const auto matcher : {&Grammar::full_date, &Grammar::numeric_date, &Grammar::weekday,
                             &Grammar::shifted, &Grammar::deictic}) {
    Found found = (this->*matcher)(first);
    if (found && (!date || found->end > date->end)) date = found;
  }
  if (!date || !date->meaning.clock.empty()) return i;
  const Meaning& day = date->meaning;
  const bool is_day = day.day != 0 || day.weekday != 0 ||
                      (day.form == Meaning::Form::kShifted && day.unit == Unit::kDay);
  if (!is_day) return i;
  const Clock clock = meaning.clock;
  const PartOfDay part = meaning.part != PartOfDay::kNone ? meaning.part : day.part;
  meaning = day;
  meaning.clock = clock;
  meaning.part = part;
  if (!clock.empty() && part >= PartOfDay::kAfternoon && clock.hour > 0 && clock.hour < 12) {
    const bool small_hours = part == PartOfDay::kNight && clock.hour < 5;
    if (!small_hours) meaning.clock.hour = static_cast<std::int8_t>(clock.hour + 12);
  }
  // The midnight of a named day is the one that ends it.
  if (clock.hour == 0 && clock.minute < 0) meaning.clock.hour = 24;
  return date->end;
}

Grammar::Found Grammar::clock(At i) const {
  auto found = clock_time(i);
  if (!found) found = spoken_clock(i);
  if (!found) {
    // A day first: "Friday at 10 p.m.", "Sept. 3 at noon".
    Found date;
    for (const auto matcher :
         {&Grammar::full_date, &Grammar::numeric_date, &Grammar::weekday, &Grammar::deictic}) {
      Found day = (this->*matcher)(i);
      if (day && (!date || day->end > date->end)) date = day;
    }
    if (!date || !date->meaning.clock.empty()) return std::nullopt;
    const At j = is(date->end, Part::kAt) ? date->end + 1
                 : mark(date->end, ",")   ? date->end + 1
                                          : date->end;
    auto time = clock_time(j);
    if (!time) time = spoken_clock(j);
    if (!time || (j == date->end && !time->meaning.clock.empty() && at(j).shape != Shape::kNumber &&
                  at(j).word != nullptr && at(j).word->clock_hour < 0))
      return std::nullopt;
    date->meaning.clock = time->meaning.clock;
    if (time->meaning.clock.hour == 0 && time->meaning.clock.minute < 0)
      date->meaning.clock.hour = 24;
    date->end = zone_tail(time->end);
    return date;
  }
  Match match{i, zone_tail(found->end), found->meaning};
  match.meaning.form = Meaning::Form::kShifted;
  match.meaning.shift = Shift::kNone;
  match.meaning.unit = Unit::kDay;
  match.end = date_tail(match.end, match.meaning);
  return match;
}

// the morning of September 11, the night, that evening (shifted), at dawn
Grammar::Found Grammar::part_of_day(At i) const {
  const bool article = is(i, Part::kThe);
  const At first = article ? i + 1 : i;
  const TimeWord* word = at(first).word;
  if (word == nullptr || word->part_of_day == PartOfDay::kNone || word->plural) return std::nullopt;
  Match match{i, first + 1, {}};
  match.meaning.form = Meaning::Form::kShifted;
  match.meaning.shift = Shift::kSame;
  match.meaning.loose = true;
  match.meaning.unit = Unit::kDay;
  match.meaning.part = word->part_of_day;
  if (is(first + 1, Part::kOf) || is(first + 1, Part::kOn)) {
    Meaning dated = match.meaning;
    if (const At end = date_tail(first + 1, dated); end > first + 1) {
      return Match{i, end, dated};
    }
    if (is(first + 1, Part::kOf)) return std::nullopt;
  }
  const bool opened = i > begin_ && (is(i - 1, Part::kReferenceOpener) || is(i - 1, Part::kAt));
  if (!opened || (!article && !is(first, Part::kBarePart) && !is(i - 1, Part::kAt)))
    return std::nullopt;
  if (article && looks_noun(first + 1) && !at(first + 1).capital) return std::nullopt;
  return match;
}

}  // namespace detente
