// Claims: a proposition, and who reports, confirms, denies or will not speak of it.
#include <iterator>
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

// Whether words only point back ("denied any such thing"): they hold too little matter of their own.
bool points_back(const Context& context, const std::vector<TokenRange>& content) {
  constexpr int kLeastMatter = 3;
  int matter = 0;
  for (const TokenRange part : content) {
    for (TokenIndex t = part.first; t < part.last; ++t) {
      const std::string_view tag = context.analysis().tokens[t].upos;
      matter +=
          tag == "NOUN" || tag == "PROPN" || tag == "VERB" || tag == "ADJ" || tag == "NUM" ? 1 : 0;
    }
  }
  return matter < kLeastMatter;
}

// What is claimed, so that it can be read alone. Where the words only point back, the whole sentence
// says more.
std::string proposition_of(const Context& context, const std::vector<TokenRange>& content,
                           const Evidence& evidence) {
  return points_back(context, content) ? evidence.quote : context.proposition(content);
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

// A claim of the report with the words that announce it.
struct Announcement {
  Claim claim;
  TokenRange trigger;
  std::vector<TokenRange> content;
};

// Who made it public: as the model marks it, else whom the sentence gives the words to.
std::string reporter_of(const Context& context, const Trigger& trigger) {
  std::string told = context.text(trigger, Role::kReporter);
  if (told.empty()) told = context.text(trigger, Role::kSpeaker);
  if (!told.empty()) return told;
  const Attribution* attribution = context.attribution_at(trigger.tokens);
  return attribution != nullptr ? context.text(attribution->source) : std::string();
}

Announcement announced_by(const Context& context, const Trigger& trigger) {
  Announcement out{{}, trigger.tokens, context.joined(Context::fillers(trigger, Role::kContent))};
  Claim& claim = out.claim;
  claim.evidence = {context.evidence(trigger)};
  claim.about = proposition_of(context, out.content, claim.evidence.front());
  claim.sides = context.sides_concerned(out.content, trigger.tokens.first, {}, kSidesOfAClaim);
  claim.standing = trigger.status;
  claim.first_reported_by = reporter_of(context, trigger);
  claim.confirmed_by = names(context, trigger, Role::kConfirmer);
  claim.denied_by = names(context, trigger, Role::kDenier);
  claim.no_position_by = names(context, trigger, Role::kAbstainer);
  return out;
}

// Where a claim keeps those who take this stance on it; null for stances that are none on a claim.
std::vector<std::string>* standing_list(Claim& claim, std::string_view stance) {
  if (stance == "confirms") return &claim.confirmed_by;
  if (stance == "denies") return &claim.denied_by;
  if (stance == "neither_confirms_nor_denies" || stance == "declines_to_comment")
    return &claim.no_position_by;
  return nullptr;
}

bool shares_matter(const Context& context, const std::vector<TokenRange>& a,
                   const std::vector<TokenRange>& b) {
  const auto lemmas = [&](const std::vector<TokenRange>& parts) {
    std::vector<std::string> out;
    for (const TokenRange part : parts) {
      for (TokenIndex t = part.first; t < part.last; ++t) {
        const Token& token = context.analysis().tokens[t];
        const bool matter = token.upos == "NOUN" || token.upos == "VERB" || token.upos == "PROPN";
        if (matter) add_new(out, {token.lemma});
      }
    }
    return out;
  };
  const std::vector<std::string> of_b = lemmas(b);
  for (const std::string& lemma : lemmas(a)) {
    if (has(of_b, lemma)) return true;
  }
  return false;
}

// The claim that a statement takes a stand on: the last told within reach, where the words point
// back to it or have something in common with it. Null where there is none.
Announcement* answered_by(const Context& context, const Trigger& statement,
                          std::vector<Announcement>& claims) {
  constexpr std::size_t kReach = 4;  // sentences
  const std::size_t here = context.sentence_of(statement.tokens.first);
  const std::vector<TokenRange> content = Context::fillers(statement, Role::kContent);
  for (auto at = claims.rbegin(); at != claims.rend(); ++at) {
    const std::size_t told = context.sentence_of(at->trigger.first);
    if (told > here || at->trigger.overlaps(statement.tokens)) continue;
    if (here - told > kReach) return nullptr;
    if (points_back(context, content) || shares_matter(context, content, at->content)) return &*at;
  }
  return nullptr;
}

}  // namespace

std::vector<Claim> read_claims(const Context& context) {
  std::vector<Announcement> announced;
  for (const Trigger* trigger : context.triggers(Frame::kClaim))
    announced.push_back(announced_by(context, *trigger));
  std::vector<Claim> denied;
  for (const Trigger* trigger : context.triggers(Frame::kStatement)) {
    Claim none;
    if (standing_list(none, trigger->label) == nullptr) continue;
    if (Announcement* owner = answered_by(context, *trigger, announced)) {
      add_new(*standing_list(owner->claim, trigger->label),
              names(context, *trigger, Role::kSpeaker));
    } else if (auto claim = claim_of(context, *trigger)) {
      denied.push_back(std::move(*claim));
    }
  }
  std::vector<Claim> out;
  for (Announcement& one : announced) out.push_back(std::move(one.claim));
  std::move(denied.begin(), denied.end(), std::back_inserter(out));
  return out;
}

}  // namespace detente
