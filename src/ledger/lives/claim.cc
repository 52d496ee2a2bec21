// A claim: unconfirmed, confirmed, denied, disputed, retracted. A denial does not erase what was
// confirmed, nor a confirmation what was denied: the claim is disputed.
#include "ledger/lives.h"
#include "ledger/lives/stages.h"

namespace detente::lives {
namespace {

// What stands after another report on it.
std::string standing_after(const std::string& before, const std::string& told) {
  if (told == "retracted" || before.empty() || before == "unconfirmed") return told;
  if (before == "retracted" || told.empty() || told == "unconfirmed") return before;
  return told == before ? before : "disputed";
}

// The standing that a report tells: by who confirms and denies where it says no more.
std::string told_by(const Claim& claim) {
  if (claim.standing == "retracted") return claim.standing;
  const bool confirmed = claim.standing == "confirmed" || !claim.confirmed_by.empty();
  const bool denied = claim.standing == "denied" || !claim.denied_by.empty();
  if (claim.standing == "disputed" || (confirmed && denied)) return "disputed";
  if (denied) return "denied";
  return confirmed ? "confirmed" : claim.standing;
}

}  // namespace

std::vector<Stage> claim(Told told) {
  std::vector<Stage> life;
  for (const Assertion* assertion : told) {
    const auto* teller = std::get_if<Claim>(&assertion->said);
    if (teller == nullptr) continue;
    const std::string before = life.empty() ? std::string() : life.back().status;
    std::string now = standing_after(before, told_by(*teller));
    if (now != before) life.push_back(reported(std::move(now), std::nullopt, *assertion));
  }
  return life;
}

}  // namespace detente::lives
