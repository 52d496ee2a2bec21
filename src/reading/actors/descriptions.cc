// Descriptions: whose minister, embassy or troops. Modifiers were read with the draft; here come
// owners that had to be resolved first, what the same words meant before, and the context.
#include <algorithm>

#include "knowledge/words.h"
#include "reading/actors/resolver.h"

namespace detente {
namespace {

constexpr std::int32_t kReach = 12;  // sentences that an office word reaches back

bool is_institution(const Draft& draft) {
  return draft.role && draft.role->kind == RoleKind::kInstitution;
}

}  // namespace

void Resolver::description(Draft& draft, std::int32_t index) {
  Mention& mention = draft.mention;
  if (mention.actors.empty()) mention.actors = by_owner(draft);
  if (mention.actors.empty()) mention.actors = by_complement(draft);
  if (draft.member >= 0) {
    CastMember& member = cast_.members[draft.member];
    if (mention.actors.empty()) mention.actors = member.actors;
    mention.person = member.name;
  }
  const bool told = !mention.actors.empty();
  if (!told && !draft.opposite && leans_on_context(draft)) {
    const bool at_home = draft.role && !draft.role->abroad;
    if (at_home) mention.actors = fronted_place(draft.phrase.tokens.first);
    if (mention.actors.empty() && !by_antecedent(draft, index)) mention.actors = by_context(draft);
  } else if (told && draft.phrase.definite && !draft.plural && mention.person.empty()) {
    by_antecedent(draft, index);  // "the Nicaraguan president" is one of the cast
  }
  if (draft.member >= 0 && cast_.members[draft.member].actors.empty()) {
    cast_.members[draft.member].actors = mention.actors;
  }
  mention.anonymous = draft.role && draft.role->kind != RoleKind::kInstitution &&
                      mention.person.empty() && !draft.phrase.definite;
}

// "its ambassador", "the ministry's spokesman", "his counterpart".
Codes Resolver::by_owner(const Draft& draft) {
  const TokenIndex token =
      draft.phrase.pronoun != kNoToken ? draft.phrase.pronoun : draft.phrase.owner_token;
  Codes owner = draft.phrase.owner;
  if (token != kNoToken && draft_at(token) >= 0) {
    resolve(draft_at(token));
    owner = drafts_[draft_at(token)].mention.actors;
  }
  if (!draft.opposite) return owner;
  if (owner.empty() && token != kNoToken) return {};
  if (owner.empty() && draft.phrase.of.empty())
    owner = salience_.subjects_before(draft.mention.head);
  if (owner.size() > 1) return owner;  // "neither state will use force against the other"
  if (owner.empty() && draft.phrase.of.empty())
    owner = salience_.leading(draft.phrase.core.first, 1);
  add_new(owner, draft.phrase.of);
  const std::string& noun = page_.lower[draft.phrase.core.last - 1];
  if (draft.plural && !is_single_opposite(noun)) return {};
  const std::string other = salience_.other_than(draft.phrase.core.first, owner);
  return other.empty() ? Codes{} : Codes{other};
}

// "a spokeswoman for the ministry", "the office of the president".
Codes Resolver::by_complement(const Draft& draft) {
  const TokenIndex token = draft.phrase.of_token;
  if (token == kNoToken || draft.opposite || draft_at(token) < 0) return {};
  resolve(draft_at(token));
  return drafts_[draft_at(token)].mention.actors;
}

// Whether the words are of the kind that a text uses once its side is clear.
bool Resolver::leans_on_context(const Draft& draft) const {
  if (draft.phrase.pronoun != kNoToken || draft.phrase.owner_token != kNoToken) return false;
  if (draft.phrase.definite || draft.phrase.there) return true;
  if (!draft.role) return false;
  // "A foreign ministry note"
  const TokenIndex next = draft.phrase.core.last;
  if (is_institution(draft) && next < page_.size() && page_.is_noun(next)) return true;
  // "A ministry spokesman" belongs to somebody; "a diplomat" may be anybody's.
  return draft.role->speaks || (is_institution(draft) && !draft.phrase.indefinite);
}

// The same office or body, earlier: its side, and the person who holds it.
bool Resolver::by_antecedent(Draft& draft, std::int32_t index) {
  const std::string& noun = page_.lower[draft.phrase.core.last - 1];
  const bool told = !draft.mention.actors.empty();
  const Use* use = salience_.best(page_.head_of(draft.phrase.core), kReach, [&](const Use& other) {
    const Draft& before = drafts_[other.draft];
    if (other.group || other.draft == index || before.plural != draft.plural) return -1.0F;
    if (told && before.mention.actors != draft.mention.actors) return -1.0F;
    if (before.mention.actors.empty()) return -1.0F;
    if (before.phrase.former != draft.phrase.former) return -1.0F;
    const RoleWord* role = before.role;
    const CastMember* member = before.member >= 0 ? &cast_.members[before.member] : nullptr;
    if (!role && member) role = member->role;
    if (!role || !draft.role) {
      const bool same = before.mention.kind == MentionKind::kDescription &&
                        page_.lower[before.phrase.core.last - 1] == noun;
      return same ? 3.0F : -1.0F;
    }
    if (member && draft.gender != Gender::kUnknown && member->gender != Gender::kUnknown &&
        member->gender != draft.gender) {
      return -1.0F;
    }
    if (role->office == draft.role->office) return 4.0F;
    const std::string& title =
        member && !member->office.empty() ? member->office : before.mention.office;
    return fold_lower(title).ends_with(noun) ? 2.0F : -1.0F;
  });
  if (!use) return false;
  const Draft& before = drafts_[use->draft];
  if (!told) draft.mention.actors = before.mention.actors;
  if (draft.role && draft.role->kind == RoleKind::kPerson && !draft.plural && draft.member < 0) {
    draft.member = before.member;
    draft.mention.person = before.mention.person;
  }
  return true;
}

// A state or organisation whose long name has the noun: "the kingdom", "the Union".
Codes Resolver::named_like(const Draft& draft) const {
  const std::string& noun = page_.lower[draft.phrase.core.last - 1];
  if (noun.empty()) return {};
  std::string capital = noun;
  capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
  const bool of_organisations = is_organisation_noun(noun);
  for (const std::string& code : salience_.ranking(draft.phrase.core.first)) {
    const Actor* actor = page_.knowledge.actors.find(code);
    if (!actor) continue;
    for (const std::string& name : {capital + " of " + actor->name, actor->name + " " + capital}) {
      const auto readings = page_.knowledge.actors.readings(name);
      if (!readings.empty() && readings.front().code == code) return {code};
    }
    const bool has_noun = actor->name.find(capital) != std::string::npos;
    if (of_organisations && actor->organisation && has_noun) return {code};
  }
  if (!of_organisations || draft.role || draft.phrase.core.first > draft.phrase.tokens.first + 1) {
    return {};  // "the binational commission" is none that the text has named
  }
  // "the bloc", "the alliance": no name has the word.
  for (const std::string& code : salience_.ranking(draft.phrase.core.first)) {
    const Actor* actor = page_.knowledge.actors.find(code);
    if (actor && actor->organisation) return {code};
  }
  return {};
}

Codes Resolver::dateline_sides() const {
  Codes sides;
  for (const NameHit& hit : found_.names) {
    if (!hit.dateline) break;
    add_code(sides, hit.reading->code);
  }
  return sides;
}

// "In Buenos Aires the foreign minister ...": the state, where it is one that the report speaks of.
Codes Resolver::fronted_place(TokenIndex at) const {
  const TokenIndex begin = page_.sentence(at).first;
  for (TokenIndex t = begin; t < std::min(at, begin + 4); ++t) {
    if (found_.name_at[t] < 0) continue;
    const NameHit& hit = found_.names[found_.name_at[t]];
    if (!hit.place || hit.dateline) return {};
    const std::string& code = hit.reading->code;
    const bool a_side =
        hit.reading->kind == NameKind::kCapital ||
        std::any_of(found_.names.begin(), found_.names.end(), [&code](const NameHit& other) {
          return !other.place && other.reading->code == code;
        });
    return a_side ? Codes{code} : Codes{};
  }
  return {};
}

// The side of the place where the sentence is set, else the one most in mind.
Codes Resolver::by_context(const Draft& draft) const {
  const TokenIndex at = draft.phrase.core.first;
  const std::string& noun = page_.lower[draft.phrase.core.last - 1];
  if (!draft.phrase.in.empty() && (!draft.role || !draft.role->abroad)) return draft.phrase.in;
  if (draft.phrase.in.empty()) {
    if (const Codes like = named_like(draft); !like.empty()) return like;
  }
  if (is_organisation_noun(noun) && !draft.role) return {};
  if (draft.role && draft.role->abroad) {
    Codes host = draft.phrase.in.empty() ? draft.phrase.to : draft.phrase.in;
    if (host.empty()) host = dateline_sides();
    if (host.empty()) host = salience_.leading(at, 1);
    const std::string sender = salience_.other_than(at, host);
    return sender.empty() ? Codes{} : Codes{sender};
  }
  if (const Codes place = fronted_place(at); !place.empty()) return place;
  if (draft.phrase.there) {
    const Use* place = salience_.best(at, 2, [this](const Use& use) {
      const Draft& before = drafts_[use.draft];
      const bool is_place = before.mention.kind == MentionKind::kName && !use.group;
      return is_place ? (before.mention.place ? 1.5F : 0.5F) : -1.0F;
    });
    return place ? place->actors : Codes{};
  }
  // "Manila banned departures to the emirate": not the state that acts.
  const bool by_noun = is_state_noun(noun) && (!draft.role || draft.role->title == "state");
  if (by_noun && !page_.is_subject(draft.mention.head)) {
    const std::string other = salience_.other_than(at, salience_.subjects_before(at));
    if (!other.empty()) return {other};
  }
  // A titled person whose side nothing tells is at home where the report is.
  const Codes home = dateline_sides();
  const bool at_home = home.size() == 1 && draft.mention.kind == MentionKind::kPerson;
  if (at_home && !is_taken(draft, home.front())) return home;
  for (const std::string& side : salience_.ranking(at)) {
    if (!is_taken(draft, side)) return {side};
  }
  return {};
}

void Resolver::collective(Draft& draft) {
  if (!draft.mention.actors.empty() && draft.mention.actors.size() > 1) return;
  const auto count = static_cast<std::size_t>(draft.phrase.number > 2 ? draft.phrase.number : 2);
  draft.mention.actors.clear();
  const TokenIndex at = draft.phrase.tokens.first;
  // Who acts on "both sides" is neither of them: "Beijing offered to host both ministers".
  Codes except;
  if (!page_.is_subject(draft.mention.head)) except = salience_.subjects_before(at);
  const Use* group = salience_.best(at, 2, [&](const Use& use) {
    const bool acts =
        std::any_of(use.actors.begin(), use.actors.end(), [&](const std::string& code) {
          return std::find(except.begin(), except.end(), code) != except.end();
        });
    return use.group && use.actors.size() == count && !acts ? 1.0F : -1.0F;
  });
  Codes sides = group ? group->actors : salience_.opposed(at, count, except);
  if (sides.size() == count) draft.mention.actors = sides;
}

}  // namespace detente
