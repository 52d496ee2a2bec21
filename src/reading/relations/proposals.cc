// Offers and their terms.
#include <algorithm>

#include "reading/readers.h"
#include "reading/relations/terms.h"

namespace detente {
namespace {

// How many sentences after an offer its terms may still be listed.
constexpr std::size_t kTermReach = 2;

// Which offer a term belongs to: the one that claims its words as a filler, else the last one told
// before it, or in its sentence, within reach.
class Owners {
 public:
  Owners(const Context& context, const std::vector<const Trigger*>& offers)
      : context_(context), claimed_by_(context.analysis().tokens.size(), kNobody) {
    for (std::size_t i = 0; i < offers.size(); ++i) {
      told_in_.push_back(context.sentence_of(offers[i]->tokens.first));
      for (const TokenRange filler : Context::fillers(*offers[i], Role::kTerm)) {
        for (TokenIndex t = filler.first; t < filler.last; ++t)
          claimed_by_[t] = std::min(claimed_by_[t], i);
      }
    }
  }

  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  std::size_t of(const Trigger& term) const {
    const auto first = claimed_by_.begin();
    const std::size_t claimer =
        *std::min_element(first + term.tokens.first, first + term.tokens.last);
    if (claimer != kNobody) return claimer;
    const std::size_t here = context_.sentence_of(term.tokens.first);
    const auto after = std::upper_bound(told_in_.begin(), told_in_.end(), here);
    if (after == told_in_.begin() || here - *(after - 1) > kTermReach) return kNobody;
    return static_cast<std::size_t>(after - told_in_.begin()) - 1;
  }

 private:
  const Context& context_;
  std::vector<std::size_t> claimed_by_;  // by token: the first offer that does
  std::vector<std::size_t> told_in_;     // by offer: its sentence
};

}  // namespace

std::vector<Proposal> read_proposals(const Context& context) {
  const std::vector<const Trigger*> offers = context.triggers(Frame::kProposal);
  const Owners owners(context, offers);
  std::vector<std::vector<const Trigger*>> terms(offers.size());
  for (const Trigger* term : context.triggers(Frame::kTerm)) {
    const std::size_t owner = owners.of(*term);
    if (owner != Owners::kNobody) terms[owner].push_back(term);
  }
  std::vector<Proposal> out;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    Sides sides;
    if (!resolve_sides(context, *offers[i], sides)) continue;
    Proposal proposal;
    proposal.by = std::move(sides.by);
    proposal.to = std::move(sides.to);
    proposal.status = offers[i]->status;
    proposal.date = context.date(*offers[i], Role::kDate, Context::Beside::kClause);
    proposal.disclosed_by = context.text(*offers[i], Role::kReporter);
    proposal.terms = terms_of(context, std::move(terms[i]));
    proposal.evidence = {context.evidence(*offers[i])};
    out.push_back(std::move(proposal));
  }
  return out;
}

}  // namespace detente
