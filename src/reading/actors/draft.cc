#include "reading/actors/draft.h"

#include <algorithm>

namespace detente {
namespace {

class Drafter {
 public:
  Drafter(const DocumentPage& page, const Found& found) : page_(page), found_(found) {}

  std::vector<Draft> make() {
    for (TokenIndex t = 0; t < page_.size(); ++t) {
      const PersonHit* named = at(found_.cast.hits, found_.person_at, t);
      const NameHit* side = at(found_.names, found_.name_at, t);
      const RoleHit* title = at(found_.roles, found_.role_at, t);
      if (named && named->tokens.first == t) person(*named);
      if (side && side->tokens.first == t) name(*side);
      if (title && title->tokens.last - 1 == t) role(*title);
      if (!named && !side && !title) word(t);
    }
    return std::move(drafts_);
  }

 private:
  template <typename Hit>
  static const Hit* at(const std::vector<Hit>& hits, const std::vector<std::int32_t>& index,
                       TokenIndex t) {
    return index[t] < 0 ? nullptr : &hits[index[t]];
  }

  Draft& add(MentionKind kind, TokenRange tokens) {
    Draft& draft = drafts_.emplace_back();
    draft.mention.kind = kind;
    draft.mention.tokens = tokens;
    draft.mention.head = page_.head_of(tokens);
    return draft;
  }

  void name(const NameHit& hit) {
    const NameKind kind = hit.reading->kind;
    const bool adjective =
        (kind == NameKind::kAdjective || kind == NameKind::kPeople) && !hit.people;
    Draft& draft = add(adjective ? MentionKind::kAdjective : MentionKind::kName, hit.tokens);
    draft.mention.actors = {hit.reading->code};
    draft.mention.sector = hit.reading->sector;
    draft.mention.place = hit.place && !hit.people;
    draft.name_kind = kind;
    draft.plural =
        hit.people && (hit.reading->plural || page_.lower[hit.tokens.last - 1].ends_with('s'));
    draft.resolved = true;
    draft.phrase.tokens = draft.phrase.core = hit.tokens;
  }

  // The title right before a name, or null.
  const RoleHit* title_of(const PersonHit& hit) const {
    const TokenIndex before = hit.begin - 1;
    if (before < 0 || found_.role_at[before] < 0) return nullptr;
    const RoleHit& title = found_.roles[found_.role_at[before]];
    const bool fits = title.tokens.last == hit.begin && title.role->kind == RoleKind::kPerson &&
                      page_.sentence_of[before] == page_.sentence_of[hit.begin];
    return fits ? &title : nullptr;
  }

  // "Deputy Prime Minister and Foreign Minister X"
  TokenRange all_titles(const RoleHit& last) const {
    TokenRange titles = last.tokens;
    while (titles.first >= 2 && page_.lower[titles.first - 1] == "and") {
      const std::int32_t before = found_.role_at[titles.first - 2];
      if (before < 0 || found_.roles[before].role->kind != RoleKind::kPerson ||
          found_.roles[before].plural || !page_.is_capitalised(titles.first - 2)) {
        break;
      }
      titles.first = found_.roles[before].tokens.first;
    }
    return titles;
  }

  void person(const PersonHit& hit) {
    const RoleHit* title = title_of(hit);
    const TokenRange titles = title ? all_titles(*title) : TokenRange{hit.begin, hit.begin};
    // The titles' own drafts give way to the person's.
    while (!drafts_.empty() && drafts_.back().mention.kind == MentionKind::kDescription &&
           titles.contains(drafts_.back().phrase.core)) {
      drafts_.pop_back();
    }
    Draft& draft = add(MentionKind::kPerson, {hit.begin, hit.tokens.last});
    draft.member = hit.member;
    if (title) {
      draft.role = title->role;
      draft.phrase = read_phrase(page_, found_, titles, hit.tokens.last);
    } else {
      const TokenRange words = {hit.begin, hit.tokens.last};
      draft.phrase.tokens = draft.phrase.core = words;
      // What stands before "Mr" belongs to something else.
      if (hit.begin == hit.tokens.first) draft.phrase = read_phrase(page_, found_, words);
    }
    draft.mention.tokens.first = draft.phrase.tokens.first;
    draft.mention.head = page_.head_of({titles.first, hit.tokens.last});
  }

