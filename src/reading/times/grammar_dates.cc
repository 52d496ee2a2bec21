// Days with their month: "20 January 2017", "Monday, Dec. 26", "2017-09-13", "4 and 5 May".
#include <algorithm>

#include "reading/times/grammar.h"

namespace detente {

unsigned Grammar::month(At i) const {
  const Piece& piece = at(i);
  if (piece.word == nullptr || piece.word->month == 0) return 0;
  return piece.capital ? piece.word->month : 0;
}

// Past the full stop of an abbreviation that was cut off from it.
Grammar::At Grammar::after_dot(At i) const {
  const Piece& before = at(i - 1);
  const bool dotted =
      before.word != nullptr && before.word->abbreviation && mark(i, ".") && at(i).glued;
  return dotted ? i + 1 : i;
}

// A year behind a month, with or without a comma or "of". Gives the end, which is `i` without one.
Grammar::At Grammar::year_tail(At i, Meaning& meaning) const {
  At j = mark(i, ",") || is(i, Part::kOf) ? i + 1 : i;
  if (const auto found = year_number(j); found && *found >= 1000) {
    const bool counts = j == i && is(j + 1, Part::kCountedAfter);
    if (!counts) {
      meaning.year = *found;
      return j + 1;
    }
  }
  // "January 20 of last year", "the spring of this year"
  if (is(i, Part::kOf)) {
    At k = is(i + 1, Part::kThe) ? i + 2 : i + 1;
    const TimeWord* shift = at(k).word;
    const TimeWord* unit = at(k + 1).word;
    if (shift != nullptr && shift->shift != Shift::kNone && unit != nullptr &&
        unit->unit == Unit::kYear && !unit->plural) {
      meaning.shift = shift->shift;
      meaning.unit = Unit::kYear;
      return k + 2;
    }
  }
  return i;
}

std::optional<Grammar::MonthDay> Grammar::month_day(At i) const {
  const unsigned named = month(i);
  if (named == 0) return std::nullopt;
  At j = over_dash(after_dot(i + 1));
  if (is(j, Part::kThe)) ++j;
  std::optional<Ordinal> day;
  if (const auto number = day_number(j)) {
    day = Ordinal{j + 1, *number};
  } else if (j > i + 1 && is(j - 1, Part::kThe)) {
    day = ordinal(j);
  }
  if (!day || day->number > 31) return std::nullopt;
  if (at(j + 1).glued && mark(j + 1, ":")) return std::nullopt;  // "March 10:30"
  MonthDay found{day->end, {}};
  found.meaning.month = named;
  found.meaning.day = static_cast<unsigned>(day->number);
  const At year_at = dash(found.end) && at(found.end).glued && year_number(found.end + 1)
                         ? found.end + 1
                         : found.end;
  found.end = std::max(found.end, year_tail(year_at, found.meaning));
  if (found.meaning.year == 0 && is(found.end, Part::kCountedAfter)) return std::nullopt;
  return found;
}

std::optional<Grammar::MonthDay> Grammar::day_month(At i) const {
  At j = i;
  const bool article =
      is(j, Part::kThe) || (at(j).word != nullptr && at(j).word->shift == Shift::kThis);
  if (article) ++j;
  const bool in_range = dash(j - 1) && day_number(j - 2);  // "4-5 May"
  if (!stands_alone(j) && !in_range) return std::nullopt;
  std::optional<Ordinal> day;
  if (const auto number = day_number(j)) {
    day = Ordinal{j + 1, *number};
  } else {
    day = ordinal(j);
  }
  if (!day || day->number > 31) return std::nullopt;
  bool joined = at(j).shape != Shape::kWord;
  j = day->end;
  if (is(j, Part::kDayWord)) ++j;
  if (is(j, Part::kOf)) ++j, joined = true;
  j = over_dash(j);
  const unsigned named = month(j);
  if (named == 0 || !joined) return std::nullopt;
  MonthDay found{after_dot(j + 1), {}};
  if (year_tail(over_dash(found.end), found.meaning) == over_dash(found.end)) found.end = j + 1;
  found.end = std::max(found.end, year_tail(over_dash(found.end), found.meaning));
  found.meaning.month = named;
  found.meaning.day = static_cast<unsigned>(day->number);
  return found;
}

Grammar::Found Grammar::full_date(At i) const {
  if (auto found = month_day(i)) return Match{i, found->end, found->meaning};
  if (auto found = day_month(i)) {
    // "the 20 March protests": the article belongs to the noun, as it does not in "the 20th of
    // March".
    const bool loose = is(i, Part::kThe) && at(i + 1).shape == Shape::kNumber;
    return loose ? std::nullopt : Found(Match{i, found->end, found->meaning});
  }
  return std::nullopt;
}

// 2017-09-13, 13/09/2017, 9/13/2017, 13.09.2017 (months first unless the number cannot be one).
Grammar::Found Grammar::numeric_date(At i) const {
  if (!stands_alone(i) || at(i).shape != Shape::kNumber) return std::nullopt;
  const bool iso = at(i).digits == 4;
  const std::string_view sign = at(i + 1).lower;
  if (sign != "-" && sign != "/") return std::nullopt;
  for (At j = i + 1; j < i + 5; ++j) {
    if (!at(j).glued) return std::nullopt;
  }
  const Piece& second = at(i + 2);
  const Piece& third = at(i + 4);
  if (at(i + 3).lower != sign || second.shape != Shape::kNumber || third.shape != Shape::kNumber)
    return std::nullopt;
  if (at(i + 5).glued && at(i + 5).lower == sign) return std::nullopt;
  Meaning meaning;
  if (iso) {
    meaning.year = at(i).number;
    meaning.month = static_cast<unsigned>(second.number);
    meaning.day = static_cast<unsigned>(third.number);
  } else {
    if (third.digits != 4 && third.digits != 2) return std::nullopt;
    meaning.year =
        third.digits == 4 ? third.number : third.number + (third.number < 50 ? 2000 : 1900);
    const bool day_first = at(i).number > 12;
    meaning.month = static_cast<unsigned>(day_first ? second.number : at(i).number);
    meaning.day = static_cast<unsigned>(day_first ? at(i).number : second.number);
  }
  if (!day_period(meaning.year, meaning.month, meaning.day)) return std::nullopt;
  Match match{i, i + 5, meaning};
  // "2017-09-13T10:00"
  if (at(i + 5).lower == "t" && at(i + 5).glued && at(i + 6).shape == Shape::kNumber &&
      mark(i + 7, ":")) {
    match.meaning.clock = {static_cast<std::int8_t>(at(i + 6).number % 25),
                           static_cast<std::int8_t>(at(i + 8).number % 60), -1};
    match.end = i + 9;
  }
  return match;
}

// The "4" of "4 and 5 May 2021": takes month and year from the last day of the list.
Grammar::Found Grammar::listed_day(At i) const {
  if (!day_number(i) || !stands_alone(i)) return std::nullopt;
  At j = i + 1;
  while ((is(j, Part::kAnd) || is(j, Part::kTo) || dash(j) || mark(j, ",")) && day_number(j + 1))
    j += 2;
  if (j == i + 1) return std::nullopt;
  const auto last = day_month(j - 1);
  if (!last) return std::nullopt;
  Match match{i, i + 1, last->meaning};
  match.meaning.day = static_cast<unsigned>(at(i).number);
  return match;
}

// The "5" of "January 4 and 5": a day that borrows the month of the date before it.
void Grammar::listed_days_after(std::vector<Match>& out) const {
  const Match& first = out.back();
  if (first.meaning.form != Meaning::Form::kCalendar || first.meaning.day == 0) return;
  const At j = first.end;
  const bool joins = is(j, Part::kAnd) || is(j, Part::kTo) || dash(j);
  const auto day = day_number(j + 1);
  if (!joins || !day || month(j + 2) != 0 || month(j + 3) != 0) return;
  if (at(j - 1).shape != Shape::kNumber && at(j - 1).shape != Shape::kOrdinal) return;
  const Piece& next = at(j + 2);
  const bool counts = plural_noun(j + 2) || is(j + 2, Part::kCountedAfter) ||
                      (next.word != nullptr && (next.word->unit != Unit::kNone ||
                                                next.is(Part::kAm) || next.is(Part::kPm)));
  if (counts || (next.glued && (mark(j + 2, ":") || mark(j + 2, "%")))) return;
  Match second{j + 1, j + 2, first.meaning};
  second.meaning.day = static_cast<unsigned>(*day);
  second.meaning.weekday = 0;
  if (first.meaning.year == 0) {
    const At end = year_tail(second.end, second.meaning);
    if (end > second.end) second.end = end, out.back().meaning.year = second.meaning.year;
  }
  out.push_back(second);
}

bool Grammar::weekday_guard(At i) const {
  const Piece& piece = at(i);
  if (!piece.capital) return false;
  if (is(i + 1, Part::kTitleTail) && at(i + 1).capital) return false;
  if (is(i - 1, Part::kTitleHead) && at(i - 1).capital) return false;
  if (!piece.word->guarded) return true;
  const At j = after_dot(i + 1);
  const At k = mark(j, ",") ? j + 1 : j;
  return month(k) != 0 || day_number(k).has_value() || at(k).is(Part::kAm);
}

Grammar::Found Grammar::weekday(At i) const {
  const TimeWord* word = at(i).word;
  if (word == nullptr || word->weekday == 0 || word->plural || !weekday_guard(i))
    return std::nullopt;
  Match match{i, i + 1, {}};
  match.meaning.weekday = word->weekday;
  At j = after_dot(i + 1);
  if (mark(j, ",")) ++j;
  const At date_at = is(j, Part::kThe) ? j + 1 : j;
  auto date = month_day(date_at);
  if (!date) date = day_month(j);
  if (!date) date = day_month(date_at);
  if (date) {
    date->meaning.weekday = word->weekday;
    return Match{i, date->end, date->meaning};
  }
  if (is(i + 1, Part::kThe) && at(i + 2).shape == Shape::kOrdinal && day_number(i + 2)) {
    match.meaning.day = static_cast<unsigned>(at(i + 2).number);
    match.end = i + 3;
    return match;
  }
  // "Monday of last week"
  const TimeWord* shift = is(i + 1, Part::kOf) ? at(i + 2).word : at(i + 1).word;
  const At unit_at = is(i + 1, Part::kOf) ? i + 3 : i + 2;
  const TimeWord* unit = at(unit_at).word;
  if (shift != nullptr && shift->shift != Shift::kNone && unit != nullptr &&
      unit->unit == Unit::kWeek && !unit->plural) {
    match.meaning.shift = shift->shift;
    match.meaning.unit = Unit::kWeek;
    match.end = unit_at + 1;
    return match;
  }
  match.end = part_tail(i + 1, match.meaning);
  if (is(match.end, Part::kTitleTail) && at(match.end).capital) return std::nullopt;
  return match;
}

}  // namespace detente
