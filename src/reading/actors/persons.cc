#include "reading/actors/persons.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "knowledge/words.h"

namespace detente {
namespace {

constexpr TokenIndex kMaxNameWords = 6;

struct RawName {
  TokenRange tokens;
  TokenIndex begin = 0;
  Gender gender = Gender::kUnknown;
};

class Finder {
 public:
  Finder(const DocumentPage& page, const std::vector<NameHit>& names,
         const std::vector<RoleHit>& roles)
      : page_(page),
        roles_(roles),
        name_at_(index_by_token(names, page.size())),
        role_at_(index_by_token(roles, page.size())),
        taken_(page.size(), false) {}

  std::vector<RawName> find() {
    for (TokenIndex t = 0; t < page_.size(); ++t) known(t);
    const std::vector<Entity>& entities = page_.analysis.entities;
    for (std::size_t i = 0; i < entities.size(); ++i) {
      if (entities[i].type != EntityType::kPerson) continue;
      TokenRange tokens = trimmed(entities[i].tokens);
      // One name that the tagger cut in two.
      while (i + 1 < entities.size() && entities[i + 1].type == EntityType::kPerson &&
             entities[i + 1].tokens.first == tokens.last && continues(entities[i + 1].tokens)) {
        tokens.last = trimmed(entities[++i].tokens).last;
      }
      if (tokens.first >= page_.dateline) add(tokens);
    }
    for (TokenIndex t = 0; t < page_.size(); ++t) {
      if (!taken_[t]) titled(t);
    }
    for (const RawName& name : found_) {
      if (name.tokens.size() > 1) surnames_.insert(page_.lower[name.tokens.last - 1]);
    }
    for (TokenIndex t = 0; t < page_.size(); ++t) {
      if (!taken_[t]) again(t);
    }
    std::sort(found_.begin(), found_.end(),
              [](const RawName& a, const RawName& b) { return a.tokens < b.tokens; });
    return std::move(found_);
  }

 private:
  // The name without titles before it and what follows its last capitalised word.
  TokenRange trimmed(TokenRange tokens) const {
    while (!tokens.empty()) {
      const TokenIndex t = tokens.first;
      const bool title = role_at_[t] >= 0 || is_courtesy_title(page_.lower[t]) ||
                         name_at_[t] >= 0 || !page_.is_capitalised(t);
      // "al-Assad", "de Gaulle" begin small, but then a capital follows.
      const bool particle = role_at_[t] < 0 && name_at_[t] < 0 && tokens.size() > 1 &&
                            !page_.is_capitalised(t) && page_.lower[t].size() <= 3 &&
                            !is_article(page_.lower[t]) && page_.token(t).upos == "PROPN";
      if (!title || particle) break;
      ++tokens.first;
    }
    // "Cho June - hyuck", whose end the tagger often leaves out.
    const TokenIndex end = tokens.empty() ? 0 : page_.sentence(tokens.first).last;
    while (!tokens.empty() && tokens.last + 1 < end && tight_hyphen(tokens.last)) tokens.last += 2;
    return without_mark(tokens);
  }

  TokenRange without_mark(TokenRange tokens) const {
    while (!tokens.empty() && (is_possessive_mark(page_.lower[tokens.last - 1]) ||
                               page_.token(tokens.last - 1).upos == "PUNCT")) {
      --tokens.last;
    }
    return tokens;
  }

  void add(TokenRange tokens) {
    if (tokens.empty() || tokens.size() > kMaxNameWords) return;
    for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
      if (taken_[t]) return;
    }
    RawName name{tokens, tokens.first, Gender::kUnknown};
    const TokenIndex start = page_.sentence(tokens.first).first;
    if (tokens.first > start) {
      Gender gender = Gender::kUnknown;
      if (is_courtesy_title(page_.lower[tokens.first - 1], &gender)) {
        name.begin = tokens.first - 1;
        name.gender = gender;
      } else {
        name.gender = gender_of_noun(page_.lower[tokens.first - 1]);
      }
    }
    for (TokenIndex t = tokens.first; t < tokens.last; ++t) taken_[t] = true;
    found_.push_back(name);
  }

  bool tight_hyphen(TokenIndex t) const {
    return page_.forms[t] == "-" && page_.token(t).span.begin == page_.token(t - 1).span.end &&
           page_.token(t + 1).span.begin == page_.token(t).span.end;
  }

  bool continues(TokenRange tokens) const {
    const TokenIndex t = tokens.first;
    return page_.is_capitalised(t) && role_at_[t] < 0 && name_at_[t] < 0 &&
           !is_courtesy_title(page_.lower[t]) && !trimmed(tokens).empty();
  }

  // A full name that the knowledge has.
  void known(TokenIndex t) {
    if (!page_.is_capitalised(t) || taken_[t] || name_at_[t] >= 0) return;
    const TokenIndex end = page_.sentence(t).last;
    const auto match =
        page_.knowledge.people.match(std::span<const std::string_view>(page_.forms).first(end), t);
    if (!match || !match->full_name || match->words < 2) return;
    // The first word of a known name is no title ("Amir"), but an alias may begin with one.
    const bool titled = is_courtesy_title(page_.lower[t]);
    add(titled ? trimmed({t, t + match->words}) : without_mark({t, t + match->words}));
  }

