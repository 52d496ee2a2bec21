// What is new between two sides since somebody last looked.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "ledger/assertion.h"

namespace detente {

struct Change {
  const Line* line;
  bool is_new = false;  // first told after `since`; else its status changed
  std::string before;   // status by what was known then; empty where new
  std::string now;      // status on the day asked about; empty where its list has none
};

// The lines that became known after `since`, or whose status is another on `as_of` than it was on
// `since` by what was known then; newest first. Lines that are not there on `as_of` are left out.
std::vector<Change> changes_since(std::span<const Line> lines, const Date& since,
                                  const Date& as_of);

}  // namespace detente
