#include "reading/relations/limits.h"

#include <algorithm>
#include <string_view>

#include "reading/times/deadline.h"

namespace detente {
namespace {

// The longest phrase before a day, in words ("with effect from").
constexpr TokenIndex kLongest = 4;

// The entry of the limits that ends right before a time; empty where none does.
std::string_view word_before(const Context& context, const TimeExpression& time) {
  const Lexicon& lexicon = context.knowledge().ontology.limits;
  const TokenIndex sentence = context.sentence_tokens(time.tokens.first).first;
  const TokenIndex low = std::max(sentence, time.tokens.first - kLongest);
  std::string_view found;
  for (const LexiconHit& hit : lexicon.find(context.lexical(), static_cast<std::size_t>(low),
                                            static_cast<std::size_t>(time.tokens.first))) {
    if (hit.last == time.tokens.first) found = lexicon.at(hit.entry).name;
  }
  return found;
}

// "a week to leave", "gave them a week".
bool is_granted(const Context& context, const TimeExpression& time) {
  const auto& tokens = context.analysis().tokens;
  const TokenIndex next = time.tokens.last;
  const TokenRange sentence = context.sentence_tokens(time.tokens.first);
  if (next + 1 < sentence.last && tokens[next].lemma == "to" && tokens[next].upos == "PART")
    return true;
  const TokenIndex verb = tokens[context.head_of(time.tokens)].head;
  if (verb == kNoToken || tokens[verb].upos != "VERB") return false;
  return context.tells(context.knowledge().ontology.limits, "granted", {verb, verb + 1});
}

// Whether a time is told of this trigger: in its clause, or after it with no other act between.
bool concerns(const Context& context, const TimeExpression& time, const Trigger& trigger) {
  if (context.in_clause(time.tokens, trigger)) return true;
  if (time.tokens.first < trigger.tokens.last) return false;
  const TokenRange between{trigger.tokens.last, time.tokens.first};
  for (const Frame frame : {Frame::kMeasure, Frame::kEvent}) {
    for (const Trigger* other : context.triggers(frame)) {
      if (between.contains(other->tokens)) return false;
    }
  }
  return true;
}

}  // namespace

Limits limits_beside(const Context& context, const Trigger& trigger,
                     const std::optional<Date>& start) {
  Limits out;
  const std::optional<Date>& published = context.document().published;
  for (const TimeExpression& time :
       context.times_in(context.sentence_tokens(trigger.tokens.first))) {
    const std::string_view word = word_before(context, time);
    const bool granted = time.duration && (word == "within" || is_granted(context, time));
    if ((word.empty() && !granted) || !concerns(context, time, trigger)) continue;
    if (word == "from" && time.calendar) {
      out.from = time.calendar;
    } else if (granted) {
      const auto day = start ? deadline_of(time, *start) : std::nullopt;
      if (day) out.deadline = Interval{*day, *day};
    } else if ((word == "until" || word == "by") && time.calendar) {
      const bool over = published && time.calendar->end.last_day() < published->first_day();
      (over && word == "until" ? out.end : out.deadline) = time.calendar;
    }
  }
  return out;
}

}  // namespace detente
