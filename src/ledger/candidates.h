// Finds the few earlier tellings that may be like a new one, without looking at all.
#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "ledger/likeness.h"

namespace detente {

class Candidates {
 public:
  // Places, in ascending order, of the earlier tellings worth comparing: the last ones, and those
  // that share a day, a number or the rarer words.
  std::vector<std::size_t> like(const Account& telling) const;

  void add(const Account& telling, std::size_t place);

 private:
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_key_;
  std::deque<std::size_t> last_;
};

}  // namespace detente
