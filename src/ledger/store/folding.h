// Keeps the stored lines what the fold makes of the assertions: after a change only the blocks that
// it touches are folded again.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/store/assertions.h"
#include "ledger/store/entries.h"
#include "ledger/store/lines.h"
#include "ledger/store/linking.h"

namespace detente::store {

// Which blocks an editor's mergings join: they are folded as one.
class Joined {
 public:
  Joined(Database& database, std::span<const EditorWord> counting);

  std::set<Key> with(Key block) const;  // the block and all that are joined to it

 private:
  std::map<Key, Key> towards_;  // to a block that stands for the group, itself not in the map
  std::map<Key, std::set<Key>> groups_;
  Key root(Key block) const;
};

// The lines of blocks that are folded as one, from the assertions that count.
struct Folded {
  Told told;
  std::vector<Line> lines;
};
// Keys of the stored lines of some blocks.
std::set<Key> lines_of(Database& database, const std::set<Key>& blocks);

Folded fold_blocks(Database& database, Sources& sources, const std::set<Key>& blocks,
                   std::span<const EditorWord> words);

// Folds again, within a transaction for writing.
class Folding {
 public:
  Folding(Database& database, std::vector<EditorWord> words);

  // Settles in which blocks an assertion is, and marks those that change.
  void settle(Key assertion);
  // Marks the blocks of an assertion.
  void touch(Key assertion);

  // Folds what is marked; gives the keys of the lines that changed, went or came.
  std::vector<Key> run(const std::function<void(std::size_t done, std::size_t all)>& progress = {});

 private:
  void refold(const std::set<Key>& blocks);
  void keep(const LineRow& row, const Line& line);
  void forget(Key line);
  void link();

  Database& database_;
  Sources sources_;
  std::vector<EditorWord> words_;     // all
  std::vector<EditorWord> counting_;  // those not undone
  Joined joined_;
  Index index_;
  std::set<Key> marked_;
  Touched touched_;
  std::vector<Key> changed_;
};

// Forgets all that was made of what is kept, and makes it anew.
void rebuild(Database& database,
             const std::function<void(std::size_t done, std::size_t all)>& progress);

}  // namespace detente::store
