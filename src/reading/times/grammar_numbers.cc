// Numbers and amounts: "72", "seventy-two", "two and a half", "a couple of", "several".
#include <cmath>
#include <utility>

#include "reading/times/grammar.h"

namespace detente {

std::optional<int> Grammar::year_number(At i) const {
  const Piece& piece = at(i);
  if (piece.shape != Shape::kNumber || piece.digits != 4) return std::nullopt;
  if (piece.number < 1000 || piece.number > 2199) return std::nullopt;
  return piece.number;
}

std::optional<int> Grammar::day_number(At i) const {
  const Piece& piece = at(i);
  const bool plain = piece.shape == Shape::kNumber && (piece.digits == 1 || piece.digits == 2);
  if (!plain && piece.shape != Shape::kOrdinal) return std::nullopt;
  if (piece.number < 1 || piece.number > 31) return std::nullopt;
  return piece.number;
}

std::optional<Grammar::Ordinal> Grammar::ordinal(At i) const {
  const Piece& piece = at(i);
  if (piece.shape == Shape::kOrdinal) return Ordinal{i + 1, piece.number};
  if (piece.word == nullptr) return std::nullopt;
  if (piece.word->ordinal > 0) return Ordinal{i + 1, piece.word->ordinal};
  const TimeWord* ones = dash(i + 1) ? at(i + 2).word : nullptr;
  const bool tens = piece.word->cardinal >= 20 && piece.word->cardinal % 10 == 0;
  if (!tens || ones == nullptr || ones->ordinal < 1 || ones->ordinal > 9) return std::nullopt;
  return Ordinal{i + 3, piece.word->cardinal + ones->ordinal};
}

std::optional<Grammar::Amount> Grammar::number_words(At i) const {
  double total = 0;
  const TimeWord* second = at(i + 1).word;
  const bool article = is(i, Part::kA) && second != nullptr && second->scale > 0;  // "a hundred"
  double part = article ? 1 : 0;
  At end = i;
  for (At j = article ? i + 1 : i;;) {
    const TimeWord* word = at(j).word;
    if (word != nullptr && word->cardinal >= 0) {
      part += word->cardinal;
    } else if (word != nullptr && word->scale > 0 && part > 0) {
      part *= word->scale;
      if (word->scale >= 1000) total += std::exchange(part, 0);
    } else {
      break;
    }
    end = ++j;
    const TimeWord* next = at(j + 1).word;
    const bool more = next != nullptr && next->cardinal >= 0;
    const int last = static_cast<int>(std::fmod(part, 100));
    if (more && part > 0 && (last == 0 ? is(j, Part::kAnd) : last % 10 == 0 && dash(j))) ++j;
  }
  if (end == i) return std::nullopt;
  return Amount{.end = end, .count = total + part};
}

std::optional<Grammar::Amount> Grammar::number(At i) const {
  const Piece& piece = at(i);
  if (!stands_alone(i)) return std::nullopt;
  if (piece.shape == Shape::kDecimal) return Amount{.end = i + 1, .count = piece.real};
  if (piece.shape != Shape::kNumber || piece.number < 0) return number_words(i);
  Amount found{.end = i + 1, .count = piece.number};
  if (const TimeWord* scale = at(i + 1).word;
      scale != nullptr && scale->scale > 0) {  // "13 million"
    found.count = *found.count * scale->scale;
    ++found.end;
  }
  const bool fraction =
      at(i + 1).number == 1 && mark(i + 2, "/") && at(i + 2).glued && at(i + 3).glued;
  if (fraction && at(i + 3).number == 2) return Amount{.end = i + 4, .count = *found.count + 0.5};
  return found;
}

std::optional<Grammar::Amount> Grammar::vague_amount(At i) const {
  const At first = is(i, Part::kA) ? i + 1 : i;
  const TimeWord* word = at(first).word;
  if (word == nullptr) return std::nullopt;
  if (word->group > 0 && (first > i || word->plural || word->group > 2)) {
    At end = first + 1;
    if (is(end, Part::kOf)) ++end;
    return Amount{.end = end, .count = word->group};
  }
  if (!word->is(Part::kVagueAmount)) return std::nullopt;
  At end = first + 1;
  const TimeWord* scale = at(end).word;
  if (scale != nullptr && scale->scale > 0) ++end;
  return Amount{.end = end, .count = std::nullopt};
}

// "half a year", "half a dozen", "a half"; "a" alone counts one.
std::optional<Grammar::Amount> Grammar::article_amount(At i) const {
  if (is(i, Part::kHalf) && is(i + 1, Part::kA)) {
    const TimeWord* group = at(i + 2).word;
    const bool dozen = group != nullptr && group->group > 2;
    if (dozen) return Amount{.end = i + 3, .count = group->group / 2.0};
    return Amount{.end = i + 2, .count = 0.5};
  }
  if (!is(i, Part::kA)) return std::nullopt;
  if (is(i + 1, Part::kHalf)) return Amount{.end = over_dash(i + 2), .count = 0.5};
  return Amount{.end = i + 1, .count = 1, .indefinite = true};
}

// "two dozen", "two and a half", "two-and-a-half", and ranges: "two or three", "10 to 15", "10-15".
Grammar::Amount Grammar::with_tail(Amount found) const {
  const TimeWord* group = at(found.end).word;
  if (group != nullptr && group->group > 2) {
    found.count = *found.count * group->group;
    ++found.end;
  }
  At tail = over_dash(found.end);
  if (is(tail, Part::kAnd)) {
    tail = over_dash(tail + 1);
    if (is(tail, Part::kA)) tail = over_dash(tail + 1);
    if (is(tail, Part::kHalf)) return {.end = tail + 1, .count = *found.count + 0.5};
  }
  // TIMEX3 has no value for a range: the amount stays open.
  if (!is(found.end, Part::kAnd) && !is(found.end, Part::kTo) && !dash(found.end)) return found;
  const At second = found.end + 1;
  if (const auto other = number_words(second); other && other->count > found.count) {
    return {.end = other->end, .count = std::nullopt};
  }
  if (at(second).shape == Shape::kNumber && at(second).number > *found.count) {
    return {.end = second + 1, .count = std::nullopt};
  }
  return found;
}

std::optional<Grammar::Amount> Grammar::plain_amount(At i) const {
  if (auto vague = vague_amount(i)) return vague;
  if (const auto found = number(i)) return with_tail(*found);
  return article_amount(i);
}

std::optional<Grammar::Amount> Grammar::amount(At i) const {
  const auto* phrases = words_.phrases(at(i).lower);
  if (phrases == nullptr) return plain_amount(i);
  for (const TimePhrase& phrase : *phrases) {
    if (phrase.kind != PhraseKind::kModifier) continue;
    const At end = phrase_end(i, phrase);
    if (end == 0) continue;
    if (auto rest = plain_amount(end)) {
      rest->mod = phrase.mod;
      return rest;
    }
  }
  return plain_amount(i);
}

}  // namespace detente
