#include "reading/actors/phrases.h"

#include <algorithm>

#include "reading/actors/words.h"

namespace detente {
namespace {

constexpr TokenIndex kMaxLeft = 12;   // words of modifiers before a noun
constexpr int kMaxComplements = 3;    // "ambassador of France to Mali in exile"
constexpr TokenIndex kMaxInside = 4;  // words between a preposition and the name after it

bool joins(const DocumentPage& page, TokenIndex t) {
  const std::string& word = page.lower[t];
  return word == "and" || word == "," || word == "or" || word == "&" || is_dash(page.forms[t]);
}

// Reads the modifiers before the core, from right to left.
class LeftReader {
 public:
  LeftReader(const DocumentPage& page, const Found& found, NounPhrase& phrase)
      : page_(page),
        found_(found),
        phrase_(phrase),
        at_(phrase.core.first - 1),
        begin_(std::max(page.sentence(phrase.core.first).first, phrase.core.first - kMaxLeft)) {}

  void read() {
    while (at_ >= begin_ && step()) {
    }
  }

 private:
  void take(TokenIndex first) {
    phrase_.tokens.first = first;
    at_ = first - 1;
  }

  bool step() {
    const std::string& word = page_.lower[at_];
    if (found_.name_at[at_] >= 0) return name(found_.names[found_.name_at[at_]]);
    if (is_possessive_mark(word)) return owner();
    if (is_possessive(word)) {
      phrase_.pronoun = at_;
      take(at_);
      return false;
    }
    return modifier(word);
  }

  bool name(const NameHit& hit) {
    if (hit.place && !hit.people) {
      if (at_ == phrase_.core.first - 1) add_code(phrase_.in, hit.reading->code);
      return false;
    }
    Codes codes = {hit.reading->code};
    take(hit.tokens.first);
    closed_ = true;
    // "Russian and Ukrainian", "French, British and German".
    while (at_ > begin_ && joins(page_, at_)) {
      TokenIndex before = at_ - 1;
      if (joins(page_, before) && before > begin_) --before;
      if (found_.name_at[before] < 0) break;
      const NameHit& other = found_.names[found_.name_at[before]];
      if (other.place || is_people_noun(other)) break;
      codes.insert(codes.begin(), other.reading->code);
      take(other.tokens.first);
    }
    add_new(phrase_.before, codes);
    return true;
  }

  // "the Russians and the American ambassador": the first is no modifier.
  static bool is_people_noun(const NameHit& hit) {
    return hit.people && hit.reading->kind == NameKind::kPeople && hit.reading->plural;
  }

  bool owner() {
    const TokenIndex last = at_ - 1;
    if (last < begin_) return false;
    if (found_.name_at[last] >= 0) {
      const NameHit& hit = found_.names[found_.name_at[last]];
      Codes codes = {hit.reading->code};
      take(hit.tokens.first);
      while (at_ > begin_ && page_.lower[at_] == "and" && found_.name_at[at_ - 1] >= 0) {
        const NameHit& other = found_.names[found_.name_at[at_ - 1]];
        codes.insert(codes.begin(), other.reading->code);
        take(other.tokens.first);
      }
      phrase_.owner = codes;
    } else {
      phrase_.owner_token = last;
      take(begin_of_owner(last));
    }
    return false;
  }

  // Where the owner's own phrase begins: "the prime minister" of "the prime minister 's envoy".
  TokenIndex begin_of_owner(TokenIndex last) const {
    TokenRange core = {last, last + 1};
    if (found_.role_at[last] >= 0) core = found_.roles[found_.role_at[last]].tokens;
    if (found_.person_at[last] >= 0) {
      const PersonHit& hit = found_.cast.hits[found_.person_at[last]];
      core = {hit.begin, hit.tokens.last};
      const bool titled = hit.begin > begin_ && found_.role_at[hit.begin - 1] >= 0;
      if (titled) core.first = found_.roles[found_.role_at[hit.begin - 1]].tokens.first;
    }
    NounPhrase owner;
    owner.core = owner.tokens = core;
    LeftReader(page_, found_, owner).read();
    return owner.tokens.first;
  }

  bool modifier(const std::string& word) {
    const std::string_view upos = page_.token(at_).upos;
    const bool determiner = upos == "DET" || upos == "PRON" || word == "both" || is_article(word);
    if (word == "the" ||
        (determiner && (word == "this" || word == "these" || word == "those" || word == "that"))) {
      phrase_.definite = true;
    } else if (word == "each" || word == "either" || word == "neither" || word == "every") {
      phrase_.either = true;
    } else if (word == "a" || word == "an" || word == "some" || word == "several") {
      phrase_.indefinite = true;
    } else if (const int number = small_number(word); number > 0) {
      phrase_.number = number;
    } else if (is_past_marker(word)) {
      phrase_.former = true;
    } else if (word == "other") {
      phrase_.other = true;
    } else if (word == "another") {
      phrase_.indefinite = true;
    } else if (is_body(at_)) {
      if (phrase_.of_token == kNoToken) phrase_.of_token = at_;
      take(found_.roles[found_.role_at[at_]].tokens.first);
      return true;
    } else if (!goes_before_noun(upos)) {
      return false;
    }
    const bool last = determiner && (small_number(word) == 0 || word == "both");
    take(at_);
    closed_ = closed_ || phrase_.number > 0;
    return !last || (word == "the" && at_ >= begin_ && page_.lower[at_] == "both");
  }

