// Offers and their terms.
#include <algorithm>
#include <array>
#include <set>

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

// The roots of acts that hold something out or ask for it.
constexpr std::array<std::string_view, 2> kOffering = {"AGREE", "REQUEST"};

// Offers that words announce, and acts of asking and promising whose sentence lists terms that no
// offer there claims, in the order of the text.
std::vector<const Trigger*> offers_in(const Context& context) {
  std::vector<const Trigger*> offers = context.triggers(Frame::kProposal);
  std::set<std::size_t> offered, listed;  // sentences
  for (const Trigger* offer : offers) offered.insert(context.sentence_of(offer->tokens.first));
  for (const Trigger* term : context.triggers(Frame::kTerm))
    listed.insert(context.sentence_of(term->tokens.first));
  for (const Trigger* event : context.triggers(Frame::kEvent)) {
    const std::size_t here = context.sentence_of(event->tokens.first);
    const bool asks = std::find(kOffering.begin(), kOffering.end(), event->label) != kOffering.end();
    const bool done = event->status == "happened" || event->status == "proposed";
    if (asks && done && listed.contains(here) && offered.insert(here).second)
      offers.push_back(event);
  }
  std::stable_sort(offers.begin(), offers.end(),
                   [](const Trigger* a, const Trigger* b) { return a->tokens < b->tokens; });
  return offers;
}

// Who offers to mediate offers it to both who quarrel, where the text does not say to whom.
void offer_to_both(const Context& context, const Trigger& offer, Proposal& proposal) {
  const bool mediates = std::any_of(proposal.terms.begin(), proposal.terms.end(),
                                    [](const Term& term) { return term.kind == "mediate"; });
  if (!mediates || proposal.to.size() != 1 || !Context::fillers(offer, Role::kPatient).empty())
    return;
  std::vector<std::string> known = proposal.by;
  add_new(known, proposal.to);
  const std::string other = context.counterpart(known, offer.tokens.first);
  if (!other.empty()) proposal.to.push_back(other);
}

}  // namespace

std::vector<Proposal> read_proposals(const Context& context) {
  const std::vector<const Trigger*> offers = offers_in(context);
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
    proposal.status = offers[i]->frame == Frame::kProposal ? offers[i]->status : "offered";
    proposal.date = context.date(*offers[i], Role::kDate, Context::Beside::kClause);
    proposal.disclosed_by = context.text(*offers[i], Role::kReporter);
    proposal.terms = terms_of(context, std::move(terms[i]));
    offer_to_both(context, *offers[i], proposal);
    proposal.evidence = {context.evidence(*offers[i])};
    out.push_back(std::move(proposal));
  }
  return out;
}

}  // namespace detente
