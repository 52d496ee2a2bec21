#include "reading/actors/resolver.h"

#include <algorithm>

namespace detente {
namespace {

TokenRange core_of(const Draft& draft) {
  return draft.phrase.core.empty() ? draft.mention.tokens : draft.phrase.core;
}

// Whether only commas, "and" and articles stand between two mentions.
bool joined(const DocumentPage& page, TokenIndex from, TokenIndex to) {
  bool joint = false;
  for (TokenIndex t = from; t < to; ++t) {
    const std::string& word = page.lower[t];
    if (word == "," || word == "and" || word == "&") {
      joint = true;
    } else if (word != "the" && word != "with") {
      return false;
    }
  }
  return joint;
}

}  // namespace

Resolver::Resolver(const DocumentPage& page, const Found& found, std::vector<Draft>& drafts,
                   Cast& cast)
    : page_(page),
      found_(found),
      drafts_(drafts),
      cast_(cast),
      salience_(page, drafts),
      draft_at_(page.size(), -1),
      attribution_of_(page.size(), -1) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const TokenRange core =
        drafts[i].mention.kind == MentionKind::kPerson
            ? TokenRange{core_of(drafts[i]).first, drafts[i].mention.tokens.last}
            : core_of(drafts[i]);
    for (TokenIndex t = core.first; t < core.last; ++t) {
      std::int32_t& known = draft_at_[t];
      if (known < 0 || core_of(drafts_[known]).size() > core.size()) {
        known = static_cast<std::int32_t>(i);
      }
    }
  }
}

void Resolver::read_attributions() {
  const std::vector<Attribution>& all = page_.analysis.attributions;
  for (std::size_t i = all.size(); i-- > 0;) {
    for (const TokenRange part : all[i].content) {
      std::fill(attribution_of_.begin() + part.first, attribution_of_.begin() + part.last,
                static_cast<std::int32_t>(i));
    }
  }
}

void Resolver::resolve_all() {
  read_attributions();
  read_labels();
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const auto index = static_cast<std::int32_t>(i);
    resolve(index);
    note(index);
  }
  // The first person's side may be told only after the quotation: once more, with all known.
  for (Draft& draft : drafts_) {
    const bool first_person =
        draft.pronoun == PronounKind::kWe || draft.pronoun == PronounKind::kYou;
    if (first_person && draft.mention.actors.empty()) we(draft);
    // So may a person's.
    if (draft.mention.actors.empty() && draft.member >= 0) {
      draft.mention.actors = cast_.members[draft.member].actors;
    }
  }
}

void Resolver::resolve(std::int32_t index) {
  Draft& draft = drafts_[index];
  if (draft.resolved) return;
  draft.resolved = true;  // before the work: what depends on itself stays open
  switch (draft.mention.kind) {
    case MentionKind::kPerson: return person(draft);
    case MentionKind::kDescription: return description(draft, index);
    case MentionKind::kPronoun: return pronoun(draft);
    case MentionKind::kCollective: return collective(draft);
    case MentionKind::kName:
    case MentionKind::kAdjective: return;
  }
}

void Resolver::person(Draft& draft) {
  CastMember& member = cast_.members[draft.member];
  if (member.actors.empty() && member.described_by >= 0) {
    resolve(member.described_by);
    member.actors = drafts_[member.described_by].mention.actors;
  }
  if (member.actors.empty() && (draft.role || member.role)) {
    Codes sides = by_owner(draft);
    if (sides.empty()) sides = by_complement(draft);
    if (sides.empty() && draft.role) sides = by_context(draft);
    member.actors = sides;
  }
  draft.mention.actors = member.actors;
  draft.mention.person = member.name;
  const bool rank = draft.role && draft.role->sector == "MIL" && !member.office.empty();
  draft.mention.office =
      draft.role && !rank ? office_text(page_, found_, draft.phrase, draft.role) : member.office;
  if (draft.mention.office.empty()) {
    draft.mention.held = member.held;
    draft.mention.held_before = member.held_before;
  }
  draft.mention.sector = draft.role ? draft.role->sector : member.sector;
  draft.mention.former = draft.phrase.former || (!draft.role && member.former);
  draft.gender = member.gender;
}

// Whether the text has somebody else in a person's office on that side.
bool Resolver::is_taken(const Draft& draft, const std::string& side) const {
  const RoleWord* role = draft.role;
  if (draft.member < 0 || role == nullptr || !role->head || draft.phrase.former) return false;
  const CastMember& own = cast_.members[draft.member];
  return std::any_of(cast_.members.begin(), cast_.members.end(), [&](const CastMember& other) {
    return &other != &own && other.role != nullptr && !other.former &&
           other.role->office == role->office && other.actors == Codes{side};
  });
}

void Resolver::note(std::int32_t index) {
  const Draft& draft = drafts_[index];
  // Nobody's side yet: a person or an unnamed speaker can still be "he".
  const bool human = draft.mention.kind == MentionKind::kPerson ||
                     (draft.role && draft.role->kind != RoleKind::kInstitution);
  if (draft.mention.actors.empty() && !human) return;
  salience_.add(drafts_, index);
  note_group(index);
}

void Resolver::note_group(std::int32_t index) {
  const Draft& draft = drafts_[index];
  if (draft.mention.actors.empty()) return;
  const TokenRange tokens = draft.mention.tokens;
  const bool grows = group_end_ != kNoToken && group_end_ < tokens.first &&
                     page_.sentence_of[group_end_ - 1] == page_.sentence_of[tokens.first] &&
                     joined(page_, group_end_, tokens.first);
  if (!grows) group_.clear();
  add_new(group_, draft.mention.actors);
  group_end_ = tokens.last;
  if (group_.size() > 1 && grows) salience_.add_group(drafts_, index, group_);
}

bool Resolver::same_clause(TokenIndex pronoun, TokenIndex candidate) const {
  const TokenIndex verb = page_.token(pronoun).head;
  return verb != kNoToken && page_.token(candidate).head == verb;
}

}  // namespace detente