  // Before a name without a title, few words belong to it: "Russia's Sergei Lavrov".
  bool of_person() const { return found_.person_at[phrase_.core.last - 1] >= 0; }

  // "a foreign ministry official": whose official is a question of whose ministry.
  bool is_body(TokenIndex t) const {
    return !closed_ && !of_person() && found_.role_at[t] >= 0 &&
           found_.roles[found_.role_at[t]].role->kind == RoleKind::kInstitution;
  }

  bool goes_before_noun(std::string_view upos) const {
    if (upos == "ADJ" || upos == "NUM") return page_.token(at_).deprel != "root";
    if (upos == "NOUN" || upos == "PROPN") {
      return !closed_ && !of_person() && found_.person_at[at_] < 0;
    }
    // "then - president", "ex - minister", "so - called"
    if (is_dash(page_.forms[at_])) {
      return at_ > begin_ && page_.token(at_).span.begin == page_.token(at_ - 1).span.end;
    }
    if (upos == "ADV" || upos == "VERB") {
      return page_.token(at_).head >= phrase_.core.first &&
             page_.token(at_).head < phrase_.core.last && page_.token(at_).deprel == "amod";
    }
    return false;
  }

  const DocumentPage& page_;
  const Found& found_;
  NounPhrase& phrase_;
  TokenIndex at_;
  TokenIndex begin_;
  bool closed_ = false;  // past the nouns that can modify: a name of a side or a number was read
};

// Reads the complements after the core, from left to right.
class RightReader {
 public:
  RightReader(const DocumentPage& page, const Found& found, NounPhrase& phrase)
      : page_(page),
        found_(found),
        phrase_(phrase),
        at_(phrase.tokens.last),
        end_(page.sentence(phrase.core.first).last) {}

  void read() {
    for (int i = 0; i < kMaxComplements && at_ < end_; ++i) {
      if (page_.lower[at_] == "there") {
        phrase_.there = true;
        phrase_.tokens.last = ++at_;
        return;
      }
      Codes* slot = slot_of(page_.lower[at_]);
      if (!slot || !complement(*slot)) return;
      phrase_.tokens.last = at_;
    }
  }

 private:
  Codes* slot_of(const std::string& word) {
    if (word == "of" || word == "for") return &phrase_.of;
    if (word == "in" || word == "at" || word == "near") return &phrase_.in;
    if (word == "from") return &phrase_.from;
    if (word == "to" || word == "with" || word == "on") return &phrase_.to;
    return nullptr;
  }

  bool complement(Codes& slot) {
    const bool belongs = &slot != &phrase_.to;
    TokenIndex t = at_ + 1;
    const TokenIndex limit = std::min(end_, t + kMaxInside);
    while (t < limit && found_.name_at[t] < 0 && found_.role_at[t] < 0 && found_.person_at[t] < 0) {
      const std::string_view upos = page_.token(t).upos;
      if (upos != "DET" && upos != "ADJ" && upos != "PROPN" && upos != "NOUN" && upos != "NUM") {
        return false;
      }
      ++t;
    }
    if (t >= limit) return false;
    if (found_.name_at[t] >= 0) return names(slot, t);
    if (belongs && phrase_.of_token == kNoToken) phrase_.of_token = t;
    at_ = found_.role_at[t] >= 0 ? found_.roles[found_.role_at[t]].tokens.last
                                 : found_.cast.hits[found_.person_at[t]].tokens.last;
    return true;
  }

  bool names(Codes& slot, TokenIndex t) {
    while (true) {
      const NameHit& hit = found_.names[found_.name_at[t]];
      add_code(slot, hit.reading->code);
      at_ = hit.tokens.last;
      TokenIndex next = at_;
      while (next < end_ && joins(page_, next)) ++next;
      if (next == at_) break;
      if (next < end_ && page_.lower[next] == "the") ++next;
      if (next >= end_ || found_.name_at[next] < 0) break;
      const TokenIndex after = found_.names[found_.name_at[next]].tokens.last;
      // "of France and Germany 's ambassador", "of France and Germany said": another begins.
      const bool other_phrase =
          after < end_ && (is_possessive_mark(page_.lower[after]) || page_.is_noun(after) ||
                           (page_.is_subject(next) && page_.token(next).deprel != "conj"));
      if (other_phrase) break;
      t = next;
    }
    if (at_ < end_ && is_possessive_mark(page_.lower[at_])) ++at_;
    while (at_ < end_ && page_.is_noun(at_) && found_.person_at[at_] < 0) ++at_;
    return true;
  }

  const DocumentPage& page_;
  const Found& found_;
  NounPhrase& phrase_;
  TokenIndex at_;
  TokenIndex end_;
};

}  // namespace

Found::Found(const DocumentPage& page)
    : names(find_names(page)),
      roles(find_roles(page, names)),
      cast(find_persons(page, names, roles)) {
  name_at = index_by_token(names, page.size());
  person_at = index_by_token(cast.hits, page.size());
  std::erase_if(roles, [this](const RoleHit& hit) {
    for (TokenIndex t = hit.tokens.first; t < hit.tokens.last; ++t) {
      if (person_at[t] >= 0) return true;
    }
    return false;
  });
  role_at = index_by_token(roles, page.size());
}

NounPhrase read_phrase(const DocumentPage& page, const Found& found, TokenRange core,
                       TokenIndex after) {
  NounPhrase phrase;
  phrase.core = core;
  phrase.tokens = {core.first, after};
  LeftReader(page, found, phrase).read();
  RightReader(page, found, phrase).read();
  return phrase;
}

}  // namespace detente
