// When two objects of one list are the same thing told twice.
#pragma once

#include <string>

#include "reading/record.h"

namespace detente {

// `far`: told in different documents, where the same thing is likelier to be told again than two
// like things to be told apart.
bool same_thing(const Event& a, const Event& b, bool far);
bool same_thing(const Statement& a, const Statement& b, bool far);
bool same_thing(const Proposal& a, const Proposal& b, bool far);
bool same_thing(const Channel& a, const Channel& b, bool far);
bool same_thing(const Measure& a, const Measure& b, bool far);
bool same_thing(const Meeting& a, const Meeting& b, bool far);
bool same_thing(const Claim& a, const Claim& b, bool far);
bool same_thing(const RoleHeld& a, const RoleHeld& b, bool far);

// Share of the content words (four letters or more, by their first six) that the shorter text has
// in common with the other; 0 where one has none.
double overlap_of(const std::string& a, const std::string& b);

}  // namespace detente
