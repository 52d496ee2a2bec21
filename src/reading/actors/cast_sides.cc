#include "reading/actors/cast_sides.h"

#include <algorithm>
#include <set>
#include <span>
#include <unordered_map>

#include "reading/actors/words.h"

namespace detente {
namespace {

class Teller {
 public:
  Teller(const DocumentPage& page, const Found& found, std::vector<Draft>& drafts, Cast& cast)
      : page_(page), found_(found), drafts_(drafts), cast_(cast) {
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      const Draft& draft = drafts[i];
      if (draft.mention.kind != MentionKind::kDescription || draft.plural) continue;
      if (draft.role && draft.role->kind != RoleKind::kPerson) continue;
      by_first_[draft.phrase.tokens.first] = i;
      by_last_[draft.phrase.tokens.last] = i;
      by_last_.emplace(draft.phrase.core.last, i);
    }
  }

  void tell() {
    for (Draft& draft : drafts_) {
      if (draft.mention.kind != MentionKind::kPerson) continue;
      title(draft);
      Draft* after = described_after(draft);
      Draft* before = described_before(draft);
      if (after) link(*after, draft);
      if (before) link(*before, draft);
      if (!after && !before) plain_apposition(draft);
      if (!after && !before) plain_before(draft);
    }
  }

 private:
  Draft* at(const std::unordered_map<TokenIndex, std::size_t>& index, TokenIndex t) {
    const auto found = index.find(t);
    return found == index.end() ? nullptr : &drafts_[found->second];
  }

  void title(const Draft& draft) {
    CastMember& member = cast_.members[draft.member];
    const NounPhrase& phrase = draft.phrase;
    if (draft.role) {
      give(member, own_sides(phrase, draft.role, false), draft);
    } else if (!phrase.before.empty()) {
      give(member, phrase.before, draft);
    } else if (!phrase.owner.empty() || !phrase.of.empty()) {
      give(member, phrase.owner.empty() ? phrase.of : phrase.owner, draft);
    }
  }

  // What is said first stays: later reports of the same name may call the person "Mr".
  void give(CastMember& member, const Codes& sides, const Draft& from) {
    if (member.actors.empty()) member.actors = sides;
    if (member.gender == Gender::kUnknown) member.gender = from.gender;
    if (!from.role) return;
    if (member.gender == Gender::kUnknown) {
      member.gender = gender_of_noun(page_.lower[from.phrase.core.last - 1]);
    }
    // An office says more than a rank: "Colonel X, the army's spokesman".
    const bool rank = member.role && member.role->sector == "MIL" && !member.role->speaks;
    if (!member.office.empty() && !rank) return;
    member.office = office_text(page_, found_, from.phrase, from.role);
    member.role = from.role;
    member.sector = from.role->sector;
    member.former = from.phrase.former;
  }

  void link(Draft& description, Draft& person) {
    if (description.member >= 0) return;
    description.member = person.member;
    CastMember& member = cast_.members[person.member];
    if (member.described_by < 0) {
      member.described_by = static_cast<std::int32_t>(&description - drafts_.data());
    }
    give(cast_.members[person.member], description.mention.actors, description);
  }

  // "X, the French ambassador", "X (president of Y)", "X, who is Y's ambassador", "X is the ...".
  Draft* described_after(const Draft& person) {
    const TokenIndex end = page_.sentence(person.mention.head).last;
    TokenIndex t = person.phrase.tokens.last;
    if (t >= end) return nullptr;
    const bool comma = page_.forms[t] == "," || page_.forms[t] == "(" || is_dash(page_.forms[t]);
    if (comma) ++t;
    const bool who = t < end && page_.lower[t] == "who";
    if (who) ++t;
    const bool is = t < end && (page_.lower[t] == "is" || page_.lower[t] == "was");
    if (is) ++t;
    if ((!comma && !is) || (who && !is)) return nullptr;
    Draft* description = at(by_first_, t);
    if (!description || !fits(*description, person)) return nullptr;
    if (comma && !is && starts_next_clause(*description)) return nullptr;
    return description;
  }

  // "X, an American pastor": a noun that is no role.
  void plain_apposition(const Draft& person) {
    const TokenIndex end = page_.sentence(person.mention.head).last;
    TokenIndex first = person.phrase.tokens.last;
    if (first + 1 >= end || page_.forms[first] != ",") return;
    TokenIndex last = ++first;
    while (last < end && (page_.token(last).upos == "DET" || page_.token(last).upos == "ADJ" ||
                          is_possessive_mark(page_.lower[last]) || page_.is_noun(last))) {
      ++last;
    }
    if (last == first || !page_.is_noun(last - 1) || found_.name_at[last - 1] >= 0) return;
    const NounPhrase phrase = read_phrase(page_, found_, {last - 1, last});
    if (phrase.tokens.first != first) return;
    CastMember& member = cast_.members[person.member];
    if (member.actors.empty()) member.actors = phrase.before.empty() ? phrase.owner : phrase.before;
  }

  // "Moscow's man in Dublin, X", "his Angolan opposite number, X".
  void plain_before(const Draft& person) {
    constexpr TokenIndex kReach = 9;
    CastMember& member = cast_.members[person.member];
    const TokenIndex comma = person.mention.tokens.first - 1;
    if (!member.actors.empty() || comma < 2 || page_.forms[comma] != ",") return;
    const TokenIndex begin = std::max(page_.sentence(person.mention.head).first, comma - kReach);
    const TokenIndex end = page_.sentence(person.mention.head).last;
    const TokenIndex after = person.phrase.tokens.last;
    if (after >= end || page_.forms[after] != ",") return;
    const NameHit* owner = nullptr;
    for (TokenIndex t = comma - 1; t > begin; --t) {
      const std::string_view upos = page_.token(t).upos;
      if (upos == "VERB" || upos == "AUX" || upos == "PUNCT") break;
      const std::int32_t name = found_.name_at[t - 1];
      const bool owned = is_possessive_mark(page_.lower[t]) && t + 1 < comma;
      const bool modified = page_.is_noun(t) || upos == "ADJ";
      if (name < 0 || (!owned && !modified) || found_.name_at[t] == name) continue;
      const NameHit& hit = found_.names[name];
      if (owned || hit.reading->kind == NameKind::kAdjective) owner = &hit;
    }
    if (owner) member.actors = {owner->reading->code};
  }

