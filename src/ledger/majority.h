// Which of several values told of one thing its line keeps; the others stay in its members.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "ledger/assertion.h"

namespace detente {

// The first telling of what most documents tell, by a key; of equals what was told first. `told`:
// one T at least, in the order of told_before.
template <typename T, typename KeyOf>
const T& most_told(std::span<const Assertion* const> told, KeyOf key_of) {
  std::map<decltype(key_of(std::declval<const T&>())), std::set<std::string>> documents;
  for (const Assertion* assertion : told) {
    if (const T* one = std::get_if<T>(&assertion->said))
      documents[key_of(*one)].insert(assertion->document);
  }
  const T* most = nullptr;
  std::size_t count = 0;
  for (const Assertion* assertion : told) {
    const T* one = std::get_if<T>(&assertion->said);
    if (one == nullptr || documents[key_of(*one)].size() <= count) continue;
    most = one;
    count = documents[key_of(*one)].size();
  }
  return *most;
}

// Of the numbers told of a measure the one that most documents tell, of equals the first told. A
// number that is told as a part of another ("30 of the 60") stands back.
std::optional<Quantity> most_told_quantity(std::span<const Assertion* const> told);

}  // namespace detente
