#include "ledger/majority.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "ledger/stems.h"

namespace detente {
namespace {

struct Number {
  Quantity quantity;
  std::set<std::string> documents;
  bool part = false;
};

// Whether a larger number of the sentence is the whole that this one is a part of.
bool is_part(const Quantity& quantity, const Assertion& assertion,
             const std::vector<Number>& others) {
  const auto told = evidence_of(assertion.said);
  const auto sentence = told.empty() ? std::vector<double>{} : numbers_in(told.front().quote);
  return std::any_of(others.begin(), others.end(), [&](const Number& other) {
    return other.quantity.value > quantity.value &&
           std::binary_search(sentence.begin(), sentence.end(), other.quantity.value);
  });
}

}  // namespace

std::optional<Quantity> most_told_quantity(std::span<const Assertion* const> told) {
  std::vector<Number> numbers;
  const auto find = [&](double value) {
    return std::find_if(numbers.begin(), numbers.end(),
                        [&](const Number& n) { return n.quantity.value == value; });
  };
  for (const Assertion* assertion : told) {
    const auto* measure = std::get_if<Measure>(&assertion->said);
    if (measure == nullptr || !measure->quantity) continue;
    auto number = find(measure->quantity->value);
    if (number == numbers.end())
      number = numbers.insert(numbers.end(), {*measure->quantity, {}, false});
    if (number->quantity.unit.empty()) number->quantity.unit = measure->quantity->unit;
    number->documents.insert(assertion->document);
  }
  if (numbers.empty()) return std::nullopt;
  for (const Assertion* assertion : told) {
    const auto* measure = std::get_if<Measure>(&assertion->said);
    if (measure == nullptr || !measure->quantity) continue;
    if (is_part(*measure->quantity, *assertion, numbers))
      find(measure->quantity->value)->part = true;
  }
  const auto most =
      std::max_element(numbers.begin(), numbers.end(), [](const auto& a, const auto& b) {
        if (a.part != b.part) return a.part;
        return a.documents.size() < b.documents.size();
      });
  return most->quantity;
}

}  // namespace detente
