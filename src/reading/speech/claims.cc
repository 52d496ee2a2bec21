// Claims: a proposition, and who reports, confirms, denies or will not speak of it.
#include <optional>

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

// The claim that a statement takes a stand on; nothing where its stance is no stand.
std::optional<Claim> claim_of(const Statement& statement) {
  Claim claim;
  if (statement.stance == "denies") {
    claim.standing = "denied";
    claim.denied_by = {statement.speaker};
  } else if (statement.stance == "confirms") {
    claim.standing = "confirmed";
    claim.confirmed_by = {statement.speaker};
  } else if (statement.stance == "neither_confirms_nor_denies") {
    claim.standing = "unconfirmed";
    claim.no_position_by = {statement.speaker};
  } else {
    return std::nullopt;
  }
  if (statement.about.empty()) return std::nullopt;
  claim.about = statement.about;
  claim.evidence = statement.evidence;
  return claim;
}

}  // namespace

std::vector<Claim> read_claims(const Context& context, const std::vector<Statement>& statements) {
  std::vector<Claim> out;
  for (const Trigger* trigger : context.triggers(Frame::kClaim)) {
    Claim claim;
    claim.about = context.whole_text(*trigger, Role::kContent);
    claim.evidence = {context.evidence(trigger->tokens)};
    if (claim.about.empty()) claim.about = claim.evidence.front().quote;
    claim.standing = trigger->status;
    claim.first_reported_by = context.text(*trigger, Role::kReporter);
    claim.confirmed_by = names(context, *trigger, Role::kConfirmer);
    claim.denied_by = names(context, *trigger, Role::kDenier);
    claim.no_position_by = names(context, *trigger, Role::kAbstainer);
    out.push_back(std::move(claim));
  }
  for (const Statement& statement : statements) {
    if (auto claim = claim_of(statement)) out.push_back(std::move(*claim));
  }
  return out;
}

}  // namespace detente
