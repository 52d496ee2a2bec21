// Expressions that name places of the calendar: full dates, weekdays, months, years, quarters.
#include "reading/times/grammar.h"

#include <algorithm>

namespace detente {

unsigned Grammar::month(At i) const {
  const Piece& piece = at(i);
  if (piece.word == nullptr || piece.word->month == 0) return 0;
  return piece.capital ? piece.word->month : 0;
}

// Past the full stop of an abbreviation that was cut off from it.
Grammar::At Grammar::after_dot(At i) const {
  const Piece& before = at(i - 1);
  const bool dotted = before.word != nullptr && before.word->abbreviation && mark(i, ".") && at(i).glued;
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
  const At year_at = dash(found.end) && at(found.end).glued && year_number(found.end + 1) ? found.end + 1 : found.end;
  found.end = std::max(found.end, year_tail(year_at, found.meaning));
  if (found.meaning.year == 0 && is(found.end, Part::kCountedAfter)) return std::nullopt;
  return found;
}

std::optional<Grammar::MonthDay> Grammar::day_month(At i) const {
  At j = i;
  const bool article = is(j, Part::kThe) || (at(j).word != nullptr && at(j).word->shift == Shift::kThis);
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
    // "the 20 March protests": the article belongs to the noun, as it does not in "the 20th of March".
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
  if (at(i + 3).lower != sign || second.shape != Shape::kNumber || third.shape != Shape::kNumber) return std::nullopt;
  if (at(i + 5).glued && at(i + 5).lower == sign) return std::nullopt;
  Meaning meaning;
  if (iso) {
    meaning.year = at(i).number;
    meaning.month = static_cast<unsigned>(second.number);
    meaning.day = static_cast<unsigned>(third.number);
  } else {
    if (third.digits != 4 && third.digits != 2) return std::nullopt;
    meaning.year = third.digits == 4 ? third.number : third.number + (third.number < 50 ? 2000 : 1900);
    const bool day_first = at(i).number > 12;
    meaning.month = static_cast<unsigned>(day_first ? second.number : at(i).number);
    meaning.day = static_cast<unsigned>(day_first ? at(i).number : second.number);
  }
  if (!day_period(meaning.year, meaning.month, meaning.day)) return std::nullopt;
  Match match{i, i + 5, meaning};
  // "2017-09-13T10:00"
  if (at(i + 5).lower == "t" && at(i + 5).glued && at(i + 6).shape == Shape::kNumber && mark(i + 7, ":")) {
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
  while ((is(j, Part::kAnd) || is(j, Part::kTo) || dash(j) || mark(j, ",")) && day_number(j + 1)) j += 2;
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
                      (next.word != nullptr && (next.word->unit != Unit::kNone || next.is(Part::kAm) || next.is(Part::kPm)));
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
  if (word == nullptr || word->weekday == 0 || word->plural || !weekday_guard(i)) return std::nullopt;
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
  if (shift != nullptr && shift->shift != Shift::kNone && unit != nullptr && unit->unit == Unit::kWeek && !unit->plural) {
    match.meaning.shift = shift->shift;
    match.meaning.unit = Unit::kWeek;
    match.end = unit_at + 1;
    return match;
  }
  match.end = part_tail(i + 1, match.meaning);
  return match;
}

// Whether a month's name that is another word too ("May", "March") stands for the month.
bool Grammar::month_guard(At i) const {
  const TimeWord* word = at(i).word;
  const std::string_view tag = upos(i);
  if (is(i - 1, Part::kTitle) && i > begin_) return false;
  if (!word->guarded) return true;
  if (!tag.empty() && tag != "PROPN" && tag != "NOUN") return false;
  if (i > begin_ && is(i - 1, Part::kMonthOpener)) return true;
  const TimeWord* before = i > begin_ ? at(i - 1).word : nullptr;
  if (before != nullptr && (before->edge != Mod::kNone || before->shift != Shift::kNone || before->month != 0)) return true;
  return dash(i - 1) && i >= begin_ + 2 && at(i - 2).word != nullptr &&
         (at(i - 2).word->edge != Mod::kNone || at(i - 2).word->month != 0);
}

Grammar::Found Grammar::bare_month(At i) const {
  if (month(i) == 0) return std::nullopt;
  Match match{i, i + 1, {}};
  match.meaning.month = month(i);
  const At dotted = after_dot(i + 1);
  match.end = std::max(match.end, year_tail(dotted, match.meaning));
  if (match.end > dotted) return match;
  match.end = i + 1;
  if (!month_guard(i)) return std::nullopt;
  // "April Becker", "June Carter": a capitalised word behind it that no table knows is a surname.
  const Piece& next = at(i + 1);
  const bool name = next.capital && next.shape == Shape::kWord && next.word == nullptr;
  const bool opened = is(i - 1, Part::kMonthOpener) && i > begin_;
  const TimeWord* before = i > begin_ ? at(i - 1).word : nullptr;
  const bool modified = before != nullptr && (before->edge != Mod::kNone || before->shift != Shift::kNone);
  if (name && !opened && !modified) return std::nullopt;
  return match;
}

bool Grammar::season_guard(At i) const {
  const Piece& piece = at(i);
  const std::string_view tag = upos(i);
  if (!tag.empty() && tag != "NOUN" && tag != "PROPN") return false;
  if (i > begin_ && is(i - 1, Part::kTitleHead)) return false;
  if (piece.capital && i > begin_ && at(i - 1).capital && at(i - 1).word == nullptr) return false;
  const bool season_noun = piece.word->season != 9 || piece.lower.front() == 'a';
  const At article = i - 1;
  const bool definite = i > begin_ && is(article, Part::kThe) && article > begin_ && is(article - 1, Part::kReferenceOpener);
  const bool by = i > begin_ && (is(i - 1, Part::kIn) || is(i - 1, Part::kAt) || is(i - 1, Part::kFuturePreposition));
  // "in the fall of the city": not a season before "of" and no year.
  if (is(i + 1, Part::kOf) || is(i + 1, Part::kFrom) || is(i + 1, Part::kIn)) return season_noun && definite && !is(i + 1, Part::kOf);
  return definite || (season_noun && by);
}

Grammar::Found Grammar::season(At i) const {
  const At first = is(i, Part::kThe) ? i + 1 : i;
  const TimeWord* word = at(first).word;
  if (word == nullptr || word->season == 0) return std::nullopt;
  Match match{i, first + 1, {}};
  match.meaning.season = word->season;
  if (const At end = year_tail(first + 1, match.meaning); end > first + 1) {
    match.end = end;
    return match;
  }
  if (first > begin_ && dash(first - 1)) return match;
  if (!season_guard(first)) return std::nullopt;
  return match;
}

// "the third quarter of 2016", "first half", "the 19th century"
Grammar::Found Grammar::ordinal_period(At i) const {
  const bool article = is(i, Part::kThe);
  const At first = article ? i + 1 : i;
  const auto order = ordinal(first);
  if (!order) return std::nullopt;
  const At unit_at = over_dash(order->end);
  const TimeWord* unit = at(unit_at).word;
  if (unit == nullptr || unit->plural) return std::nullopt;
  Match match{i, unit_at + 1, {}};
  if (article && unit_at > order->end) return std::nullopt;  // "the third-quarter results"
  if (unit->unit == Unit::kCentury && order->number <= 22) {
    match.meaning.century = order->number;
    if (is(match.end, Part::kEraBefore)) match.meaning.before_christ = true, ++match.end;
    return match;
  }
  const bool half = unit->is(Part::kHalf) && order->number <= 2;
  if (!half && !(unit->unit == Unit::kQuarter && order->number <= 4)) return std::nullopt;
  (half ? match.meaning.half : match.meaning.quarter) = order->number;
  const At end = year_tail(match.end, match.meaning);
  if (end > match.end) {
    match.end = end;
    return match;
  }
  const bool of_year = is(end, Part::kOf) && is(end + 1, Part::kThe) && at(end + 2).word != nullptr && at(end + 2).word->unit == Unit::kYear;
  if (of_year) {
    match.end = end + 3;
    return match;
  }
  if (is(end, Part::kOf)) return std::nullopt;
  if (half && !(i > begin_ && is(i - 1, Part::kReferenceOpener))) return std::nullopt;
  return match;
}

Grammar::Found Grammar::decade(At i) const {
  const At article = is(i, Part::kThe) ? i + 1 : i;
  At j = article;
  const bool quoted = (at(j).lower == "'" || at(j).lower == "’" || at(j).lower == "‘") && at(j + 1).glued;
  if (quoted) ++j;
  Match match{i, j + 1, {}};
  const Piece& piece = at(j);
  if (piece.shape == Shape::kDecade) {
    if (piece.number % 10 != 0) return std::nullopt;
    const bool full = piece.digits == 4 && piece.number >= 1000 && piece.number < 2100;
    const bool edged = i > begin_ && (dash(i - 1) || (at(i - 1).word != nullptr && at(i - 1).word->edge != Mod::kNone));
    const bool brief = piece.digits == 2 && (quoted || article > i || edged);
    if (!full && !brief) return std::nullopt;
    match.meaning.decade = piece.number;
    return match;
  }
  // "the nineteen-eighties", "the sixties"
  int century = 0;
  if (const TimeWord* word = piece.word; word != nullptr && word->cardinal >= 15 && word->cardinal <= 20) {
    const At tens = over_dash(j + 1);
    if (at(tens).word != nullptr && at(tens).word->decade >= 0) century = word->cardinal, j = tens;
  }
  const TimeWord* tens = at(j).word;
  if (tens == nullptr || tens->decade < 0) return std::nullopt;
  if (century == 0 && (article == i || is(article - 1, Part::kOf) || looks_noun(j + 1))) return std::nullopt;
  match.meaning.decade = century * 100 + tens->decade;
  match.end = j + 1;
  return match;
}

// Whether a bare four-digit number is a year, by what stands around it.
bool Grammar::year_guard(At i) const {
  const Piece& piece = at(i);
  const Piece& before = at(i - 1);
  const bool starts = i == begin_;
  if (!starts && (before.is(Part::kCountedBefore) || before.is(Part::kNumberedThing))) return false;
  if (is(i + 1, Part::kCountedAfter) || mark(i + 1, "%")) return false;
  if (at(i + 1).glued && (mark(i + 1, ":") || mark(i + 1, "/"))) return false;
  if (piece.number < 1500 || piece.number > 2100) {
    return !starts && before.is(Part::kIn) && breaks(i + 1) && piece.number % 100 != 0;
  }
  if (plural_noun(i + 1) && (piece.number % 50 == 0 && piece.number != 2000)) return false;
  const TimeWord* next = at(i + 1).word;
  if (next != nullptr && next->unit != Unit::kNone && next->plural) return false;
  if (!starts && before.is(Part::kYearPreposition)) return true;
  if (mark(i - 1, "(") || mark(i - 1, "[")) return true;
  if (piece.number < 1800 || piece.number > 2060) return false;
  // "the 2015 agreement", "its 2016 budget"; not "Expo 2017", "Boeing 1950".
  const bool named = !starts && before.shape == Shape::kWord && before.capital && before.word == nullptr && i - 1 != begin_;
  if (named || (!starts && before.shape == Shape::kNumber)) return false;
  if (mark(i - 1, ",") && at(i - 2).shape == Shape::kNumber) return false;
  return true;
}

Grammar::Found Grammar::year(At i) const {
  // "fiscal 2018", "fiscal year 2018", "AD 70"
  if (is(i, Part::kFiscal)) {
    const At j = at(i + 1).word != nullptr && at(i + 1).word->unit == Unit::kYear ? i + 2 : i + 1;
    if (const auto found = year_number(j)) {
      Match match{i, j + 1, {}};
      match.meaning.year = *found;
      return match;
    }
    return std::nullopt;
  }
  const bool number = at(i).shape == Shape::kNumber && at(i).digits > 0 && at(i).digits <= 4;
  if (!number) return std::nullopt;
  Match match{i, i + 1, {}};
  match.meaning.year = at(i).number;
  if (is(i + 1, Part::kEraBefore) && stands_alone(i)) {
    match.meaning.before_christ = true;
    match.end = i + 2;
    return match;
  }
  // The "88" of "1980-88".
  if (at(i).digits == 2 && dash(i - 1) && at(i).glued && i > begin_ + 1) {
    const auto from = year_number(i - 2);
    if (from && at(i - 1).glued && *from % 100 < at(i).number) {
      match.meaning.year = *from / 100 * 100 + at(i).number;
      return match;
    }
  }
  const auto found = year_number(i);
  if (!found || !(stands_alone(i) || (dash(i - 1) && year_number(i - 2)))) return std::nullopt;
  const bool range = dash(i + 1) && at(i + 1).glued &&
                     (year_number(i + 2) || (at(i + 2).digits == 2 && *found % 100 < at(i + 2).number));
  const bool range_end = dash(i - 1) && i > begin_ + 1 && year_number(i - 2).has_value();
  if (dash(i + 1) && at(i + 1).glued && !range && at(i + 2).glued && at(i + 2).word != nullptr &&
      at(i + 2).word->unit != Unit::kNone) {
    return std::nullopt;  // "2000-year"
  }
  if (!range && !range_end && !year_guard(i)) return std::nullopt;
  return match;
}

// "the 15th" on its own: a day of this month or of the one beside it.
Grammar::Found Grammar::day_of_month(At i) const {
  if (!is(i, Part::kThe) || at(i + 1).shape != Shape::kOrdinal || !day_number(i + 1)) return std::nullopt;
  const bool opened = i > begin_ && (is(i - 1, Part::kOn) || is(i - 1, Part::kAt) || is(i - 1, Part::kReferenceOpener));
  if (!opened || (!breaks(i + 2) && looks_noun(i + 2))) return std::nullopt;
  Match match{i, i + 2, {}};
  match.meaning.day = static_cast<unsigned>(at(i + 1).number);
  return match;
}

Grammar::Found Grammar::holiday(At i) const {
  const auto* phrases = words_.phrases(at(i).lower);
  if (phrases == nullptr) return std::nullopt;
  for (const TimePhrase& phrase : *phrases) {
    if (phrase.kind != PhraseKind::kHoliday) continue;
    const At end = phrase_end(i, phrase);
    if (end == 0 || !(at(i).capital || at(i).shape == Shape::kNumber)) continue;
    Match match{i, end, {}};
    match.meaning.form = Meaning::Form::kHoliday;
    match.meaning.holiday = phrase.holiday;
    match.end = year_tail(end, match.meaning);
    return match;
  }
  return std::nullopt;
}

Grammar::Found Grammar::calendar(At i) const {
  Found best;
  for (const auto matcher : {&Grammar::full_date, &Grammar::numeric_date, &Grammar::listed_day,
                             &Grammar::weekday, &Grammar::bare_month, &Grammar::season,
                             &Grammar::ordinal_period, &Grammar::decade, &Grammar::year,
                             &Grammar::day_of_month, &Grammar::holiday}) {
    Found found = (this->*matcher)(i);
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

}  // namespace detente
