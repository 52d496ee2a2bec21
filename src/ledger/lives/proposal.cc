// A proposal: floated, offered, under discussion, then accepted, rejected, withdrawn or left
// unanswered.
#include <algorithm>
#include <array>

#include "ledger/lives.h"
#include "ledger/lives/stages.h"

namespace detente::lives {
namespace {

constexpr std::array<std::string_view, 7> kLife = {
    "floated", "offered", "under_discussion", "unanswered", "accepted", "rejected", "withdrawn"};

std::size_t rank(const std::string& status) {
  return static_cast<std::size_t>(std::find(kLife.begin(), kLife.end(), status) - kLife.begin());
}

// After an answer, only another answer told later is news.
bool goes_on(const Stage& last, const Stage& next) {
  const bool answered = rank(last.status) >= rank("accepted");
  const bool answers = rank(next.status) >= rank("accepted");
  if (answered && answers) return next.status != last.status;
  return rank(next.status) > rank(last.status);
}

// The last day that any of its terms names: after it the offer cannot be taken as it was made.
const Term* last_term(const Proposal& proposal) {
  const Term* last = nullptr;
  for (const Term& term : proposal.terms) {
    if (!term.date) continue;
    if (last == nullptr || term.date->end.last_day() > last->date->end.last_day()) last = &term;
  }
  return last;
}

}  // namespace

std::vector<Stage> proposal(const Proposal& proposal, Told told) {
  std::vector<Stage> stages;
  for (const Assertion* assertion : told) {
    const auto* teller = std::get_if<Proposal>(&assertion->said);
    if (teller == nullptr || rank(teller->status) >= kLife.size()) continue;
    const bool made = rank(teller->status) < rank("unanswered");
    // The date is the offer's; an answer is known from the day it is told.
    if (!made && teller->date)
      stages.push_back(
          {"offered", teller->date, assertion->known, std::string(kImplied), assertion->id});
    stages.push_back(reported(teller->status, made ? teller->date : std::nullopt, *assertion));
  }
  sort_by_day(stages);
  std::vector<Stage> life;
  for (Stage& stage : stages) {
    if (life.empty() || goes_on(life.back(), stage)) life.push_back(std::move(stage));
  }
  const Term* term = last_term(proposal);
  if (term == nullptr || life.empty() || rank(life.back().status) >= rank("unanswered"))
    return life;
  Stage passed{"unanswered", term->date, life.back().known, std::string(kDeadlinePassed),
               life.back().assertion};
  if (start_of(passed) > start_of(life.back())) life.push_back(std::move(passed));
  return life;
}

}  // namespace detente::lives
