// Which words of a document are marked: whether a stretch touches one is asked in the time of its
// own length, however many are marked.
#pragma once

#include <vector>

#include "language/analysis.h"

namespace detente {

class TokenSet {
 public:
  explicit TokenSet(const Analysis& analysis) : marked_(analysis.tokens.size(), false) {}

  void add(TokenRange tokens) {
    for (TokenIndex t = tokens.first; t < tokens.last; ++t) marked_[t] = true;
  }
  bool touches(TokenRange tokens) const {
    for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
      if (marked_[t]) return true;
    }
    return false;
  }

 private:
  std::vector<bool> marked_;
};

}  // namespace detente
