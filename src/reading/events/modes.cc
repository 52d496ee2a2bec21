// The modes of events: finer kinds of a root, by the words that the act is told in.
#include <algorithm>

#include "reading/readers.h"

namespace detente {

// A mode's words in the trigger itself say most; then those that hang on it, the nearest first.
std::string mode_of(const Context& context, const Trigger& trigger) {
  const EventRoot* root = context.knowledge().ontology.find_root(trigger.label);
  if (root == nullptr) return {};
  const TokenRange act = context.subtree(context.head_of(trigger.tokens));
  const LexiconHit* best = nullptr;
  TokenIndex best_distance = 0;
  const std::vector<LexiconHit> hits = root->modes.find(
      context.lexical(), static_cast<std::size_t>(act.first), static_cast<std::size_t>(act.last));
  for (const LexiconHit& hit : hits) {
    const TokenIndex distance =
        std::max({0, hit.first - trigger.tokens.last + 1, trigger.tokens.first - hit.last + 1});
    if (best != nullptr && distance >= best_distance) continue;
    best = &hit;
    best_distance = distance;
  }
  return best == nullptr ? std::string() : root->modes.at(best->entry).name;
}

}  // namespace detente
