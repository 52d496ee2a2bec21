// Statements: a speaker takes a stance.
#include <algorithm>

#include "reading/readers.h"

namespace detente {
namespace {

bool has_quote_mark(const Context& context, TokenRange tokens) {
  for (TokenIndex t = std::max(0, tokens.first - 1); t < tokens.last; ++t) {
    const std::string& form = context.analysis().tokens[t].form;
    if (form == "“" || form == "\"" || form == "``" || form == "‘") return true;
  }
  return false;
}

// What the stance is on: the model's content, else the attribution's, else what hangs on the cue.
std::vector<TokenRange> content_of(const Context& context, const Trigger& trigger,
                                   const Attribution* attribution) {
  std::vector<TokenRange> content = Context::fillers(trigger, Role::kContent);
  if (content.empty() && attribution != nullptr) content = attribution->content;
  if (content.empty()) {
    const TokenRange sentence = context.sentence_tokens(trigger.tokens.first);
    if (trigger.tokens.last < sentence.last)
      content.push_back({trigger.tokens.last, sentence.last});
  }
  return content;
}

std::vector<TokenRange> speakers_of(const Trigger& trigger, const Attribution* attribution) {
  std::vector<TokenRange> speakers = Context::fillers(trigger, Role::kSpeaker);
  if (speakers.empty()) speakers = Context::fillers(trigger, Role::kAgent);
  if (speakers.empty() && attribution != nullptr) speakers = attribution->source;
  return speakers;
}

}  // namespace

std::vector<TokenRange> content_of(const Context& context, const Trigger& trigger) {
  return context.joined(content_of(context, trigger, context.attribution_at(trigger.tokens)));
}

std::vector<Statement> read_statements(const Context& context) {
  std::vector<Statement> out;
  for (const Trigger* trigger : context.triggers(Frame::kStatement)) {
    const Attribution* attribution = context.attribution_at(trigger->tokens);
    const std::vector<TokenRange> content = content_of(context, *trigger);
    for (const TokenRange speaker : speakers_of(*trigger, attribution)) {
      const Mention* mention = context.mentions().at(speaker);
      for (const std::string& actor : context.mentions().actors(speaker)) {
        Statement made;
        made.speaker = mention != nullptr && !mention->person.empty() ? mention->person
                                                                      : context.text(speaker);
        if (mention != nullptr)
          made.role = mention->office.empty() ? mention->held : mention->office;
        made.actor = actor;
        made.stance = trigger->label;
        made.about = context.text(content);
        made.date = context.date(*trigger, Role::kDate, Context::Beside::kClause);
        made.via = context.text(*trigger, Role::kReporter);
        made.quoted = std::any_of(content.begin(), content.end(),
                                  [&](TokenRange part) { return has_quote_mark(context, part); });
        made.sides = context.sides_concerned(content, trigger->tokens.first, {actor}, 1);
        made.evidence = {context.evidence(*trigger)};
        out.push_back(std::move(made));
      }
    }
  }
  return out;
}

}  // namespace detente
