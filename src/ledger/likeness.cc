#include "ledger/likeness.h"

#include <algorithm>
#include <cstdlib>

#include "ledger/features.h"
#include "ledger/stems.h"
#include "ledger/weights.h"

namespace detente {
namespace {

std::string sentence_of(const Assertion& assertion) {
  const auto told = evidence_of(assertion.said);
  return told.empty() ? std::string() : told.front().quote;
}

std::string content_of(const Object& said) {
  if (const auto* statement = std::get_if<Statement>(&said)) return statement->about;
  if (const auto* claim = std::get_if<Claim>(&said)) return claim->about;
  return {};
}

// A measure by its announcement: it may come into force, and end, on days that reports tell apart.
std::optional<Interval> day_of(const Object& said) {
  const auto* measure = std::get_if<Measure>(&said);
  return measure != nullptr ? measure->announced : date_of(said);
}

bool same_sentence(const Account& a, const Account& b) {
  const auto told_a = evidence_of(a.assertion->said);
  const auto told_b = evidence_of(b.assertion->said);
  return !told_a.empty() && !told_b.empty() && told_a.front().document == told_b.front().document &&
         told_a.front().span == told_b.front().span;
}

// Each list's own comparison; what `Of` names are the two objects.
struct Comparison {
  const Account& a;
  const Account& b;
  bool far;
  Likeness found{};
  double shared_words = -1;

  // The share of words in common, worked out when it is first asked for.
  double words() {
    if (shared_words < 0) shared_words = overlap_of(a.words, b.words);
    return shared_words;
  }
  double content() const { return overlap_of(a.content, b.content); }

  bool same_news() const {
    const Assertion& x = *a.assertion;
    const Assertion& y = *b.assertion;
    const auto gap = (x.known.first_day() - y.known.first_day()).count();
    return x.document != y.document && std::abs(gap) <= weights::kSameNews &&
           std::min(a.words.size(), b.words.size()) >= weights::kLeastWords;
  }

  // Nearly the same words in another document.
  bool retold() { return far && same_news() && words() >= weights::kSameWords; }

  bool reprinted() {
    const auto [less, more] = std::minmax(a.words.size(), b.words.size());
    return same_news() && words() * static_cast<double>(less) >=
                              weights::kSameSentence * static_cast<double>(more);
  }

  // Days that cannot be one rule it out, unless the same news was read in two ways.
  void date(double weight) {
    const double value = date_value(a.date, b.date);
    const bool apart = value < 0 && (!far || value <= weights::kOtherDay);
    const bool misread = apart && (retold() || found.reprint) &&
                         days_between(*a.date, *b.date) <= weights::kMisreadGap;
    found.add("date", misread ? 0 : value, weight);
    if (apart && !misread) found.possible = false;
  }

  void operator()(const Event& x, const Event& y) {
    using W = weights::Event;
    const bool straight = same_sides(x.source, y.source) && same_sides(x.target, y.target);
    const bool crossed = same_sides(x.source, y.target) && same_sides(x.target, y.source);
    const bool same = x.root == y.root && (straight || (crossed && is_mutual(x.root)));
    found.reprint = reprinted();
    found.possible = same || found.reprint || retold();
    if (!found.possible) return;
    found.add("sides", 1, W::kSides);
    if (!same) found.add("kind", -1, W::kRoot);
    date(W::kDate);
    found.add("words", words(), W::kWords);
    if (far) found.add("outlet", 1, W::kFar);
    if (same_sentence(a, b)) found.add("sentence", 1, W::kSentence);
  }

  void operator()(const Statement& x, const Statement& y) {
    using W = weights::Statement;
    found.reprint = reprinted();
    const bool same = x.stance == y.stance;
    found.possible = (same || found.reprint) && same_name(x.speaker, y.speaker);
    found.add("sides", 1, W::kSides);
    if (!same) found.add("kind", -1, W::kStance);
    date(W::kDate);
    found.add("content", content(), W::kContent);
    if (far) found.add("outlet", 1, W::kFar);
    if (found.reprint) found.add("sentence", 1, W::kSentence);
  }

  void operator()(const Proposal& x, const Proposal& y) {
    using W = weights::Proposal;
    found.possible = same_sides(x.by, y.by) && same_sides(x.to, y.to);
    found.add("sides", 1, W::kSides);
    date(W::kDate);
    if (far) {
      found.add("words", words(), W::kWords);
      found.add("outlet", 1, W::kFar);
    }
  }

  void operator()(const Channel&, const Channel&) { found.add("sides", 1, 1); }

  void operator()(const Measure& x, const Measure& y) {
    using W = weights::Measure;
    found.reprint = reprinted();
    found.possible =
        (x.kind == y.kind && share_side(x.against, y.against)) || found.reprint || retold();
    if (!found.possible) return;
    found.add("sides", 1, W::kSides);
    if (x.kind != y.kind) found.add("kind", -1, W::kKind);
    date(W::kDate);
    found.add("words", words(), W::kWords);
    const double number = quantity_value(x.quantity, a.numbers, y.quantity, b.numbers);
    found.add("quantity", number, W::kQuantity);
    const bool same_day = date_value(a.date, b.date) >= weights::kSameDay;
    if (number < 0 && !(far && same_day)) found.possible = false;
  }

  void operator()(const Meeting& x, const Meeting& y) {
    using W = weights::Meeting;
    found.reprint = reprinted();
    if (x.ordinal && y.ordinal) {
      found.add("ordinal", 1, W::kOrdinal);
      found.possible = *x.ordinal == *y.ordinal;
    }
    found.add("sides", 1, W::kSides);
    date(W::kDate);
    found.add("words", words(), W::kWords);
    if (same_sentence(a, b)) found.add("sentence", 1, W::kSentence);
  }

  void operator()(const Claim&, const Claim&) {
    found.add("content", content(), weights::Claim::kContent);
  }

  void operator()(const RoleHeld& x, const RoleHeld& y) {
    found.possible = same_name(x.person, y.person);
    found.add("people", 1, 1);
  }

  void operator()(const Ending&, const Ending&) { found.possible = false; }
};

}  // namespace

Account::Account(const Assertion& told)
    : assertion(&told),
      date(day_of(told.said)),
      words(stems_of(sentence_of(told))),
      content(stems_of(content_of(told.said))),
      numbers(numbers_in(sentence_of(told))) {}

void Likeness::add(const char* name, double value, double weight) {
  found_.at(count_++) = {name, value, weight};
  score_ += value * weight;
}

std::vector<Feature> Likeness::features() const {
  std::vector<Feature> out;
  for (std::size_t i = 0; i < count_; ++i)
    out.push_back({found_[i].name, found_[i].value, found_[i].weight});
  return out;
}

Likeness compare(const Account& a, const Account& b, bool far) {
  Comparison comparison{a, b, far};
  const auto& left = a.assertion->said;
  const auto& right = b.assertion->said;
  std::visit(
      [&](const auto& x) {
        using T = std::decay_t<decltype(x)>;
        if (const T* y = std::get_if<T>(&right)) {
          comparison(x, *y);
        } else {
          comparison.found.possible = false;
        }
      },
      left);
  return comparison.found;
}

}  // namespace detente
