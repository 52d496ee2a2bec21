// Expressions that name longer stretches of the calendar: months, seasons, quarters, years,
// holidays.
#include <algorithm>

#include "reading/times/grammar.h"

namespace detente {

// Whether a month's name that is another word too ("May", "March") stands for the month.
bool Grammar::month_guard(At i) const {
  const TimeWord* word = at(i).word;
  const std::string_view tag = upos(i);
  if (is(i - 1, Part::kTitle) && i > begin_) return false;
  if (!word->guarded) return true;
  if (!tag.empty() && tag != "PROPN" && tag != "NOUN") return false;
  if (i > begin_ && is(i - 1, Part::kMonthOpener)) return true;
  const TimeWord* before = i > begin_ ? at(i - 1).word : nullptr;
  if (before != nullptr &&
      (before->edge != Mod::kNone || before->shift != Shift::kNone || before->month != 0))
    return true;
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
  const bool modified =
      before != nullptr && (before->edge != Mod::kNone || before->shift != Shift::kNone);
  if (name && !opened && !modified) return std::nullopt;
  return match;
}

bool Grammar::season_guard(At i) const {
  const Piece& piece = at(i);
  const std::string_view tag = upos(i);
  if (!tag.empty() && tag != "NOUN" && tag != "PROPN") return false;
  if (i > begin_ && is(i - 1, Part::kTitleHead)) return false;
  if (piece.capital && i > begin_ && at(i - 1).capital && at(i - 1).word == nullptr) return false;
  const bool season_noun = !piece.word->guarded;  // "fall" is much else
  const At article = i - 1;
  const bool definite = i > begin_ && is(article, Part::kThe) && article > begin_ &&
                        is(article - 1, Part::kReferenceOpener);
  const bool by = i > begin_ && (is(i - 1, Part::kIn) || is(i - 1, Part::kAt) ||
                                 is(i - 1, Part::kFuturePreposition));
  // "in the fall of the city": not a season before "of" and no year.
  if (is(i + 1, Part::kOf) || is(i + 1, Part::kFrom) || is(i + 1, Part::kIn))
    return season_noun && definite && !is(i + 1, Part::kOf);
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
  const bool of_year = is(end, Part::kOf) && is(end + 1, Part::kThe) &&
                       at(end + 2).word != nullptr && at(end + 2).word->unit == Unit::kYear;
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
  const bool quoted =
      (at(j).lower == "'" || at(j).lower == "’" || at(j).lower == "‘") && at(j + 1).glued;
  if (quoted) ++j;
  Match match{i, j + 1, {}};
  const Piece& piece = at(j);
  if (piece.shape == Shape::kDecade) {
    if (piece.number % 10 != 0) return std::nullopt;
    const bool full = piece.digits == 4 && piece.number >= 1000 && piece.number < 2100;
    const bool edged =
        i > begin_ &&
        (dash(i - 1) || (at(i - 1).word != nullptr && at(i - 1).word->edge != Mod::kNone));
    const bool brief = piece.digits == 2 && (quoted || article > i || edged);
    if (!full && !brief) return std::nullopt;
    match.meaning.decade = piece.number;
    return match;
  }
  // "the nineteen-eighties", "the sixties"
  int century = 0;
  if (const TimeWord* word = piece.word;
      word != nullptr && word->cardinal >= 15 && word->cardinal <= 20) {
    const At tens = over_dash(j + 1);
    if (at(tens).word != nullptr && at(tens).word->decade >= 0) century = word->cardinal, j = tens;
  }
  const TimeWord* tens = at(j).word;
  if (tens == nullptr || tens->decade < 0) return std::nullopt;
  if (century == 0 && (article == i || is(article - 1, Part::kOf) || looks_noun(j + 1)))
    return std::nullopt;
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
  if (next != nullptr && next->unit != Unit::kNone) return false;
  if (!starts && before.is(Part::kYearPreposition)) return true;
  if (mark(i - 1, "(") || mark(i - 1, "[")) return true;
  if (piece.number < 1800 || piece.number > 2060) return false;
  // "the 2015 agreement", "its 2016 budget"; not "Expo 2017", "Boeing 1950".
  const bool named = !starts && before.shape == Shape::kWord && before.capital &&
                     before.word == nullptr && i - 1 != begin_;
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
  const bool range =
      *found >= 1500 && dash(i + 1) && at(i + 1).glued &&
      (year_number(i + 2) || (at(i + 2).digits == 2 && *found % 100 < at(i + 2).number));
  const bool range_end = *found >= 1500 && dash(i - 1) && year_number(i - 2).has_value();
  if (dash(i + 1) && at(i + 1).glued && !range && at(i + 2).glued && at(i + 2).word != nullptr &&
      at(i + 2).word->unit != Unit::kNone) {
    return std::nullopt;  // "2000-year"
  }
  if (!range && !range_end && !year_guard(i)) return std::nullopt;
  return match;
}

// "the year 2030", "'71"
Grammar::Found Grammar::named_year(At i) const {
  const At j = is(i, Part::kThe) ? i + 1 : i;
  Match match{i, j + 2, {}};
  if (at(j).word != nullptr && at(j).word->unit == Unit::kYear && !at(j).word->plural) {
    const auto found = year_number(j + 1);
    if (!found) return std::nullopt;
    match.meaning.year = *found;
    return match;
  }
  const bool quoted = at(j).lower == "'" || at(j).lower == "’" || at(j).lower == "‘";
  const Piece& digits = at(j + 1);
  if (j > i || !quoted || !digits.glued || digits.shape != Shape::kNumber || digits.digits != 2)
    return std::nullopt;
  if (at(i).glued || at(j + 2).glued) {
    if (at(i).glued || !breaks(j + 2)) return std::nullopt;
  }
  match.meaning.year = digits.number + (digits.number < 30 ? 2000 : 1900);
  return match;
}

// "the 15th" on its own: a day of this month or of the one beside it.
Grammar::Found Grammar::day_of_month(At i) const {
  if (!is(i, Part::kThe) || at(i + 1).shape != Shape::kOrdinal || !day_number(i + 1))
    return std::nullopt;
  const bool opened = i > begin_ && (is(i - 1, Part::kOn) || is(i - 1, Part::kAt) ||
                                     is(i - 1, Part::kReferenceOpener));
  if (!opened || !closes(i + 2)) return std::nullopt;
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
    if (in_title(i) && i - 1 != begin_) continue;
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
  for (const auto matcher :
       {&Grammar::full_date, &Grammar::numeric_date, &Grammar::listed_day, &Grammar::weekday,
        &Grammar::bare_month, &Grammar::season, &Grammar::ordinal_period, &Grammar::decade,
        &Grammar::year, &Grammar::named_year, &Grammar::day_of_month, &Grammar::holiday}) {
    Found found = (this->*matcher)(i);
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

}  // namespace detente
