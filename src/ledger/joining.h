// Which assertions of one block tell the same thing.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "ledger/assertion.h"

namespace detente {

// The assertions of one line to be, in the order of told_before.
struct Group {
  std::vector<const Assertion*> told;
  std::vector<Decision> decisions;    // one for each
  const EditorWord* split = nullptr;  // that made it a line of its own
};

// By assertion's id: the word that splits it off.
using Splits = std::map<std::string, const EditorWord*, std::less<>>;

// `assertions`: all of one block and list, in the order of told_before. Each joins the group that
// it fits best, or founds one. An assertion is compared with a bounded number of others.
std::vector<Group> join(std::span<const Assertion* const> assertions, const Splits& splits);

}  // namespace detente
