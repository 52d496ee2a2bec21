#include "ledger/order.h"

#include <tuple>

namespace detente {

std::uint32_t place_of(const Assertion& assertion) {
  const auto told = evidence_of(assertion.said);
  return told.empty() ? 0 : told.front().span.begin;
}

bool told_before(const Assertion& a, const Assertion& b) {
  const auto place_a = place_of(a);
  const auto place_b = place_of(b);
  return std::tie(a.known, a.document, place_a, a.id) <
         std::tie(b.known, b.document, place_b, b.id);
}

bool told_before(const Line& a, const Line& b) {
  return std::tie(a.known, a.document, a.place, a.id) <
         std::tie(b.known, b.document, b.place, b.id);
}

}  // namespace detente
