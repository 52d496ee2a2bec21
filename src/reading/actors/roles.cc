#include "reading/actors/roles.h"

#include <algorithm>

#include "reading/actors/words.h"

namespace detente {
namespace {

// Whether the noun's form is a plural: its lemma is shorter, or it ends like one and the lemma
// head, which errs on rare words, left it alone.
bool is_plural(const DocumentPage& page, TokenIndex t) {
  const std::string& form = page.lower[t];
  if (form == "people" || form == "police" || form == "troops" || form == "forces") return true;
  if (form.ends_with("men")) return true;
  if (!form.ends_with('s') || form.ends_with("ss") || form.ends_with("us")) return false;
  return page.token(t).lemma != page.forms[t] || page.token(t).upos == "NOUN";
}

// Of two words for the same stretch, the one that fits its number; else the longer, then the first.
bool is_better(const RoleHit& a, const RoleHit& b) {
  if (a.tokens == b.tokens) {
    const bool a_people = a.role->kind == RoleKind::kPeople;
    const bool b_people = b.role->kind == RoleKind::kPeople;
    return a_people != b_people && a_people == a.plural;
  }
  if (a.tokens.size() != b.tokens.size()) return a.tokens.size() > b.tokens.size();
  return a.tokens.first < b.tokens.first;
}

bool is_noun_use(const DocumentPage& page, TokenRange tokens) {
  const TokenIndex last = tokens.last - 1;
  if (page.is_noun(last)) return true;
  // The tagger takes some titles for adjectives or verbs; a longer phrase is beyond doubt.
  return tokens.size() > 1;
}

bool inside_name(const std::vector<NameHit>& names, const std::vector<std::int32_t>& name_at,
                 TokenRange tokens) {
  for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
    if (name_at[t] >= 0 && names[name_at[t]].tokens.contains(tokens)) return true;
  }
  return false;
}

void keep_best(std::vector<RoleHit>& hits) {
  std::stable_sort(hits.begin(), hits.end(), is_better);
  std::vector<RoleHit> kept;
  for (const RoleHit& hit : hits) {
    const bool free = std::none_of(kept.begin(), kept.end(), [&hit](const RoleHit& other) {
      return other.tokens.overlaps(hit.tokens);
    });
    if (free) kept.push_back(hit);
  }
  std::sort(kept.begin(), kept.end(),
            [](const RoleHit& a, const RoleHit& b) { return a.tokens < b.tokens; });
  hits = std::move(kept);
}

}  // namespace

std::vector<RoleHit> find_roles(const DocumentPage& page, const std::vector<NameHit>& names) {
  const std::vector<std::int32_t> name_at = index_by_token(names, page.size());
  std::vector<RoleHit> all;
  for (const Sentence& sentence : page.analysis.sentences) {
    std::vector<RoleHit> hits;
    for (const PhraseHit& found :
         page.knowledge.roles.find(page.words, sentence.tokens.first, sentence.tokens.last)) {
      RoleHit hit{{found.first, found.last}, &page.knowledge.roles.at(found.entry), false};
      if (!is_noun_use(page, hit.tokens) || inside_name(names, name_at, hit.tokens)) continue;
      hit.plural = is_plural(page, page.head_of(hit.tokens)) || is_plural(page, found.last - 1);
      hits.push_back(hit);
    }
    keep_best(hits);
    all.insert(all.end(), hits.begin(), hits.end());
  }
  return all;
}

}  // namespace detente
