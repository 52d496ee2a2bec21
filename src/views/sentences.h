// Any object of the record in one sentence without its full stop, for people: "Russia accuses
// Japan (alleged)".
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "knowledge/actors.h"
#include "ledger/object.h"

namespace detente {

// Gives an actor's usual name ("United States") for a code ("USA"); an empty string where it knows
// none: the code is shown then.
using NameOf = std::function<std::string(const std::string& code)>;

// The usual names of the knowledge; `actors` must outlive it.
NameOf names_from(const Actors& actors);

// How sides are named within a sentence. `name_of` must outlive it.
struct Naming {
  const NameOf& name_of;

  // A side's name; a name or code that is no known side stays as it is.
  std::string name(const std::string& actor) const;
  std::string names(const std::vector<std::string>& actors) const;
};

std::string event_words(const Event& event, const Naming& naming);
std::string statement_words(const Statement& statement, const Naming& naming);
std::string proposal_words(const Proposal& proposal, const Naming& naming);
std::string channel_words(const Channel& channel, const Naming& naming);
// "staff reduction by Russia against the United States, 755 diplomats"
std::string measure_words(const Measure& measure, const Naming& naming);
// `known`: sides that the reader knows to take part, and that need no naming.
std::string meeting_words(const Meeting& meeting, const Naming& naming,
                          const std::vector<std::string>& known);
std::string claim_words(const Claim& claim);
std::string role_words(const RoleHeld& role, const Naming& naming);

// The sentence of whatever object it is, with all its sides.
std::string sentence_of(const Object& object, const Naming& naming);

}  // namespace detente
