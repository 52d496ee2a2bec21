#include "ledger/likeness.h"

#include <algorithm>

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

  double words() const { return overlap_of(a.words, b.words); }
  double content() const { return overlap_of(a.content, b.content); }

  // Days that cannot be one: within a document that rules it out.
  void date(double weight) {
    const double value = date_value(a.date, b.date);
    found.add("date", value, weight);
    if (value < 0 && !far) found.possible = false;
    if (value <= weights::kOtherDay) found.possible = false;
  }

  void operator()(const Event& x, const Event& y) {
    using W = weights::Event;
    const bool straight = same_sides(x.source, y.source) && same_sides(x.target, y.target);
    const bool crossed = same_sides(x.source, y.target) && same_sides(x.target, y.source);
    found.possible = straight || (crossed && is_mutual(x.root));
    found.add("sides", 1, W::kSides);
    date(W::kDate);
    found.add("words", words(), W::kWords);
    if (far) found.add("outlet", 1, W::kFar);
    if (same_sentence(a, b)) found.add("sentence", 1, W::kSentence);
  }

  void operator()(const Statement& x, const Statement& y) {
    using W = weights::Statement;
    found.possible = x.stance == y.stance && same_name(x.speaker, y.speaker);
    found.add("sides", 1, W::kSides);
    date(W::kDate);
    found.add("content", content(), W::kContent);
    if (far) found.add("outlet", 1, W::kFar);
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
    found.possible = x.kind == y.kind && share_side(x.against, y.against);
    found.add("sides", 1, W::kSides);
    const double day = date_value(a.date, b.date);
    found.add("date", day, W::kDate);
    found.add("words", words(), W::kWords);
    const double number = quantity_value(x.quantity, a.numbers, y.quantity, b.numbers);
    found.add("quantity", number, W::kQuantity);
    const bool told_apart = day <= weights::kOtherDay && is_day(*a.date) && is_day(*b.date);
    if ((day < 0 && !far) || told_apart) found.possible = false;
    if (number < 0 && !(far && day >= weights::kSameDay)) found.possible = false;
  }

  void operator()(const Meeting& x, const Meeting& y) {
    using W = weights::Meeting;
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
