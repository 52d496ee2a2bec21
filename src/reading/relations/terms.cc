#include "reading/relations/terms.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace detente {
namespace {

// Words that the model may have left out within one term.
constexpr TokenIndex kWidestGap = 4;

// The label that most words have, weighed by how sure the model is.
class Vote {
 public:
  void add(std::string_view label, float weight) { weights_[label] += weight; }
  std::string_view winner() const {
    const auto most =
        std::max_element(weights_.begin(), weights_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == weights_.end() ? std::string_view() : most->first;
  }

 private:
  std::map<std::string_view, float> weights_;
};

struct Phrase {
  TokenRange tokens;
  Vote kind;
  Vote phase;

  void add(const Trigger& trigger) {
    tokens.last = trigger.tokens.last;
    const float weight = trigger.score * static_cast<float>(trigger.tokens.size());
    kind.add(trigger.label, weight);
    phase.add(trigger.status, weight);
  }
};

// Whether another term begins between two stretches: after "and", "or", a semicolon or a comma.
bool parted(const Context& context, TokenIndex from, TokenIndex to) {
  for (TokenIndex t = from; t < to; ++t) {
    const Token& token = context.analysis().tokens[t];
    if (token.upos == "CCONJ" || token.form == ";" || token.form == ",") return true;
  }
  return false;
}

bool one_phrase(const Context& context, TokenRange before, TokenRange after) {
  return context.same_sentence(before.first, after.first) &&
         after.first - before.last <= kWidestGap &&
         !parted(context, before.last, after.first);
}

bool names_something(const Context& context, TokenRange tokens) {
  for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
    const std::string_view tag = context.analysis().tokens[t].upos;
    if (tag == "NOUN" || tag == "PROPN" || tag == "ADJ" || tag == "NUM") return true;
  }
  return false;
}

Term term_of(const Context& context, const Phrase& phrase) {
  Term term;
  term.kind = phrase.kind.winner();
  const std::string_view phase = phrase.phase.winner();
  if (phase != "none") term.phase = phase;
  if (names_something(context, phrase.tokens)) term.what = {context.text(phrase.tokens)};
  if (const TimeExpression* time = context.time_in(phrase.tokens)) term.date = time->calendar;
  return term;
}

}  // namespace

std::vector<Term> terms_of(const Context& context, std::vector<const Trigger*> marked) {
  std::sort(marked.begin(), marked.end(),
            [](const Trigger* a, const Trigger* b) { return a->tokens < b->tokens; });
  std::vector<Phrase> phrases;
  for (const Trigger* trigger : marked) {
    if (phrases.empty() || !one_phrase(context, phrases.back().tokens, trigger->tokens))
      phrases.push_back({trigger->tokens, {}, {}});
    phrases.back().add(*trigger);
  }
  std::vector<Term> out;
  for (const Phrase& phrase : phrases) out.push_back(term_of(context, phrase));
  std::vector<Term> kept;
  for (const Term& term : out) {
    const auto same_kind = [&](const Term& other) {
      return &other != &term && other.kind == term.kind &&
             (!other.what.empty() || &other < &term);
    };
    if (!term.what.empty() || std::none_of(out.begin(), out.end(), same_kind))
      kept.push_back(term);
  }
  return kept;
}

}  // namespace detente
