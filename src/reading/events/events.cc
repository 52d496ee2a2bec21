// PLOVER events: who did what to whom.
#include <algorithm>

#include "reading/arguments.h"
#include "reading/readers.h"

namespace detente {

namespace {

// A side stands once in an act. Who is named as both, with others, is whom it was done to: "the duty
// that Japan imposed on Canadian timber" in a sentence of Ottawa's answer. An act of two on the
// same two is mutual.
void part(Sides& sides) {
  const auto in_by = [&](const std::string& side) { return has(sides.by, side); };
  const auto in_to = [&](const std::string& side) { return has(sides.to, side); };
  const bool all_to = std::all_of(sides.by.begin(), sides.by.end(), in_to);
  const bool all_by = std::all_of(sides.to.begin(), sides.to.end(), in_by);
  if (all_by && !all_to) {
    std::erase_if(sides.by, in_to);
  } else if (all_by && all_to && sides.by.size() > 1) {
    sides.to.clear();
  } else {
    std::erase_if(sides.to, in_by);
  }
}

}  // namespace

bool resolve_sides(const Context& context, const Trigger& trigger, Sides& sides) {
  sides.by = context.sides(trigger, Role::kAgent);
  sides.to = context.sides(trigger, Role::kPatient);
  if (!sides.by.empty() && !sides.to.empty()) part(sides);
  if (sides.by.empty()) sides.by = context.sides(trigger, Role::kSpeaker);
  if (sides.by.empty() && sides.to.empty()) sides.by = context.sides(trigger, Role::kParty);
  if (sides.by.empty() || sides.to.empty()) {
    const Arguments arguments = arguments_of(context, trigger.tokens);
    if (sides.by.empty()) sides.by = arguments.agent;
    if (sides.to.empty()) sides.to = arguments.patient;
    std::erase_if(sides.by, [&](const std::string& side) {
      return sides.by.size() > 1 && has(sides.to, side);
    });
  }
  if (sides.to.empty() && sides.by.size() > 1) {  // "the two ministers met"
    sides.to.assign(sides.by.begin() + 1, sides.by.end());
    sides.by.resize(1);
  }
  std::erase_if(sides.to, [&](const std::string& side) { return has(sides.by, side); });
  if (sides.by.empty() && sides.to.empty()) return false;
  std::vector<std::string>& missing = sides.by.empty() ? sides.by : sides.to;
  if (missing.empty()) {
    const auto& known = sides.by.empty() ? sides.to : sides.by;
    std::string other = context.counterpart(known, trigger.tokens.first);
    if (other.empty()) return false;
    missing.push_back(std::move(other));
  }
  return true;
}

namespace {

// The context of the act: the lexicon entry with most words in its sentence.
std::string context_of(const Context& context, const Trigger& trigger) {
  const TokenRange sentence = context.sentence_tokens(trigger.tokens.first);
  const Lexicon& lexicon = context.knowledge().ontology.contexts;
  std::vector<int> counts(lexicon.entries().size(), 0);
  for (const LexiconHit& hit : lexicon.find(context.lexical(), sentence.first, sentence.last))
    ++counts[hit.entry];
  const auto top = std::max_element(counts.begin(), counts.end());
  return top == counts.end() || *top == 0
             ? std::string()
             : lexicon.at(static_cast<std::int32_t>(top - counts.begin())).name;
}

}  // namespace

std::vector<Event> read_events(const Context& context) {
  std::vector<Event> out;
  for (const Trigger* trigger : context.triggers(Frame::kEvent)) {
    Sides sides;
    if (!resolve_sides(context, *trigger, sides)) continue;
    Event event;
    event.source = std::move(sides.by);
    event.target = std::move(sides.to);
    event.root = trigger->label;
    event.status = trigger->status;
    event.date = context.date(*trigger, Role::kDate, Context::Beside::kClause);
    event.mode = mode_of(context, *trigger);
    event.context = context_of(context, *trigger);
    event.evidence = {context.evidence(*trigger)};
    out.push_back(std::move(event));
  }
  return out;
}

}  // namespace detente
