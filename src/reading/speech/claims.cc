// Claims: a proposition, and who reports, confirms, denies or will not speak of it.
#include "reading/readers.h"

namespace detente {
namespace {

// Who fills a role, by name; the phrase itself where it names no person.
std::vector<std::string> names(const Context& context, const Trigger& trigger, Role role) {
  std::vector<std::string> out;
  for (const TokenRange filler : Context::fillers(trigger, role)) {
    const Mention* mention = context.mentions().at(filler);
    const bool person = mention != nullptr && !mention->person.empty();
    add_new(out, {person ? mention->person : context.text(filler)});
  }
  return out;
}

}  // namespace

std::vector<Claim> read_claims(const Context& context) {
  std::vector<Claim> out;
  for (const Trigger* trigger : context.triggers(Frame::kClaim)) {
    Claim claim;
    claim.about = context.text(*trigger, Role::kContent);
    claim.evidence = {context.evidence(trigger->tokens)};
    if (claim.about.empty()) claim.about = claim.evidence.front().quote;
    claim.standing = trigger->status;
    claim.first_reported_by = context.text(*trigger, Role::kReporter);
    claim.confirmed_by = names(context, *trigger, Role::kConfirmer);
    claim.denied_by = names(context, *trigger, Role::kDenier);
    claim.no_position_by = names(context, *trigger, Role::kAbstainer);
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace detente
