// One reader a list of the record. Each takes what the model marked in the document, resolves it
// with the Context, and leaves out what it cannot resolve.
#pragma once

#include <vector>

#include "reading/context.h"
#include "reading/reading.h"

namespace detente {

std::vector<Event> read_events(const Context& context);
std::vector<Statement> read_statements(const Context& context);
// Claims that words announce, and those that statements take a stand on: a denial speaks of a
// claim.
std::vector<Claim> read_claims(const Context& context);
std::vector<Proposal> read_proposals(const Context& context);
std::vector<Channel> read_channels(const Context& context);
std::vector<Measure> read_measures(const Context& context);
std::vector<Meeting> read_meetings(const Context& context);
std::vector<RoleHeld> read_roles(const Context& context);
std::vector<Ending> read_endings(const Context& context);

// The words that a statement's trigger speaks of: the model's content, else the attribution's, else
// what follows in the sentence.
std::vector<TokenRange> content_of(const Context& context, const Trigger& trigger);

// The PLOVER mode of an event, finer than its root; empty where no words tell it.
std::string mode_of(const Context& context, const Trigger& event);

// The kind that a trigger announces: the model's label, unless the lexicon knows the trigger's
// words and none of its kinds is that label; then the lexicon's kind that the model holds
// likeliest.
std::string kind_of(const Context& context, const Trigger& trigger, const Lexicon& lexicon);

// Two sides of an act, resolved from a trigger's agent and patient; false where even with the
// context one of them stays unknown.
struct Sides {
  std::vector<std::string> by;
  std::vector<std::string> to;
};
bool resolve_sides(const Context& context, const Trigger& trigger, Sides& sides);

}  // namespace detente