  void role(const RoleHit& hit) {
    Draft& draft = add(MentionKind::kDescription, hit.tokens);
    draft.role = hit.role;
    draft.plural = hit.plural || hit.role->kind == RoleKind::kPeople;
    describe(draft, hit.tokens);
  }

  // Fills a description from the phrase around its noun.
  void describe(Draft& draft, TokenRange core) {
    draft.phrase = read_phrase(page_, found_, core);
    draft.mention.tokens = draft.phrase.tokens;
    draft.mention.head = page_.head_of(core);
    const std::string& noun = page_.lower[core.last - 1];
    draft.opposite =
        is_opposite_noun(noun) || noun == "number" || (draft.phrase.other && is_side_noun(noun));
    draft.gender = gender_of_noun(noun);
    const int number = draft.phrase.number;
    const bool sides = draft.plural && draft.phrase.before.size() + draft.phrase.of.size() < 2;
    // "the two soldiers" are of one side, "the two ministers" of two.
    const bool individuals =
        draft.role && draft.role->kind != RoleKind::kInstitution && draft.role->sector != "GOV";
    const bool group = sides && number >= 2 && !draft.phrase.indefinite && !individuals;
    if ((group && (draft.phrase.definite || page_.lower[draft.phrase.tokens.first] == "both")) ||
        (draft.phrase.either && draft.phrase.before.empty())) {
      draft.mention.kind = MentionKind::kCollective;
    }
    // "The presidents met": the holders of one office are of several sides.
    const bool offices =
        draft.role && draft.role->kind == RoleKind::kPerson && draft.plural && !individuals;
    if (sides && offices && draft.phrase.definite && draft.phrase.before.empty() &&
        draft.phrase.owner.empty() && draft.phrase.of.empty() && draft.phrase.in.empty() &&
        draft.phrase.pronoun == kNoToken && draft.phrase.owner_token == kNoToken) {
      draft.mention.kind = MentionKind::kCollective;
    }
  }

  // Words that are neither name nor role: pronouns, "the two", "his counterpart", "the bloc".
  void word(TokenIndex t) {
    const std::string& lower = page_.lower[t];
    const PronounKind kind = pronoun_kind(lower);
    if (kind != PronounKind::kNone) return pronoun(t, kind);
    if (page_.is_noun(t)) {
      const bool opposite_number = lower == "number" && t > 0 && page_.lower[t - 1] == "opposite";
      if (!opposite_number && !is_opposite_noun(lower) && !is_organisation_noun(lower) &&
          !is_state_noun(lower) && !is_side_noun(lower)) {
        return;
      }
      Draft& draft = add(MentionKind::kDescription, {t, t + 1});
      draft.plural = lower.ends_with('s') || lower == "men";
      return describe(draft, {t, t + 1});
    }
    lone_number(t);
  }

  void pronoun(TokenIndex t, PronounKind kind) {
    if (page_.token(t).deprel == "expl" || page_.token(t).upos == "SCONJ") return;
    if (kind == PronounKind::kRelative && !page_.token(t).deprel.starts_with("nsubj") &&
        page_.lower[t] != "whose" && page_.lower[t] != "who" && page_.lower[t] != "whom") {
      return;
    }
    // "US" in capitals would have been a name.
    Draft& draft = add(MentionKind::kPronoun, {t, t + 1});
    draft.pronoun = kind;
    draft.plural = kind == PronounKind::kThey;
    if (kind == PronounKind::kHe) draft.gender = Gender::kMan;
    if (kind == PronounKind::kShe) draft.gender = Gender::kWoman;
  }

  // "both", "the two", "neither", "each other", "one another".
  void lone_number(TokenIndex t) {
    const std::string& word = page_.lower[t];
    const TokenIndex end = page_.sentence(t).last;
    const bool noun_follows =
        t + 1 < end && (page_.is_noun(t + 1) || page_.token(t + 1).upos == "ADJ");
    const bool reciprocal = t + 1 < end && ((word == "each" && page_.lower[t + 1] == "other") ||
                                            (word == "one" && page_.lower[t + 1] == "another"));
    TokenRange tokens = {t, reciprocal ? t + 2 : t + 1};
    if (!reciprocal) {
      if (noun_follows) return;
      if (word == "other" && t > 0 && page_.lower[t - 1] == "the") return the_other(t);
      const bool number = small_number(word) == 2 || small_number(word) == 3;
      const bool the = t > 0 && page_.lower[t - 1] == "the";
      const bool lone = word == "both" || (word == "each" && page_.is_subject(t)) ||
                        word == "neither" || word == "either" || (number && the);
      if (!lone) return;
      const bool pairs = word == "both" && page_.token(t).deprel == "cc:preconj";
      if (pairs) return;
      if (the) --tokens.first;
    }
    Draft& draft = add(MentionKind::kCollective, tokens);
    draft.plural = true;
    draft.phrase.tokens = draft.phrase.core = tokens;
    draft.phrase.number = word == "three" ? 3 : 2;
  }

