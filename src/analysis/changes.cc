#include "analysis/changes.h"

#include <algorithm>
#include <optional>

#include "ledger/fold.h"

namespace detente {
namespace {

// The status of a line on a day as it was told by then.
std::string status_then(Line line, const Date& day) {
  std::erase_if(line.life, [&](const Stage& stage) { return stage.known > day; });
  const std::optional<Object> then = at(line, day);
  return then ? std::string(status_of(*then)) : std::string();
}

// The day of the last news of a line.
Date last_news(const Line& line) {
  Date last = line.known;
  for (const Stage& stage : line.life) last = std::max(last, stage.known);
  return last;
}

}  // namespace

std::vector<Change> changes_since(std::span<const Line> lines, const Date& since,
                                  const Date& as_of) {
  std::vector<Change> out;
  for (const Line& line : lines) {
    const std::optional<Object> now = at(line, as_of);
    if (!now) continue;
    Change change{.line = &line, .is_new = line.known > since, .before = {}, .now = {}};
    change.now = status_of(*now);
    if (!change.is_new) {
      change.before = status_then(line, since);
      if (change.before == change.now) continue;
    }
    out.push_back(std::move(change));
  }
  std::stable_sort(out.begin(), out.end(), [](const Change& a, const Change& b) {
    return last_news(*a.line) > last_news(*b.line);
  });
  return out;
}

}  // namespace detente
