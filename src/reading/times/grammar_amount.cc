// Lengths of time and what is counted with them: "72 hours", "two years ago", "every three months".
#include "reading/times/grammar.h"

namespace detente {

// Whether nothing stands behind "before" or "after" that it could govern.
bool Grammar::no_complement(At i) const {
  if (i >= end_ || at(i).shape == Shape::kMark) return true;
  const std::string_view tag = upos(i);
  if (tag == "VERB" || tag == "AUX" || tag == "CCONJ" || tag == "PUNCT") return true;
  if (!tag.empty()) return tag == "ADP";
  return is(i, Part::kAnd) || is(i, Part::kOn) || is(i, Part::kReferenceOpener) ||
         is(i, Part::kFutureModal) || is(i, Part::kPastAuxiliary) || is(i, Part::kPastForm);
}

// ago, later, earlier, from now, before, after: turns a length into a date.
void Grammar::offset_tail(Match& match) const {
  Meaning& meaning = match.meaning;
  const At i = match.end;
  At end = i + 1;
  if (is(i, Part::kAgo)) {
    meaning.direction = -1;
  } else if (is(i, Part::kFrom) && (is(i + 1, Part::kNow) || is(i + 1, Part::kToday))) {
    meaning.direction = 1;
    end = i + 2;
  } else if (is(i, Part::kLater)) {
    meaning.direction = 1;
    meaning.from_narrative = true;
  } else if (is(i, Part::kEarlier)) {
    meaning.direction = -1;
    meaning.from_narrative = true;
  } else if (is(i, Part::kBefore) && no_complement(i + 1)) {
    meaning.direction = -1;
    meaning.from_narrative = true;
  } else if (is(i, Part::kAfter) && no_complement(i + 1)) {
    meaning.direction = 1;
    meaning.from_narrative = true;
  } else {
    // "five days after they left": a length, and the way to what stands behind it.
    if (is(i, Part::kAfter)) meaning.to_event = -1;
    if (is(i, Part::kBefore)) meaning.to_event = 1;
    return;
  }
  meaning.form = Meaning::Form::kOffset;
  match.end = end;
}

// amount unit: "seventy-two hours", "half a year", "two years ago", "16 years old".
Grammar::Found Grammar::length(At i) const {
  const auto found = amount(i);
  if (!found) return std::nullopt;
  At j = found->end;
  while (is(j, Part::kFullWord)) ++j;
  const bool modified = j > found->end;
  if (dash(j) || dash(j + 1)) {
    if (Found compound = hyphened(i)) return compound;
  }
  const TimeWord* unit = at(j).word;
  if (unit == nullptr || unit->unit == Unit::kNone) return std::nullopt;
  const bool single = !unit->plural;
  if (single && found->count && *found->count > 1) return std::nullopt;
  if (single && !found->count) return std::nullopt;
  if (found->indefinite && long_unit(j)) return std::nullopt;  // "a week-long series"
  const bool sure = !found->indefinite || modified;
  if (unit->unit == Unit::kSecond && single && !sure) return std::nullopt;
  if (unit->unit == Unit::kQuarter && single) return std::nullopt;
  Match match{i, j + 1, {}};
  Meaning& meaning = match.meaning;
  meaning.form = Meaning::Form::kAmount;
  meaning.unit = unit->unit;
  meaning.count = found->count;
  if (meaning.count) *meaning.count *= unit->factor;
  meaning.mod = found->mod;
  // "a year and a half"
  if (is(j + 1, Part::kAnd) && is(j + 2, Part::kA) && is(j + 3, Part::kHalf) && meaning.count) {
    *meaning.count += 0.5 * unit->factor;
    match.end = j + 4;
  }
  if (is(match.end, Part::kOld) && unit->unit >= Unit::kDay) ++match.end;
  // "400 cubic metres a year": a rate, so it repeats.
  if (found->indefinite && !modified && upos(i - 1) == "NOUN" && i > begin_)
    meaning.form = Meaning::Form::kSet;
  offset_tail(match);
  return match;
}

// 10-day, six-month, 16-year-old, two-and-a-half-year
Grammar::Found Grammar::hyphened(At i) const {
  const auto found = amount(i);
  if (!found || found->indefinite || !dash(found->end)) return std::nullopt;
  const TimeWord* unit = at(found->end + 1).word;
  if (unit == nullptr || unit->unit == Unit::kNone || unit->unit == Unit::kQuarter)
    return std::nullopt;
  if (unit->plural && !dash(found->end + 2)) return std::nullopt;
  Match match{i, found->end + 2, {}};
  match.meaning.form = Meaning::Form::kAmount;
  match.meaning.unit = unit->unit;
  match.meaning.count = found->count;
  if (match.meaning.count) *match.meaning.count *= unit->factor;
  match.meaning.mod = found->mod;
  if (dash(match.end) && (is(match.end + 1, Part::kOld) || is(match.end + 1, Part::kLong)))
    match.end += 2;
  return match;
}

// recent weeks, the coming days, the past year, over the next month: no number
Grammar::Found Grammar::unit_stretch(At i) const {
  const bool article = is(i, Part::kThe);
  const At first = article ? i + 1 : i;
  const Piece& word = at(first);
  const TimeWord* unit = at(first + 1).word;
  if (unit == nullptr || unit->unit < Unit::kHour) return std::nullopt;
  Match match{i, first + 2, {}};
  Meaning& meaning = match.meaning;
  meaning.direction = word.is(Part::kStretchPast) ? -1 : 1;
  const bool vague = word.is(Part::kVaguePast) || word.is(Part::kVagueFuture);
  if (unit->plural) {
    if (!vague || unit->unit < Unit::kDay) return std::nullopt;
    meaning.form = Meaning::Form::kReference;
    meaning.reference = meaning.direction < 0 ? "PAST_REF" : "FUTURE_REF";
    return match;
  }
  const bool length_word = word.is(Part::kVaguePast) || word.is(Part::kLastWord);
  const bool spans = i > begin_ && is(i - 1, Part::kSpanning) && word.is(Part::kNextWord);
  if (!article || (!length_word && !spans)) return std::nullopt;
  meaning.form = Meaning::Form::kAmount;
  meaning.unit = unit->unit;
  meaning.count = unit->factor;
  return match;
}

// the past three days, the next two weeks, the first six months
Grammar::Found Grammar::stretch(At i) const {
  const bool article = is(i, Part::kThe);
  const At first = article ? i + 1 : i;
  const Piece& word = at(first);
  const bool past = word.is(Part::kStretchPast);
  const bool future = word.is(Part::kStretchFuture);
  const bool inner = article && word.is(Part::kStretchInner);
  if (!past && !future && !inner) return std::nullopt;
  // "is to last 45 minutes": the verb.
  const bool verb = !article && word.is(Part::kLastWord) && i > begin_ &&
                    (is(i - 1, Part::kInfinitive) || is(i - 1, Part::kFutureModal));
  if (verb) return std::nullopt;
  if (past || future) {
    if (Found found = unit_stretch(i)) return found;
  }
  const auto found = amount(first + 1);
  if (!found || found->indefinite) return std::nullopt;
  At j = found->end;
  while (is(j, Part::kFullWord)) ++j;
  j = over_dash(j);
  const TimeWord* unit = at(j).word;
  if (unit == nullptr || unit->unit == Unit::kNone) return std::nullopt;
  Match match{i, j + 1, {}};
  Meaning& meaning = match.meaning;
  meaning.form = Meaning::Form::kAmount;
  meaning.direction = past ? -1 : future ? 1 : 0;
  meaning.unit = unit->unit;
  meaning.count = found->count;
  if (meaning.count) *meaning.count *= unit->factor;
  meaning.mod = found->mod;
  return match;
}

// week-long, decade-old
bool Grammar::long_unit(At i) const {
  const TimeWord* word = at(i).word;
  if (word == nullptr || word->unit == Unit::kNone || !dash(i + 1) || !at(i + 1).glued)
    return false;
  return is(i + 2, Part::kLong) || is(i + 2, Part::kOld);
}

// years, decades, hours without a number
Grammar::Found Grammar::plural_units(At i) const {
  const TimeWord* word = at(i).word;
  if (word == nullptr) return std::nullopt;
  Match match{i, i + 1, {}};
  match.meaning.form = Meaning::Form::kAmount;
  if (word->long_unit != Unit::kNone) {
    match.meaning.unit = word->long_unit;
    if (!word->long_vague) match.meaning.count = 1;
    return match;
  }
  if (!stands_alone(i)) return std::nullopt;
  if (long_unit(i)) {
    match.meaning.unit = word->unit;
    if (!word->plural) match.meaning.count = word->factor;
    match.end = i + 3;
    return match;
  }
  if (word->unit == Unit::kNone || !word->plural) return std::nullopt;
  if (word->unit == Unit::kSecond || word->unit == Unit::kQuarter) return std::nullopt;
  match.meaning.unit = word->unit;
  if (is(i + 1, Part::kAhead) && i > begin_ && is(i - 1, Part::kThe)) {  // "the months ahead"
    match.begin = i - 1;
    match.end = i + 2;
    match.meaning.form = Meaning::Form::kReference;
    match.meaning.reference = "FUTURE_REF";
    return match;
  }
  offset_tail(match);
  if (match.meaning.form == Meaning::Form::kOffset) return match;
  const bool opened =
      i > begin_ && (is(i - 1, Part::kReferenceOpener) || is(i - 1, Part::kYearPreposition) ||
                     is(i - 1, Part::kDurativeVerb));
  const bool event = is(i + 1, Part::kBefore) || is(i + 1, Part::kAfter) || is(i + 1, Part::kOf);
  if (!opened && !event) return std::nullopt;
  if (word->unit == Unit::kMinute && is(i + 1, Part::kOf)) return std::nullopt;
  return match;
}

// daily, annual, Fridays, mornings
Grammar::Found Grammar::set_word(At i) const {
  const Piece& piece = at(i);
  const TimeWord& word = *piece.word;
  Match match{i, i + 1, {}};
  Meaning& meaning = match.meaning;
  meaning.form = Meaning::Form::kSet;
  if (word.set_unit != Unit::kNone) {
    const bool title = is(i + 1, Part::kTitleTail) || (at(i + 1).capital && i > begin_);
    if ((piece.capital && title) || in_title(i)) return std::nullopt;
    meaning.unit = word.set_unit;
    meaning.every = word.set_every;
    return match;
  }
  if (!word.plural) return std::nullopt;
  if (word.weekday != 0 && piece.capital) {
    meaning.weekday = word.weekday;
    return match;
  }
  // "three nights" is a length.
  if (word.part_of_day == PartOfDay::kNone || word.part_of_day == PartOfDay::kNight)
    return std::nullopt;
  meaning.part = word.part_of_day;
  meaning.unit = Unit::kDay;
  return match;
}

// What is repeated: "year" of "every year", "Monday evening" of "each Monday evening".
bool Grammar::set_core(At i, Match& match) const {
  Meaning& meaning = match.meaning;
  const TimeWord* core = at(i).word;
  if (core == nullptr) return false;
  match.end = i + 1;
  if (core->unit != Unit::kNone) {
    meaning.unit = core->unit;
    meaning.every *= core->factor;
  } else if (core->weekday != 0) {
    meaning.weekday = core->weekday;
    match.end = part_tail(i + 1, meaning);
  } else if (core->month != 0 && at(i).capital) {
    meaning.month = core->month;
  } else if (core->part_of_day != PartOfDay::kNone) {
    meaning.part = core->part_of_day;
    meaning.unit = Unit::kDay;
  } else {
    meaning.season = core->season;
  }
  return core->unit != Unit::kNone || core->weekday != 0 || meaning.month != 0 ||
         meaning.part != PartOfDay::kNone || core->season != 0;
}

// daily, every year, each Monday, twice a week, on Fridays
Grammar::Found Grammar::set(At i) const {
  const Piece& piece = at(i);
  if (piece.word == nullptr) return std::nullopt;
  if (Found plural = plural_units(i)) return plural;
  if (Found word = set_word(i)) return word;
  const bool frequency = piece.is(Part::kTimesA) && is(i + 1, Part::kA);
  if (!frequency && !piece.is(Part::kEvery)) return std::nullopt;
  Match match{i, i + 1, {}};
  match.meaning.form = Meaning::Form::kSet;
  At j = frequency ? i + 2 : i + 1;
  if (is(j, Part::kAlternate)) {
    match.meaning.every = 2;
    ++j;
  }
  constexpr double kMostEvery = 1000;
  if (const auto count = number(j); count && *count->count < kMostEvery) {
    match.meaning.every = static_cast<int>(*count->count);
    j = count->end;
  }
  return set_core(j, match) ? Found(match) : std::nullopt;
}

}  // namespace detente
