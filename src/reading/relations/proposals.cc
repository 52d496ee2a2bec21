// Offers and their terms.
#include <algorithm>

#include "reading/readers.h"

namespace detente {
namespace {

// How many sentences after an offer its terms may still be listed.
constexpr std::size_t kTermReach = 2;

// Content words of a term: nouns, names and adjectives, as the text has them.
std::vector<std::string> matter_of(const Context& context, TokenRange tokens) {
  std::vector<std::string> out;
  for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
    const Token& token = context.analysis().tokens[t];
    if (token.upos == "NOUN" || token.upos == "PROPN" || token.upos == "ADJ")
      add_new(out, {token.form});
  }
  return out;
}

Term make_term(const Context& context, const Trigger& trigger) {
  Term term;
  term.kind = trigger.label;
  if (trigger.status != "none") term.phase = trigger.status;
  term.what = matter_of(context, trigger.tokens);
  if (const TimeExpression* time = context.time_in(trigger.tokens)) term.date = time->calendar;
  return term;
}

// The offer that a term belongs to: one that claims it as a filler, else the last one told before
// it (or in its sentence) within reach.
std::size_t owner_of(const Context& context, const std::vector<const Trigger*>& offers,
                     const Trigger& term) {
  const std::size_t here = context.sentence_of(term.tokens.first);
  std::size_t best = offers.size();
  for (std::size_t i = 0; i < offers.size(); ++i) {
    for (const TokenRange filler : Context::fillers(*offers[i], Role::kTerm)) {
      if (filler.overlaps(term.tokens)) return i;
    }
    const std::size_t told = context.sentence_of(offers[i]->tokens.first);
    if (told <= here && here - told <= kTermReach) best = i;
  }
  return best;
}

}  // namespace

std::vector<Proposal> read_proposals(const Context& context) {
  const std::vector<const Trigger*> offers = context.triggers(Frame::kProposal);
  std::vector<Proposal> made(offers.size());
  for (const Trigger* term : context.triggers(Frame::kTerm)) {
    const std::size_t owner = owner_of(context, offers, *term);
    if (owner < offers.size()) made[owner].terms.push_back(make_term(context, *term));
  }
  std::vector<Proposal> out;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    Sides sides;
    if (!resolve_sides(context, *offers[i], sides)) continue;
    Proposal& proposal = made[i];
    proposal.by = std::move(sides.by);
    proposal.to = std::move(sides.to);
    proposal.status = offers[i]->status;
    proposal.date = context.date(*offers[i], Role::kDate, Context::Beside::kClause);
    proposal.disclosed_by = context.text(*offers[i], Role::kReporter);
    proposal.evidence = {context.evidence(offers[i]->tokens)};
    out.push_back(std::move(proposal));
  }
  return out;
}

}  // namespace detente