  // ", the minister said": the comma closes a clause and opens no apposition.
  bool starts_next_clause(const Draft& description) const {
    const TokenIndex after = description.phrase.tokens.last;
    if (after >= page_.sentence(description.mention.head).last) return false;
    const std::string_view upos = page_.token(after).upos;
    return (upos == "VERB" || upos == "AUX") && page_.is_subject(description.mention.head) &&
           page_.token(description.mention.head).deprel != "appos";
  }

  // "The foreign minister in San José, X, said", "the Russian president, X".
  Draft* described_before(const Draft& person) {
    const TokenIndex begin = person.mention.tokens.first;
    if (begin < 1 || page_.sentence_of[begin - 1] != page_.sentence_of[begin]) return nullptr;
    if (page_.forms[begin - 1] != "," || person.role) return nullptr;
    Draft* description = at(by_last_, begin - 1);
    if (!description || !fits(*description, person)) return nullptr;
    const TokenIndex end = page_.sentence(begin).last;
    const TokenIndex after = person.phrase.tokens.last;
    const bool closed = after < end && page_.forms[after] == ",";
    const bool listed = after < end && page_.lower[after] == "and";
    const NounPhrase& phrase = description->phrase;
    const bool known = phrase.definite || !phrase.owner.empty() || !phrase.before.empty() ||
                       phrase.pronoun != kNoToken || phrase.owner_token != kNoToken;
    return listed || (!known && !closed) ? nullptr : description;
  }

  bool fits(const Draft& description, const Draft& person) const {
    const CastMember& member = cast_.members[person.member];
    const bool clash = description.gender != Gender::kUnknown &&
                       member.gender != Gender::kUnknown && description.gender != member.gender;
    return !clash &&
           (description.role || description.opposite || !description.mention.actors.empty());
  }

  const DocumentPage& page_;
  const Found& found_;
  std::vector<Draft>& drafts_;
  Cast& cast_;
  std::unordered_map<TokenIndex, std::size_t> by_first_, by_last_;
};

// The people of exactly this name.
std::optional<PersonMatch> match_whole(const People& people, const std::string& name) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  while (begin < name.size()) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    words.emplace_back(std::string_view(name).substr(begin, end - begin));
    begin = end + 1;
  }
  if (words.empty()) return std::nullopt;
  const auto match = people.match(words, 0);
  if (!match || static_cast<std::size_t>(match->words) < words.size()) return std::nullopt;
  return match;
}

// Who held an office when the document was published; a surname alone only where the document
// speaks of that office's side.
void ask_knowledge(const DocumentPage& page, const std::set<std::string>& spoken_of,
                   CastMember& member) {
  if (!page.published) return;
  const People& people = page.knowledge.people;
  auto match = match_whole(people, member.name);
  if (!match || !match->full_name) {
    if (const auto titled = match_whole(people, member.titled)) match = titled;
  }
  if (!match) return;
  const Person* person = people.choose(match->people, *page.published);
  const Tenure* tenure = person ? people.nearest_tenure(*person, *page.published) : nullptr;
  if (!tenure) return;
  if (match->full_name && member.gender == Gender::kUnknown) {
    member.gender = person->she ? Gender::kWoman : Gender::kMan;
  }
  if (!member.actors.empty() && !has(member.actors, tenure->actor)) return;
  if (!match->full_name && !spoken_of.contains(tenure->actor)) return;
  member.held = tenure->title;
  member.held_before = tenure->to && tenure->to->last_day() < page.published->first_day();
  if (!member.actors.empty()) return;
  member.actors = {tenure->actor};
  if (member.office.empty()) {
    member.role = page.knowledge.roles.find_title(tenure->title);
    if (member.role) member.sector = member.role->sector;
  }
}

// Whom an earlier report introduced: by the whole name, or the surname where it means one person.
void remember(CastMember& member, std::span<const MetPerson> met) {
  const MetPerson* found = nullptr;
  for (const MetPerson& person : met) {
    const bool whole = person.name == member.name;
    const bool surname = member.pieces.size() == 1 && person.name.ends_with(' ' + member.name);
    if (!whole && !surname) continue;
    if (found && found->name != person.name) return;
    found = &person;
  }
  if (!found) return;
  member.name = found->name;
  if (member.actors.empty()) member.actors = found->actors;
  if (!member.office.empty()) return;
  member.office = found->office;
  member.sector = found->sector;
}

}  // namespace

void tell_sides(const DocumentPage& page, const Found& found, std::span<const MetPerson> met,
                std::vector<Draft>& drafts, Cast& cast) {
  Teller(page, found, drafts, cast).tell();
  std::set<std::string> spoken_of;  // sides that the document names
  for (const Draft& draft : drafts) {
    if (draft.mention.kind <= MentionKind::kAdjective)
      spoken_of.insert(draft.mention.actors.front());
  }
  for (CastMember& member : cast.members) {
    remember(member, met);
    ask_knowledge(page, spoken_of, member);
  }
}

}  // namespace detente
