// What measures answer, kept right: only what may answer, or be answered by, a changed line is
// linked again.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/store/entries.h"
#include "ledger/store/lines.h"

namespace detente::store {

// Where something changed: dyads, and the days on which the change may bear.
using Dyad = std::pair<std::string, std::string>;
using Touched = std::map<Dyad, std::set<Days>>;

// Adds a line that came, went or changed; only measures and events bear on answers.
void touch(Touched& touched, const Line& line);

class Linking {
 public:
  Linking(Database& database, Sources& sources) : database_(database), sources_(sources) {}

  // What the measures answer that the touched dyads may concern, by key.
  std::map<Key, std::optional<AnswerRow>> answers(const Touched& touched);

 private:
  using Answered = std::map<Key, std::optional<AnswerRow>>;
  struct Stretch {  // of days
    Days first = 0;
    Days last = 0;
  };

  std::map<std::vector<Dyad>, std::set<Key>> concerned(const Touched& touched);
  void link(const std::vector<Dyad>& dyads, const std::set<Key>& measures, Answered& out);
  std::set<Key> between(const std::vector<Dyad>& dyads, List list, Stretch stretch);
  const Line& plain(Key key);

  Database& database_;
  Sources& sources_;
  std::map<Key, Line> measures_;  // as they were before they were linked
};

}  // namespace detente::store
