#include "reading/actors/mentions.h"

#include <algorithm>

#include "reading/actors/cast_sides.h"
#include "reading/actors/draft.h"
#include "reading/actors/page.h"
#include "reading/actors/resolver.h"

namespace detente {
namespace {

constexpr int kMaxClimb = 64;

int depth_of(const Analysis& analysis, TokenIndex token) {
  int depth = 0;
  for (TokenIndex t = analysis.tokens[token].head; t != kNoToken && depth < kMaxClimb; ++depth) {
    t = analysis.tokens[t].head;
  }
  return depth;
}

TokenIndex head_of(const Analysis& analysis, TokenRange phrase) {
  TokenIndex best = phrase.first;
  int best_depth = kMaxClimb + 1;
  for (TokenIndex t = phrase.first; t < phrase.last; ++t) {
    const std::string_view upos = analysis.tokens[t].upos;
    if (upos == "PUNCT" || upos == "ADP" || upos == "DET") continue;
    const int depth = depth_of(analysis, t);
    if (depth >= best_depth) continue;
    best = t;
    best_depth = depth;
  }
  return best;
}

bool is_conjunct_of(const Analysis& analysis, TokenIndex token, TokenIndex first) {
  for (int steps = 0; steps < kMaxClimb; ++steps) {
    if (token == first) return true;
    const Token& word = analysis.tokens[token];
    const bool climbs = word.deprel == "conj" || word.deprel.starts_with("flat") ||
                        word.deprel == "compound" || word.deprel == "nmod:desc";
    if (!climbs || word.head == kNoToken) return false;
    token = word.head;
  }
  return false;
}

bool is_joint(std::string_view form) {
  return form == "," || form == "and" || form == "or" || form == "&" || form == "the" ||
         form == "both" || form == "with" || form == "-" || form == "–";
}

void add_sides(const Mention& mention, std::vector<std::string>& codes) {
  for (const std::string& code : mention.actors) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }
}

}  // namespace

Mentions::Mentions(const Analysis& analysis, std::vector<Mention> found,
                   std::vector<MetPerson> persons)
    : analysis_(analysis), found_(std::move(found)), persons_(std::move(persons)) {
  for (const Mention& mention : found_) longest_ = std::max(longest_, mention.tokens.size());
  std::stable_sort(found_.begin(), found_.end(), [](const Mention& a, const Mention& b) {
    return a.tokens.first < b.tokens.first;
  });
}

// The first mention that could reach to the token.
std::size_t Mentions::first_near(TokenIndex token) const {
  const auto at = std::lower_bound(
      found_.begin(), found_.end(), token - longest_,
      [](const Mention& mention, TokenIndex first) { return mention.tokens.first < first; });
  return static_cast<std::size_t>(at - found_.begin());
}

std::span<const Mention> Mentions::inside(TokenRange tokens) const {
  const auto starts_before = [](const Mention& mention, TokenIndex token) {
    return mention.tokens.first < token;
  };
  const auto first = std::lower_bound(found_.begin(), found_.end(), tokens.first, starts_before);
  return {first, std::lower_bound(first, found_.end(), tokens.last, starts_before)};
}

const Mention* Mentions::at(TokenRange phrase) const {
  if (phrase.empty()) return nullptr;
  const TokenIndex head = head_of(analysis_, phrase);
  const Mention* best = nullptr;
  int best_depth = 0;
  for (std::size_t i = first_near(phrase.first); i < found_.size(); ++i) {
    const Mention& mention = found_[i];
    if (mention.tokens.first >= phrase.last) break;
    if (!phrase.contains(mention.head)) continue;
    if (mention.head == head) return &mention;
    const int depth = depth_of(analysis_, mention.head);
    if (best && depth >= best_depth) continue;
    best = &mention;
    best_depth = depth;
  }
  return best ? best : around(phrase);
}

// The person whose title stands outside the phrase: "Haig" of "Secretary of State Alexander Haig".
const Mention* Mentions::around(TokenRange phrase) const {
  const Mention* best = nullptr;
  for (std::size_t i = first_near(phrase.first); i < found_.size(); ++i) {
    const Mention& mention = found_[i];
    if (mention.tokens.first >= phrase.last) break;
    if (mention.kind != MentionKind::kPerson || !mention.tokens.contains(phrase)) continue;
    if (!best || mention.tokens.size() < best->tokens.size()) best = &mention;
  }
  return best;
}

std::vector<std::string> Mentions::actors(TokenRange phrase) const {
  const Mention* main = at(phrase);
  if (!main) return {};
  std::vector<std::string> codes = told_inside(*main, phrase);
  // A preposition inside the phrase makes it a place: "in Geneva".
  if (codes.empty() && (!main->place || main->tokens.first <= phrase.first + 1))
    add_sides(*main, codes);
  TokenIndex end = std::max(main->tokens.last, main->head + 1);
  for (std::size_t i = first_near(phrase.first); i < found_.size(); ++i) {
    const Mention& mention = found_[i];
    if (mention.tokens.first >= phrase.last) break;
    if (&mention == main || !phrase.contains(mention.head) || mention.head < end) continue;
    bool joint = mention.tokens.first > end || is_conjunct_of(analysis_, mention.head, main->head);
    for (TokenIndex t = end; joint && t < mention.tokens.first; ++t) {
      joint = is_joint(analysis_.tokens[t].form);
    }
    if (!joint && !is_conjunct_of(analysis_, mention.head, main->head)) continue;
    add_sides(mention, codes);
    end = std::max(end, mention.tokens.last);
  }
  return codes;
}

// Of "Japanese and Taiwanese coast guards", cut at "and", only the side that the phrase has.
std::vector<std::string> Mentions::told_inside(const Mention& main, TokenRange phrase) const {
  std::vector<std::string> codes;
  if (main.actors.size() < 2 || main.tokens.first >= phrase.first) return codes;
  for (std::size_t i = first_near(phrase.first); i < found_.size(); ++i) {
    const Mention& mention = found_[i];
    if (mention.tokens.first >= phrase.last) break;
    if (mention.kind == MentionKind::kAdjective && phrase.contains(mention.tokens)) {
      add_sides(mention, codes);
    }
  }
  return codes;
}

std::vector<std::string> Mentions::people(TokenRange phrase) const {
  std::vector<std::string> names;
  for (std::size_t i = first_near(phrase.first); i < found_.size(); ++i) {
    const Mention& mention = found_[i];
    if (mention.tokens.first >= phrase.last) break;
    if (mention.person.empty() || !phrase.contains(mention.head)) continue;
    if (std::find(names.begin(), names.end(), mention.person) == names.end()) {
      names.push_back(mention.person);
    }
  }
  return names;
}

Mentions find_mentions(const Analysis& analysis, std::optional<Date> published,
                       const Knowledge& knowledge, std::span<const MetPerson> met) {
  const DocumentPage page(analysis, published, knowledge);
  const Found found(page);
  Cast cast = found.cast;
  std::vector<Draft> drafts = make_drafts(page, found);
  tell_sides(page, found, met, drafts, cast);
  Resolver(page, found, drafts, cast).resolve_all();
  std::vector<Mention> mentions;
  mentions.reserve(drafts.size());
  for (Draft& draft : drafts) mentions.push_back(std::move(draft.mention));
  std::vector<MetPerson> persons;
  for (const CastMember& member : cast.members) {
    persons.push_back({member.name, member.actors, member.sector, member.office});
  }
  return Mentions(analysis, std::move(mentions), std::move(persons));
}

}  // namespace detente
