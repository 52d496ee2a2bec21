#include "ledger/lives/stages.h"

#include <algorithm>

#include "ledger/lives.h"

namespace detente {

bool has_life(List list) {
  return list != List::kEvents && list != List::kStatements && list != List::kRoles;
}

std::chrono::sys_days start_of(const Stage& stage) {
  if (stage.basis == kDeadlinePassed && stage.when)
    return stage.when->end.last_day() + std::chrono::days(1);
  return stage.when ? stage.when->begin.first_day() : stage.known.first_day();
}

bool brought_by_time(const Stage& stage) {
  return stage.basis == kDayCame || stage.basis == kDeadlinePassed;
}

std::vector<Stage> life_of(const Object& object, std::span<const Assertion* const> told) {
  if (const auto* measure = std::get_if<Measure>(&object)) return lives::measure(*measure, told);
  if (std::holds_alternative<Channel>(object)) return lives::channel(told);
  if (const auto* offer = std::get_if<Proposal>(&object)) return lives::proposal(*offer, told);
  if (std::holds_alternative<Meeting>(object)) return lives::meeting(told);
  if (std::holds_alternative<Claim>(object)) return lives::claim(told);
  return {};
}

void set_stage(Object& object, const Stage& stage) {
  if (auto* measure = std::get_if<Measure>(&object)) {
    measure->status = stage.status;
    const bool over = stage.status == "lifted" || stage.status == "rescinded";
    if (over && stage.when) measure->lifted = stage.when;
  } else if (auto* channel = std::get_if<Channel>(&object)) {
    channel->status = stage.status;
    channel->since = stage.when;
  } else if (auto* proposal = std::get_if<Proposal>(&object)) {
    proposal->status = stage.status;
  } else if (auto* meeting = std::get_if<Meeting>(&object)) {
    meeting->status = stage.status;
  } else if (auto* claim = std::get_if<Claim>(&object)) {
    claim->standing = stage.status;
  }
}

const Stage* last_told(const std::vector<Stage>& life) {
  const auto last = std::find_if(life.rbegin(), life.rend(),
                                 [](const Stage& stage) { return !brought_by_time(stage); });
  return last == life.rend() ? nullptr : &*last;
}

namespace lives {

Stage reported(std::string status, std::optional<Interval> when, const Assertion& assertion) {
  return {std::move(status), when, assertion.known, std::string(kReported), assertion.id};
}

void sort_by_day(std::vector<Stage>& stages) {
  std::stable_sort(stages.begin(), stages.end(),
                   [](const Stage& a, const Stage& b) { return start_of(a) < start_of(b); });
}

}  // namespace lives
}  // namespace detente