  void the_other(TokenIndex t) {
    Draft& draft = add(MentionKind::kDescription, {t - 1, t + 1});
    draft.phrase.tokens = draft.phrase.core = draft.mention.tokens;
    draft.mention.head = t;
    draft.phrase.definite = draft.opposite = true;
  }

  const DocumentPage& page_;
  const Found& found_;
  std::vector<Draft> drafts_;
};

}  // namespace

Codes own_sides(const NounPhrase& phrase, const RoleWord* role, bool opposite) {
  if (!phrase.before.empty()) return phrase.before;
  if (opposite) return {};
  if (!phrase.owner.empty()) return phrase.owner;
  if (phrase.pronoun != kNoToken || phrase.owner_token != kNoToken) return {};
  if (!phrase.of.empty()) return phrase.of;
  if (role && !role->actor.empty()) return {role->actor};
  if (phrase.of_token != kNoToken || phrase.there) return {};
  if (!phrase.from.empty()) return phrase.from;
  // "troops in Syria" and "the embassy in Lima" are somebody else's.
  const bool man = role && role->kind == RoleKind::kPerson;
  if (role && (role->abroad || (role->sector == "MIL" && !man))) return {};
  return phrase.in;
}

namespace {

// Where the words after an office that say what it is of end; `at` where there are none.
TokenIndex end_of_complement(const DocumentPage& page, const Found& found, TokenIndex at) {
  constexpr TokenIndex kLongest = 6;
  const TokenIndex sentence = at > 0 ? page.sentence(at - 1).last : at;
  if (at >= sentence || (page.lower[at] != "of" && page.lower[at] != "for")) return at;
  TokenIndex end = at;
  for (TokenIndex t = at + 1; t < std::min(sentence, at + 1 + kLongest); ++t) {
    const std::string_view tag = page.token(t).upos;
    if (found.name_at[t] >= 0 || found.person_at[t] >= 0) break;
    if (page.is_noun(t)) end = t + 1;
    if (!page.is_noun(t) && tag != "DET" && tag != "ADJ" && tag != "ADP" && tag != "CCONJ") break;
  }
  return end;
}

}  // namespace

std::string office_text(const DocumentPage& page, const Found& found, const NounPhrase& phrase,
                        const RoleWord* role) {
  TokenRange words = phrase.core;
  const TokenIndex body = phrase.of_token;
  const bool speaks_for = role && role->speaks && body != kNoToken && found.role_at[body] >= 0;
  if (speaks_for) {
    const TokenRange whose = found.roles[found.role_at[body]].tokens;
    words = {std::min(words.first, whose.first), std::max(words.last, whose.last)};
  }
  // "minister of the armed forces", "secretary for trade": what the office is of, where that is no
  // side.
  if (!speaks_for && role && role->kind == RoleKind::kPerson && phrase.of.empty())
    words.last = end_of_complement(page, found, words.last);
  return page.text(words);
}

std::vector<Draft> make_drafts(const DocumentPage& page, const Found& found) {
  std::vector<Draft> drafts = Drafter(page, found).make();
  for (Draft& draft : drafts) {
    const MentionKind kind = draft.mention.kind;
    if (kind == MentionKind::kDescription || kind == MentionKind::kCollective) {
      draft.mention.actors = own_sides(draft.phrase, draft.role, draft.opposite);
      if (!draft.role) continue;
      draft.mention.sector = draft.role->sector;
      draft.mention.office = office_text(page, found, draft.phrase, draft.role);
      draft.mention.former = draft.phrase.former;
    }
  }
  return drafts;
}

}  // namespace detente
