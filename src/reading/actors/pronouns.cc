// Pronouns: who is "he", which side is "it", whose is "our".
#include <algorithm>

#include "reading/actors/resolver.h"

namespace detente {
namespace {

constexpr std::int32_t kReach = 3;  // sentences that a pronoun reaches back

bool is_human(const Draft& draft) {
  if (draft.mention.kind == MentionKind::kPerson || draft.member >= 0) return true;
  return draft.role && draft.role->kind == RoleKind::kPerson && !draft.plural;
}

float as_function(const Use& use) { return use.subject ? 1.5F : use.object ? 0.3F : 0.0F; }

}  // namespace

void Resolver::pronoun(Draft& draft) {
  switch (draft.pronoun) {
    case PronounKind::kHe:
    case PronounKind::kShe: return he_or_she(draft);
    case PronounKind::kIt: return it(draft);
    case PronounKind::kThey: return they(draft);
    case PronounKind::kWe:
    case PronounKind::kYou: return we(draft);
    case PronounKind::kRelative: return relative(draft);
    case PronounKind::kNone: return;
  }
}

void Resolver::take_over(Draft& draft, const Use& use) {
  const Draft& before = drafts_[use.draft];
  draft.mention.actors = use.actors;
  if (use.group) return;
  draft.mention.sector = before.mention.sector;
  draft.mention.person = before.mention.person;
  draft.mention.office = before.mention.office;
  draft.mention.former = before.mention.former;
  draft.member = before.member;
  draft.role = before.role;
  draft.name_kind = before.name_kind;
  if (before.mention.kind == MentionKind::kDescription) {
    draft.mention.anonymous = before.mention.anonymous;
  }
}

void Resolver::he_or_she(Draft& draft) {
  const TokenIndex at = draft.mention.head;
  const bool possessive =
      is_possessive(page_.lower[at]) && page_.token(at).deprel.starts_with("nmod");
  const Use* use = salience_.best(at, kReach, [&](const Use& candidate) {
    const Draft& before = drafts_[candidate.draft];
    if (candidate.group || !is_human(before) || before.plural) return -1.0F;
    Gender gender = before.gender;
    if (before.member >= 0 && cast_.members[before.member].gender != Gender::kUnknown) {
      gender = cast_.members[before.member].gender;
    }
    if (gender != Gender::kUnknown && gender != draft.gender) return -1.0F;
    if (!possessive && same_clause(at, candidate.at)) return -1.0F;
    float fit = 1.0F + as_function(candidate);
    if (gender == draft.gender) fit += 0.7F;
    if (before.mention.kind == MentionKind::kPerson) fit += 0.5F;
    if (!candidate.actors.empty()) fit += 0.5F;
    return fit;
  });
  if (!use) return;
  take_over(draft, *use);
  if (draft.member >= 0 && cast_.members[draft.member].gender == Gender::kUnknown) {
    cast_.members[draft.member].gender = draft.gender;
  }
}

void Resolver::it(Draft& draft) {
  const TokenIndex at = draft.mention.head;
  const bool possessive = page_.lower[at] == "its";
  const Use* use = salience_.best(at, 2, [&](const Use& candidate) {
    const Draft& before = drafts_[candidate.draft];
    if (candidate.group || candidate.actors.size() != 1 || is_human(before) || before.plural) {
      return -1.0F;
    }
    if (before.mention.kind == MentionKind::kAdjective) return -1.0F;
    if (!possessive && same_clause(at, candidate.at)) return -1.0F;
    float fit = 1.0F + as_function(candidate);
    if (before.mention.place) fit -= 0.9F;
    return fit;
  });
  if (use) take_over(draft, *use);
}

void Resolver::they(Draft& draft) {
  const TokenIndex at = draft.mention.head;
  const bool possessive = is_possessive(page_.lower[at]);
  const Use* use = salience_.best(at, 2, [&](const Use& candidate) {
    const Draft& before = drafts_[candidate.draft];
    if (before.mention.kind == MentionKind::kAdjective || before.mention.place) return -1.0F;
    if (!possessive && same_clause(at, candidate.at)) return -1.0F;
    float fit = 1.0F + as_function(candidate);
    if (candidate.group) return fit + 1.0F;
    if (before.plural) return fit + 0.7F;
    if (candidate.actors.empty() || is_human(before)) return -1.0F;
    return std::max(0.0F, fit - 0.8F);
  });
  if (use) take_over(draft, *use);
}

// Who speaks the words at a token: the source of the attribution whose content has it, else the
// subject of the sentence outside the quotation.
std::int32_t Resolver::speaker_of(TokenIndex at) const {
  if (attribution_of_[at] >= 0) {
    for (const TokenRange source : page_.analysis.attributions[attribution_of_[at]].source) {
      const std::int32_t draft = draft_at(page_.head_of(source));
      if (draft >= 0 && !drafts_[draft].mention.actors.empty()) return draft;
    }
  }
  return subject_near(at);
}

// The nearest subject outside quotations, from two sentences before to one after: of the sentence
// itself if it has one, then of the one before.
std::int32_t Resolver::subject_near(TokenIndex at) const {
  const std::int32_t sentence = page_.sentence_of[at];
  const auto first = std::lower_bound(drafts_.begin(), drafts_.end(), sentence - 2,
                                      [this](const Draft& draft, std::int32_t s) {
                                        return page_.sentence_of[draft.mention.tokens.first] < s;
                                      });
  std::int32_t best = -1;
  std::int32_t best_distance = 0;
  for (auto draft = first; draft != drafts_.end(); ++draft) {
    const TokenIndex head = draft->mention.head;
    const std::int32_t distance = page_.sentence_of[head] - sentence;
    if (distance > 1) break;
    if (page_.quoted[head] || !page_.is_subject(head)) continue;
    if (draft->mention.actors.empty() || draft->pronoun == PronounKind::kWe) continue;
    if (best >= 0 && distance > 0 && best_distance > -2) continue;
    best = static_cast<std::int32_t>(draft - drafts_.begin());
    best_distance = distance;
  }
  return best;
}

void Resolver::we(Draft& draft) {
  const TokenIndex at = draft.mention.head;
  if (!page_.quoted[at]) return unquoted_we(draft);
  const std::int32_t speaker = speaker_of(at);
  if (speaker < 0) return;
  const Draft& from = drafts_[speaker];
  if (draft.pronoun == PronounKind::kYou) {
    const std::string other = salience_.other_than(at, from.mention.actors);
    if (!other.empty()) draft.mention.actors = {other};
    return;
  }
  draft.mention.actors = from.mention.actors;
  const std::string& word = page_.lower[at];
  if (word != "i" && word != "my" && word != "me") return;
  draft.mention.person = from.mention.person;
  draft.mention.office = from.mention.office;
  draft.member = from.member;
}

// Minutes label who speaks: "MS. TEST: We ...", "QUESTION: Your ...". A paragraph without a label
// goes on with the speaker of the one before.
void Resolver::read_labels() {
  constexpr TokenIndex kMaxLabel = 6;
  std::int32_t paragraph = -1;
  std::int32_t label = -2;
  for (const Sentence& sentence : page_.analysis.sentences) {
    if (sentence.paragraph == paragraph) continue;
    paragraph = sentence.paragraph;
    const TokenRange words = sentence.tokens;
    for (TokenIndex t = words.first; t < std::min(words.last, words.first + kMaxLabel); ++t) {
      if (page_.token(t).upos == "VERB" || page_.token(t).upos == "AUX") break;
      if (page_.forms[t] != ":") continue;
      label = t > words.first ? draft_at(t - 1) : -1;
      break;
    }
    label_of_.resize(paragraph + 1, -2);
    label_of_[paragraph] = label;
    if (label >= 0) answering_ = label;
  }
}

// In minutes, the labelled speaker's side, or the answering one's for "you"; elsewhere (a leading
// article) the side that the dateline tells.
void Resolver::unquoted_we(Draft& draft) {
  const std::int32_t label = label_of_[page_.paragraph(draft.mention.head)];
  const bool you = draft.pronoun == PronounKind::kYou;
  if (label >= 0 && !you) {
    resolve(label);
    draft.mention.actors = drafts_[label].mention.actors;
    draft.mention.person = drafts_[label].mention.person;
    draft.mention.office = drafts_[label].mention.office;
    return;
  }
  if (label == -1 && you) {
    if (answering_ >= 0) draft.mention.actors = drafts_[answering_].mention.actors;
    return;
  }
  if (label != -2 || you) return;
  const Codes home = dateline_sides();
  if (home.size() == 1) draft.mention.actors = home;
}

// "who", "which", "whose": what the clause hangs from, else what stands right before it.
void Resolver::relative(Draft& draft) {
  const TokenIndex at = draft.mention.head;
  const TokenIndex begin = page_.sentence(at).first;
  TokenIndex verb = at;
  std::int32_t antecedent = -1;
  for (int steps = 0; steps < 5 && verb != kNoToken; ++steps) {
    const bool relative_clause = page_.token(verb).deprel == "acl:relcl";
    verb = page_.token(verb).head;
    if (!relative_clause || verb == kNoToken) continue;
    antecedent = draft_at(verb);
    break;
  }
  TokenIndex before = at - 1;
  while (before >= begin &&
         (page_.token(before).upos == "PUNCT" || page_.token(before).upos == "ADP"))
    --before;
  if (antecedent < 0 && before >= begin) antecedent = draft_at(before);
  if (antecedent < 0 || drafts_[antecedent].mention.head >= at) return;
  Use use;
  use.draft = antecedent;
  use.actors = drafts_[antecedent].mention.actors;
  take_over(draft, use);
  draft.plural = drafts_[antecedent].plural;
}

}  // namespace detente
