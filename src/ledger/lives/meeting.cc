// A meeting: proposed, scheduled, perhaps postponed or cancelled, held. A day that passes without
// a report holds no meeting.
#include <algorithm>

#include "ledger/lives.h"
#include "ledger/lives/stages.h"

namespace detente::lives {
namespace {

bool took_place(const std::string& status) { return status == "held" || status == "ongoing"; }

bool goes_on(const Stage& last, const Stage& next) {
  if (next.status == last.status) return false;
  if (last.status == "held") return false;
  if (last.status == "ongoing") return next.status == "held";
  return next.status != "proposed";  // a plan is firmer than the thought of it
}

}  // namespace

std::vector<Stage> meeting(Told told) {
  std::vector<Stage> stages;
  for (const Assertion* assertion : told) {
    const auto* teller = std::get_if<Meeting>(&assertion->said);
    if (teller == nullptr || teller->status.empty()) continue;
    // The date is the meeting's; that it is planned or put off is known from the day it is told.
    const bool on_its_day = took_place(teller->status);
    stages.push_back(
        reported(teller->status, on_its_day ? teller->date : std::nullopt, *assertion));
  }
  sort_by_day(stages);
  std::vector<Stage> life;
  for (Stage& stage : stages) {
    if (life.empty() || goes_on(life.back(), stage)) life.push_back(std::move(stage));
  }
  return life;
}

}  // namespace detente::lives
