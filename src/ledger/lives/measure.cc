// A measure: proposed or threatened, announced, in force, eased or suspended, then lifted,
// rescinded or expired. A suspended or eased one may be in force again.
#include <algorithm>
#include <array>

#include "ledger/lives.h"
#include "ledger/lives/stages.h"

namespace detente::lives {
namespace {

// From the first thought of a measure to its end.
constexpr std::array<std::string_view, 9> kLife = {"proposed", "threatened", "announced",
                                                   "in_force", "eased",      "suspended",
                                                   "expired",  "lifted",     "rescinded"};

std::size_t rank(const std::string& status) {
  return static_cast<std::size_t>(std::find(kLife.begin(), kLife.end(), status) - kLife.begin());
}

bool is_over(const std::string& status) { return rank(status) >= rank("expired"); }

// Kinds whose deadline is the day by which the other side has to have done something; those of all
// others run out on theirs.
bool has_to_be_met(const std::string& kind) {
  constexpr std::array<std::string_view, 5> kMet = {
      "expulsion", "staff_reduction", "facility_closure", "facility_seizure", "ambassador_recall"};
  return std::find(kMet.begin(), kMet.end(), kind) != kMet.end();
}

// What one report tells of the life, as stages.
void tell(const Measure& measure, const Assertion& assertion, std::vector<Stage>& stages) {
  const auto add = [&](std::string status, const std::optional<Interval>& when,
                       std::string_view basis = kReported) {
    stages.push_back(reported(std::move(status), when, assertion));
    stages.back().basis = basis;
  };
  const std::string& status = measure.status;
  const bool told = rank(status) < kLife.size();
  const bool binds_later = measure.effective && measure.announced != measure.effective;
  if (told && rank(status) <= rank("announced")) {
    add(status, measure.announced);
    if (status == "announced" && measure.effective) add("in_force", measure.effective, kDayCame);
  } else if (told) {
    if (measure.announced && (binds_later || status != "in_force"))
      add("announced", measure.announced, kImplied);
    const auto& since = measure.effective ? measure.effective : measure.announced;
    if (status == "in_force") add(status, since);
    if (status != "in_force" && since) add("in_force", since, kImplied);
  }
  if (told && rank(status) > rank("in_force")) add(status, measure.lifted);
  if (measure.lifted && !is_over(status)) add("lifted", measure.lifted, kDayCame);
}

// Whether a stage goes on from the one before, or only tells again what was.
bool goes_on(const Stage& last, const Stage& next) {
  if (rank(next.status) > rank(last.status)) return true;
  const bool paused = last.status == "eased" || last.status == "suspended";
  return paused && next.status == "in_force" && next.when && start_of(next) > start_of(last);
}

std::vector<Stage> in_order(std::vector<Stage> stages) {
  sort_by_day(stages);
  std::vector<Stage> life;
  for (Stage& stage : stages) {
    if (life.empty() || goes_on(life.back(), stage)) life.push_back(std::move(stage));
  }
  return life;
}

// What the deadline changes where no report says more.
void pass_deadline(const Measure& measure, Told told, std::vector<Stage>& life) {
  if (!measure.deadline || life.empty() || is_over(life.back().status)) return;
  const bool held_out = rank(life.back().status) < rank("announced");
  const bool met = has_to_be_met(measure.kind);
  if (met && !held_out && life.back().status != "announced") return;
  Stage passed{met && !held_out ? "in_force" : "expired", measure.deadline, life.back().known,
               std::string(kDeadlinePassed), life.back().assertion};
  for (const Assertion* assertion : told) {
    const auto* teller = std::get_if<Measure>(&assertion->said);
    if (teller == nullptr || teller->deadline != measure.deadline) continue;
    passed.known = assertion->known;
    passed.assertion = assertion->id;
    break;
  }
  if (start_of(passed) > start_of(life.back())) life.push_back(std::move(passed));
}

}  // namespace

std::vector<Stage> measure(const Measure& measure, Told told) {
  std::vector<Stage> stages;
  for (const Assertion* assertion : told) {
    if (const auto* teller = std::get_if<Measure>(&assertion->said))
      tell(*teller, *assertion, stages);
    if (const auto* ending = std::get_if<Ending>(&assertion->said))
      stages.push_back(reported(ending->status, ending->date, *assertion));
  }
  std::vector<Stage> life = in_order(std::move(stages));
  pass_deadline(measure, told, life);
  return life;
}

}  // namespace detente::lives
