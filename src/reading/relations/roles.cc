// Offices: who is said to hold, or to have held, one.
#include <set>
#include <utility>

#include "reading/readers.h"

namespace detente {

std::vector<RoleHeld> read_roles(const Context& context) {
  std::vector<RoleHeld> out;
  std::set<std::pair<std::string, std::string>> told;  // person and side
  for (const Mention& mention : context.mentions().all()) {
    if (mention.kind != MentionKind::kPerson || mention.person.empty()) continue;
    if (mention.office.empty() && mention.held.empty()) continue;
    if (mention.actors.size() != 1) continue;
    RoleHeld role;
    role.person = mention.person;
    role.actor = mention.actors.front();
    const bool by_text = !mention.office.empty();
    role.office = by_text ? mention.office : mention.held;
    role.when = (by_text ? mention.former : mention.held_before) ? "former" : "current";
    role.evidence = {context.evidence(mention.tokens)};
    if (told.emplace(role.person, role.actor).second) out.push_back(std::move(role));
  }
  return out;
}

}  // namespace detente
