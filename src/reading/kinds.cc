// Where the open head of the model and the closed lexicon of kinds meet.
#include <algorithm>

#include "reading/readers.h"

namespace detente {

std::string kind_of(const Context& context, const Trigger& trigger, const Lexicon& lexicon) {
  const TokenRange sentence = context.sentence_tokens(trigger.tokens.first);
  std::vector<std::string> kinds;
  for (const LexiconHit& hit : lexicon.find(context.lexical(), sentence.first, sentence.last)) {
    if (trigger.tokens.overlaps({hit.first, hit.last}))
      add_new(kinds, {lexicon.at(hit.entry).name});
  }
  if (kinds.empty() || has(kinds, trigger.label)) return std::string(trigger.label);
  for (const auto& [label, share] : trigger.labels) {  // best first
    if (has(kinds, label)) return std::string(label);
  }
  return kinds.front();
}

}  // namespace detente