  // Capitalised words right after a title.
  void titled(TokenIndex t) {
    if (!page_.is_capitalised(t) || name_at_[t] >= 0) return;
    const TokenIndex end = page_.sentence(t).last;
    if (t == page_.sentence(t).first || role_at_[t] >= 0) return;
    const bool courtesy = is_courtesy_title(page_.lower[t - 1]) && page_.is_capitalised(t - 1);
    const bool title = role_at_[t - 1] >= 0 && roles_[role_at_[t - 1]].tokens.last == t &&
                       roles_[role_at_[t - 1]].role->kind == RoleKind::kPerson;
    if (!courtesy && !title) return;
    if (page_.token(t).upos != "PROPN" || is_courtesy_title(page_.lower[t])) return;
    const Entity* entity = page_.entity(t);
    if (!courtesy && entity && entity->type != EntityType::kPerson) return;
    TokenIndex last = t + 1;
    while (last < end && last - t < kMaxNameWords && page_.is_capitalised(last) &&
           page_.token(last).upos == "PROPN" && role_at_[last] < 0 && name_at_[last] < 0) {
      ++last;
    }
    add({t, last});
  }

  // The surname of somebody met elsewhere in the document, where the entities have a gap.
  void again(TokenIndex t) {
    if (!page_.is_capitalised(t) || page_.token(t).upos != "PROPN") return;
    if (name_at_[t] >= 0 || role_at_[t] >= 0 || page_.entity_of[t] >= 0) return;
    if (surnames_.contains(page_.lower[t])) add({t, t + 1});
  }

  const DocumentPage& page_;
  const std::vector<RoleHit>& roles_;
  std::vector<std::int32_t> name_at_;
  std::vector<std::int32_t> role_at_;
  std::vector<bool> taken_;
  std::vector<RawName> found_;
  std::unordered_set<std::string> surnames_;
};

// Whether all pieces of the shorter name stand in the longer one, in order.
bool lies_in(const std::vector<std::string>& shorter, const std::vector<std::string>& longer) {
  std::size_t next = 0;
  for (const std::string& piece : longer) {
    if (next < shorter.size() && piece == shorter[next]) ++next;
  }
  return next == shorter.size();
}

// How well a name goes with a member: 0 not at all, more for its whole name and for its surname.
int likeness(const CastMember& member, const std::vector<std::string>& pieces, Gender gender) {
  if (gender != Gender::kUnknown && member.gender != Gender::kUnknown && gender != member.gender) {
    return 0;
  }
  const bool longer = pieces.size() >= member.pieces.size();
  const auto& full = longer ? pieces : member.pieces;
  const auto& part = longer ? member.pieces : pieces;
  if (!lies_in(part, full)) return 0;
  if (part.size() == full.size()) return 4;
  return part.back() == full.back() ? 3 : part.front() == full.front() ? 2 : 1;
}

std::vector<std::string> lower_pieces(const std::string& name) {
  std::vector<std::string> pieces = pieces_of(name);
  for (std::string& piece : pieces) piece = fold_lower(piece);
  return pieces;
}

// Gathers the persons of a document: a name goes to the member whose name is most like it, the last
// met of several, or to a new one.
class Casting {
 public:
  explicit Casting(Cast& cast) : cast_(cast) {}

  std::int32_t member_for(const std::string& name, Gender gender) {
    const std::vector<std::string> pieces = lower_pieces(name);
    std::int32_t best = best_for(pieces, gender);
    if (best < 0) {
      best = static_cast<std::int32_t>(cast_.members.size());
      cast_.members.emplace_back().name = name;
    }
    CastMember& member = cast_.members[best];
    if (pieces.size() > member.pieces.size()) {
      member.name = name;
      member.pieces = pieces;
      for (const std::string& piece : pieces) with_piece_[piece].insert(best);
    }
    if (member.gender == Gender::kUnknown) member.gender = gender;
    return best;
  }

 private:
  // Of two names one lies in the other, so that they share a piece.
  std::int32_t best_for(const std::vector<std::string>& pieces, Gender gender) const {
    std::set<std::int32_t> alike;
    for (const std::string& piece : pieces) {
      if (const auto found = with_piece_.find(piece); found != with_piece_.end())
        alike.insert(found->second.begin(), found->second.end());
    }
    std::int32_t best = -1;
    int best_score = 1;
    for (const std::int32_t i : alike) {
      const int score = likeness(cast_.members[i], pieces, gender);
      if (score < best_score) continue;
      best = i;
      best_score = score;
    }
    return best;
  }

  Cast& cast_;
  std::unordered_map<std::string, std::set<std::int32_t>> with_piece_;  // members by piece of name
};

}  // namespace

Cast find_persons(const DocumentPage& page, const std::vector<NameHit>& names,
                  const std::vector<RoleHit>& roles) {
  Cast cast;
  Casting casting(cast);
  for (const RawName& raw : Finder(page, names, roles).find()) {
    PersonHit hit{raw.tokens, raw.begin, -1};
    hit.member = casting.member_for(page.text(raw.tokens), raw.gender);
    if (raw.begin < raw.tokens.first) {
      cast.members[hit.member].titled = page.text({raw.begin, raw.tokens.last});
    }
    cast.hits.push_back(hit);
  }
  return cast;
}

}  // namespace detente
