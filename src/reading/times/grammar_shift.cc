// Periods told by their distance from another: "last week", "that day", "the end of the month".
#include "reading/times/grammar.h"

namespace detente {

// A part of the day behind a day: "Monday evening". Gives the end, which is `i` without one.
Grammar::At Grammar::part_tail(At i, Meaning& meaning) const {
  const TimeWord* word = at(i).word;
  if (word != nullptr && word->part_of_day != PartOfDay::kNone && !word->plural) {
    meaning.part = word->part_of_day;
    return i + 1;
  }
  if (word != nullptr && word->edge != Mod::kNone && at(i + 1).word != nullptr &&
      at(i + 1).word->part_of_day != PartOfDay::kNone && !at(i + 1).word->plural) {
    meaning.part = at(i + 1).word->part_of_day;
    return i + 2;
  }
  if (word != nullptr && word->clock_hour > 0) {
    meaning.clock.hour = word->clock_hour;
    return i + 1;
  }
  return i;
}

// "last week", "the same date", "this fiscal year", "last night"
bool Grammar::shifted_unit(At i, Shift shift, Match& match) const {
  Meaning& meaning = match.meaning;
  const At unit_at = is(i, Part::kFiscal) ? i + 1 : i;
  const TimeWord* word = at(unit_at).word;
  if (word == nullptr) return false;
  if (shift == Shift::kSame && word->is(Part::kDateWord)) {
    meaning.unit = Unit::kDay;
  } else if (word->unit >= Unit::kDay && !word->plural && word->factor == 1) {
    meaning.unit = word->unit;
  } else if (word->part_of_day != PartOfDay::kNone && !word->plural) {
    meaning.unit = Unit::kDay;
    meaning.part = word->part_of_day;
  } else {
    return false;
  }
  match.end = unit_at + 1;
  return true;
}

// What stands behind "last", "this", "next": a unit, or a name of the calendar.
Grammar::Found Grammar::shifted_core(At i, At begin, Shift shift) const {
  const Piece& piece = at(i);
  if (piece.word == nullptr) return std::nullopt;
  const TimeWord& word = *piece.word;
  Match match{begin, i + 1, {}};
  Meaning& meaning = match.meaning;
  meaning.form = Meaning::Form::kShifted;
  meaning.shift = shift;
  if (shifted_unit(i, shift, match)) return match;
  if (word.weekday != 0 && !word.plural && weekday_guard(i)) {
    meaning.weekday = word.weekday;
    match.end = part_tail(i + 1, meaning);
    return match;
  }
  if (word.month != 0 && piece.capital) {
    // "this March 20th": the date says more.
    if (auto date = month_day(i)) {
      match.end = date->end;
      match.meaning = date->meaning;
      if (date->meaning.year == 0)
        match.meaning.form = Meaning::Form::kShifted, match.meaning.shift = shift;
      return match;
    }
    meaning.month = word.month;
    match.end = i + 1;
    return match;
  }
  if (word.season != 0 && !is(i + 1, Part::kFrom)) {
    if (word.guarded && shift == Shift::kSame) return std::nullopt;
    meaning.season = word.season;
    return match;
  }
  if (Found named = holiday(i)) {
    named->begin = begin;
    named->meaning.shift = shift;
    return named;
  }
  return std::nullopt;
}

// [the] [past] last|this|next|that|... core
Grammar::Found Grammar::shifted(At i) const {
  const bool article = is(i, Part::kThe);
  At j = article ? i + 1 : i;
  const TimeWord* word = at(j).word;
  if (word == nullptr || word->shift == Shift::kNone) return std::nullopt;
  Shift shift = word->shift;
  if (article && (is(j, Part::kLastWord) || shift == Shift::kThis)) {
    // "the last week" is a stretch; "the current year" is a shift.
    if (is(j, Part::kLastWord)) return std::nullopt;
  }
  if (article && is(j, Part::kNextWord)) shift = Shift::kFollowing;
  // "this past week", "this coming Sunday", "that same day"
  const TimeWord* second = at(j + 1).word;
  if (shift == Shift::kThis && second != nullptr && second->is(Part::kVaguePast)) {
    ++j, shift = Shift::kLast;
  } else if ((shift == Shift::kThis || shift == Shift::kSame) && second != nullptr &&
             second->shift != Shift::kNone) {
    ++j, shift = second->shift;
  }
  // "next day" without an article counts from the story, "next week" from publication.
  const TimeWord* core = at(j + 1).word;
  if (!article && shift == Shift::kNext && core != nullptr && core->unit == Unit::kDay)
    shift = Shift::kFollowing;
  if (!article && (shift == Shift::kFollowing || shift == Shift::kPreceding) &&
      (core == nullptr || core->unit != Unit::kDay)) {
    if (word->shift != Shift::kSame) return std::nullopt;
  }
  return shifted_core(j + 1, i, shift);
}

// "the year" of "by the end of the year", "the day" of "later in the day", "the weekend".
Grammar::Found Grammar::definite_unit(At i) const {
  if (!is(i, Part::kThe)) return std::nullopt;
  const TimeWord* word = at(i + 1).word;
  if (word == nullptr || word->plural || word->unit < Unit::kDay || word->factor != 1)
    return std::nullopt;
  if (i == begin_) return std::nullopt;
  const bool opened = is(i - 1, Part::kReferenceOpener);
  // "earlier in the month", "later in the day"
  const TimeWord* edge = is(i - 1, Part::kIn) && i > begin_ + 1 ? at(i - 2).word : nullptr;
  const bool edged_in = edge != nullptr && edge->edge != Mod::kNone;
  const bool weekend = word->unit == Unit::kWeekend;
  if (!edged_in && is(i + 2, Part::kOf)) return std::nullopt;
  if (!weekend && !edged_in && (!opened || !breaks(i + 2))) return std::nullopt;
  Match match{i, i + 2, {}};
  match.meaning.form = Meaning::Form::kShifted;
  match.meaning.shift = word->unit == Unit::kDay ? Shift::kSame : Shift::kThis;
  match.meaning.loose = true;
  match.meaning.unit = word->unit;
  return match;
}

// yesterday, today, tomorrow, tonight, overnight, with a part of the day.
Grammar::Found Grammar::deictic(At i) const {
  const Piece& piece = at(i);
  if (piece.word == nullptr) return std::nullopt;
  Match match{i, i + 1, {}};
  Meaning& meaning = match.meaning;
  meaning.form = Meaning::Form::kShifted;
  meaning.unit = Unit::kDay;
  meaning.shift = Shift::kThis;
  if (piece.is(Part::kTonight)) {
    meaning.part = PartOfDay::kNight;
    return match;
  }
  if (piece.is(Part::kOvernight)) {
    if (looks_noun(i + 1) && upos(i) == "ADJ") return std::nullopt;
    meaning.part = PartOfDay::kNight;
    return match;
  }
  if (piece.is(Part::kYesterday))
    meaning.steps = -1;
  else if (piece.is(Part::kTomorrow))
    meaning.steps = 1;
  else if (!piece.is(Part::kToday))
    return std::nullopt;
  if (piece.is(Part::kToday) && in_title(i)) return std::nullopt;  // "USA Today"
  match.end = part_tail(i + 1, meaning);
  return match;
}

// "the day before yesterday", "the day after tomorrow", "the day before", "the week after".
Grammar::Found Grammar::day_beside(At i) const {
  if (!is(i, Part::kThe)) return std::nullopt;
  const TimeWord* unit = at(i + 1).word;
  if (unit == nullptr || unit->plural) return std::nullopt;
  const bool part = unit->part_of_day != PartOfDay::kNone;  // "the night before"
  if (unit->unit < Unit::kDay && !part) return std::nullopt;
  const bool before = is(i + 2, Part::kBefore);
  if (!before && !is(i + 2, Part::kAfter)) return std::nullopt;
  Match match{i, i + 4, {}};
  match.meaning.form = Meaning::Form::kShifted;
  match.meaning.unit = part ? Unit::kDay : unit->unit;
  match.meaning.part = unit->part_of_day;
  if (before && is(i + 3, Part::kYesterday)) {
    match.meaning.shift = Shift::kThis;
    match.meaning.steps = -2;
    return match;
  }
  if (!before && is(i + 3, Part::kTomorrow)) {
    match.meaning.shift = Shift::kThis;
    match.meaning.steps = 2;
    return match;
  }
  if (before ? is(i + 3, Part::kLastWord) : is(i + 3, Part::kNextWord)) {
    match.meaning.shift = Shift::kThis;
    match.meaning.steps = before ? -2 : 2;
    return match;
  }
  match.end = i + 3;
  match.meaning.shift = before ? Shift::kPreceding : Shift::kFollowing;
  if (!no_complement(i + 3)) return std::nullopt;
  return match;
}

Grammar::Found Grammar::core(At i) const {
  Found best;
  for (const auto matcher :
       {&Grammar::calendar, &Grammar::shifted, &Grammar::deictic, &Grammar::stretch}) {
    Found found = (this->*matcher)(i);
    if (found && (!best || found->end > best->end)) best = found;
  }
  if (best) return best;
  // "late in the year" is two; "the end of the year" is one.
  const TimeWord* word = at(i + 1).word;
  if (is(i, Part::kThe) && word != nullptr && word->unit >= Unit::kDay && !word->plural &&
      !is(i + 2, Part::kOf)) {
    Match match{i, i + 2, {}};
    match.meaning.form = Meaning::Form::kShifted;
    match.meaning.shift = word->unit == Unit::kDay ? Shift::kSame : Shift::kThis;
    match.meaning.unit = word->unit;
    return match;
  }
  return std::nullopt;
}

// "early next week", "mid-2017", "the end of last year", "the early 1990s".
Grammar::Found Grammar::edged(At i) const {
  const bool article = is(i, Part::kThe);
  const At first = article ? i + 1 : i;
  const TimeWord* word = at(first).word;
  if (word == nullptr || (word->edge == Mod::kNone && word->edge_noun == Mod::kNone))
    return std::nullopt;
  Found found;
  Mod mod = word->edge_noun;
  if (mod != Mod::kNone && is(first + 1, Part::kOf)) found = core(first + 2);
  if (!found && word->edge != Mod::kNone) {
    mod = word->edge;
    const At next = over_dash(first + 1);
    found = core(next);
    const TimeWord* part = at(next).word;
    if (!found && part != nullptr && part->part_of_day != PartOfDay::kNone && !part->plural) {
      // "early morning" alone is a part of the story's day.
      const bool opened = i > begin_ && is(i - 1, Part::kReferenceOpener);
      if (!opened) return std::nullopt;
      found = Match{i, next + 1, {}};
      found->meaning.form = Meaning::Form::kShifted;
      found->meaning.shift = Shift::kSame;
      found->meaning.loose = true;
      found->meaning.unit = Unit::kDay;
      found->meaning.part = part->part_of_day;
    }
    const bool named =
        found && (found->meaning.decade >= 0 || found->meaning.century > 0 ||
                  found->meaning.season != 0 || found->meaning.part != PartOfDay::kNone);
    if (article && !named) return std::nullopt;
  }
  if (!found || found->meaning.form == Meaning::Form::kSet) return std::nullopt;
  found->begin = i;
  found->meaning.mod = mod;
  return found;
}

}  // namespace detente
