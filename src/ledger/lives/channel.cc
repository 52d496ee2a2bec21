// A channel: open, reduced, cut, restored, and so on again.
#include <algorithm>

#include "ledger/lives.h"
#include "ledger/lives/stages.h"

namespace detente::lives {
namespace {

// A line that is open after it was cut or reduced has been restored.
void add(std::vector<Stage>& life, Stage stage) {
  if (!life.empty()) {
    const std::string& before = life.back().status;
    if (stage.status == before || (stage.status == "open" && before == "restored")) {
      if (!life.back().when) life.back().when = stage.when;
      return;
    }
    if (stage.status == "open") stage.status = "restored";
  }
  life.push_back(std::move(stage));
}

}  // namespace

std::vector<Stage> channel(Told told) {
  std::vector<Stage> stages;
  for (const Assertion* assertion : told) {
    const auto* teller = std::get_if<Channel>(&assertion->said);
    if (teller != nullptr && !teller->status.empty())
      stages.push_back(reported(teller->status, teller->since, *assertion));
  }
  sort_by_day(stages);
  std::vector<Stage> life;
  for (Stage& stage : stages) add(life, std::move(stage));
  return life;
}

}  // namespace detente::lives
