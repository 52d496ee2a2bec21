// Claims: a proposition, and who reports, confirms, denies or will not speak of it.
#include <optional>

#include "reading/readers.h"

namespace detente {
namespace {

// A claim stands between two sides at least.
constexpr std::size_t kSidesOfAClaim = 2;

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

// What is claimed, so that it can be read alone. Where the words only point back ("denied any such
// thing"), the whole sentence says more.
std::string proposition_of(const Context& context, const std::vector<TokenRange>& content,
                           const Evidence& evidence) {
  int matter = 0;
  for (const TokenRange part : content) {
    for (TokenIndex t = part.first; t < part.last; ++t) {
      const std::string_view tag = context.analysis().tokens[t].upos;
      matter +=
          tag == "NOUN" || tag == "PROPN" || tag == "VERB" || tag == "ADJ" || tag == "NUM" ? 1 : 0;
    }
  }
  constexpr int kLeastMatter = 3;
  return matter < kLeastMatter ? evidence.quote : context.proposition(content);
}

// The claim that a statement's stance speaks of; nothing where it is no stand on what others say.
std::optional<Claim> claim_of(const Context& context, const Trigger& statement) {
  Claim claim;
  std::vector<std::string> speakers = names(context, statement, Role::kSpeaker);
  if (statement.label == "denies") {
    claim.standing = "denied";
    claim.denied_by = std::move(speakers);
  } else if (statement.label == "neither_confirms_nor_denies") {
    claim.standing = "unconfirmed";
    claim.no_position_by = std::move(speakers);
  } else {
    return std::nullopt;
  }
  const Mention* speaker = nullptr;
  for (const TokenRange filler : Context::fillers(statement, Role::kSpeaker))
    speaker = context.mentions().at(filler);
  if (speaker == nullptr || speaker->actors.empty()) return std::nullopt;  // not between sides
  claim.evidence = {context.evidence(statement)};
  const std::vector<TokenRange> content = content_of(context, statement);
  claim.about = proposition_of(context, content, claim.evidence.front());
  claim.sides = context.sides_concerned(content, statement.tokens.first, {}, kSidesOfAClaim);
  return claim;
}

}  // namespace

std::vector<Claim> read_claims(const Context& context) {
  std::vector<Claim> out;
  for (const Trigger* trigger : context.triggers(Frame::kClaim)) {
    Claim claim;
    claim.evidence = {context.evidence(*trigger)};
    const std::vector<TokenRange> content =
        context.joined(Context::fillers(*trigger, Role::kContent));
    claim.about = proposition_of(context, content, claim.evidence.front());
    claim.sides = context.sides_concerned(content, trigger->tokens.first, {}, kSidesOfAClaim);
    claim.standing = trigger->status;
    claim.first_reported_by = context.text(*trigger, Role::kReporter);
    claim.confirmed_by = names(context, *trigger, Role::kConfirmer);
    claim.denied_by = names(context, *trigger, Role::kDenier);
    claim.no_position_by = names(context, *trigger, Role::kAbstainer);
    out.push_back(std::move(claim));
  }
  for (const Trigger* trigger : context.triggers(Frame::kStatement)) {
    if (auto claim = claim_of(context, *trigger)) out.push_back(std::move(*claim));
  }
  return out;
}

}  // namespace detente
