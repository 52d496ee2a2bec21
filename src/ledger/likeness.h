// How alike two tellings are, and what speaks for and against their being one thing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "ledger/assertion.h"

namespace detente {

// An assertion with what comparing it needs.
struct Account {
  explicit Account(const Assertion& told);

  const Assertion* assertion;
  std::optional<Interval> date;        // of what it tells
  std::vector<std::uint64_t> words;    // of the sentence that tells it
  std::vector<std::uint64_t> content;  // of what is said or claimed
  std::vector<double> numbers;         // in the sentence
};

// What was found. `possible` is false where something rules out that both are one thing, whatever
// speaks for it.
class Likeness {
 public:
  bool possible = true;
  bool reprint = false;  // both are read from the same sentence, printed by two documents

  void add(const char* name, double value, double weight);
  double score() const { return score_; }
  std::vector<Feature> features() const;

 private:
  struct Found {
    const char* name;
    double value;
    double weight;
  };
  std::array<Found, 8> found_{};
  std::size_t count_ = 0;
  double score_ = 0;
};

// Two tellings of one list and block. `far`: told in different documents.
Likeness compare(const Account& a, const Account& b, bool far);

}  // namespace detente
