#include "reading/times/grammar.h"

#include <algorithm>

namespace detente {

const Piece& Grammar::at(At i) const {
  static const Piece kNone{
      .span = {}, .token = 0, .lower = {}, .word = nullptr, .shape = Shape::kMark};
  return i >= begin_ && i < end_ ? pieces_[i] : kNone;
}

bool Grammar::dash(At i) const { return is(i, Part::kDash); }

std::string_view Grammar::upos(At i) const {
  if (i < begin_ || i >= end_) return {};
  return analysis_.tokens[pieces_[i].token].upos;
}

bool Grammar::plural_noun(At i) const {
  const Piece& piece = at(i);
  const std::string_view tag = upos(i);
  if (!tag.empty() && tag != "NOUN") return false;
  if (piece.shape != Shape::kWord || piece.capital || piece.word != nullptr) return false;
  return piece.lower.size() > 3 && piece.lower.back() == 's' && !piece.lower.ends_with("ss");
}

bool Grammar::stands_alone(At i) const {
  if (i <= begin_ || !at(i).glued) return true;
  const Piece& before = at(i - 1);
  static constexpr std::string_view kOpeners[] = {"(", "[", "\"", "'", "“", "‘", "—", "–", "/"};
  if (std::ranges::find(kOpeners, before.lower) != std::end(kOpeners)) return true;
  return dash(i - 1) && at(i - 2).shape == Shape::kWord && !at(i - 2).capital;
}

bool Grammar::looks_noun(At i) const {
  const Piece& piece = at(i);
  if (piece.shape != Shape::kWord || piece.word != nullptr) return false;
  const std::string_view tag = upos(i);
  return tag.empty() || tag == "NOUN" || tag == "ADJ" || tag == "PROPN";
}

// A capitalised word inside a name: "LA Weekly", "Johnnie Christmas".
bool Grammar::in_title(At i) const {
  if (i <= begin_ || !at(i).capital) return false;
  const Piece& before = at(i - 1);
  return before.capital && before.word == nullptr && before.shape == Shape::kWord;
}

// "from March to August 2011", "between January 20 and February 3, 2016": the year serves both.
void Grammar::share_year(std::vector<Match>& out) const {
  if (out.size() < 2) return;
  const Match& second = out.back();
  Match& first = out[out.size() - 2];
  const bool joined = first.end + 1 == second.begin &&
                      (is(first.end, Part::kTo) || is(first.end, Part::kAnd) || dash(first.end));
  const bool both = first.meaning.form == Meaning::Form::kCalendar && first.meaning.month > 0 &&
                    second.meaning.month > 0;
  if (!joined || !both || first.meaning.year != 0 || second.meaning.year == 0) return;
  const bool over_new_year = first.meaning.month > second.meaning.month;
  first.meaning.year = second.meaning.year - (over_new_year ? 1 : 0);
}

// Whether a phrase may end before i: nothing there that the phrase would describe or count.
bool Grammar::closes(At i) const {
  if (breaks(i)) return true;
  const Piece& piece = at(i);
  if (piece.shape != Shape::kWord || looks_noun(i)) return false;
  if (piece.word == nullptr) return true;
  return !piece.is(Part::kOf) && piece.word->unit == Unit::kNone && piece.word->cardinal < 0 &&
         !piece.is(Part::kVagueAmount);
}

bool Grammar::breaks(At i) const {
  return i >= end_ || at(i).shape == Shape::kMark || is(i, Part::kClauseBreak);
}

Grammar::At Grammar::phrase_end(At i, const TimePhrase& phrase) const {
  for (const std::string& word : phrase.words) {
    if (at(i++).lower != word) return 0;
  }
  return i;
}

Grammar::Found Grammar::reference(At i) const {
  const auto* phrases = words_.phrases(at(i).lower);
  if (phrases == nullptr) return std::nullopt;
  for (const TimePhrase& phrase : *phrases) {
    if (phrase.kind != PhraseKind::kReference) continue;
    const At end = phrase_end(i, phrase);
    if (end == 0 || is(end, Part::kReferenceBlocker)) continue;
    const Part opener =
        phrase.guard == ReferenceGuard::kAt ? Part::kReferenceAt : Part::kReferenceOpener;
    const bool guarded = phrase.guard != ReferenceGuard::kNone;
    if (guarded && (i == begin_ || !is(i - 1, opener) || !closes(end))) continue;
    if (in_title(i)) continue;  // "Democracy Now"
    Match match{i, end, {}};
    match.meaning.form = Meaning::Form::kReference;
    match.meaning.reference = phrase.value;
    return match;
  }
  return std::nullopt;
}

bool Grammar::may_begin(const Piece& piece) const {
  return piece.word != nullptr || piece.shape == Shape::kNumber || piece.shape == Shape::kDecade ||
         piece.shape == Shape::kOrdinal || piece.shape == Shape::kDecimal;
}

Grammar::Found Grammar::best_at(At i) {
  Found best;
  const auto consider = [&](Found found) {
    if (found && (!best || found->end > best->end)) best = std::move(found);
  };
  consider(clock(i));
  consider(calendar(i));
  consider(edged(i));
  consider(shifted(i));
  consider(deictic(i));
  consider(day_beside(i));
  consider(set(i));
  consider(stretch(i));
  consider(length(i));
  consider(definite_unit(i));
  consider(part_of_day(i));
  consider(reference(i));
  return best;
}

void Grammar::add(std::vector<Match>& out, Match match) {
  out.push_back(match);
  share_year(out);
  listed_days_after(out);
}

void Grammar::run(std::vector<Match>& out) {
  for (At i = begin_; i < end_;) {
    if (!may_begin(pieces_[i])) {
      ++i;
      continue;
    }
    if (Found found = best_at(i)) {
      add(out, *found);
      i = std::max(out.back().end, i + 1);
    } else {
      ++i;
    }
  }
}

}  // namespace detente
