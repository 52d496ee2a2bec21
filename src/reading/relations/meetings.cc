// Meetings: who met or is to meet, where, for which time.
#include <algorithm>

#include "reading/readers.h"

namespace detente {
namespace {

// Whether the words around a number say that it counts a series of meetings.
bool counts_meetings(const Context& context, const Trigger& trigger, TokenIndex number) {
  const TokenIndex head = context.analysis().tokens[number].head;
  if (head == kNoToken) return false;
  if (trigger.tokens.contains(head)) return true;
  const Announced* link = context.find(context.knowledge().ontology.links, {head, head + 1});
  return link != nullptr && link->name == "counted";
}

// A number such as "third" that counts the meeting, near its words: never "the second minister".
std::optional<int> ordinal_of(const Context& context, const Trigger& trigger) {
  constexpr TokenIndex kBefore = 4;
  constexpr TokenIndex kAfter = 6;
  const TokenRange sentence = context.sentence_tokens(trigger.tokens.first);
  const TokenIndex high = std::min(sentence.last, trigger.tokens.last + kAfter);
  for (TokenIndex t = std::max(sentence.first, trigger.tokens.first - kBefore); t < high; ++t) {
    const TimeWord* word = context.words().find(context.analysis().tokens[t].form);
    if (word == nullptr || word->ordinal <= 0 || context.time_in({t, t + 1}) != nullptr) continue;
    if (counts_meetings(context, trigger, t)) return word->ordinal;
  }
  return std::nullopt;
}

// Which way they met, by the words of the sentence and the place.
std::string setting_of(const Context& context, const Trigger& trigger, const Meeting& meeting) {
  const Lexicon& settings = context.knowledge().ontology.settings;
  if (const Announced* found =
          context.find(settings, context.sentence_tokens(trigger.tokens.first)))
    return found->name;
  for (const TokenRange filler : Context::fillers(trigger, Role::kPlace)) {
    const std::vector<std::string> hosts = context.mentions().actors(filler);
    if (!hosts.empty() && !has(meeting.actors, hosts.front())) return "third_country";
  }
  return meeting.actors.size() > 2 ? "multilateral" : "bilateral";
}

// Whether a stretch holds more than articles and prepositions.
bool names_something(const Context& context, TokenRange tokens) {
  for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
    const std::string_view tag = context.analysis().tokens[t].upos;
    if (tag == "NOUN" || tag == "PROPN") return true;
  }
  return false;
}

}  // namespace

std::vector<Meeting> read_meetings(const Context& context) {
  std::vector<Meeting> out;
  for (const Trigger* trigger : context.triggers(Frame::kMeeting)) {
    Meeting meeting;
    for (const Role role : {Role::kParty, Role::kAgent, Role::kPatient, Role::kPeople}) {
      if (meeting.actors.size() < 2) add_new(meeting.actors, context.sides(*trigger, role));
    }
    if (meeting.actors.empty()) continue;
    if (meeting.actors.size() < 2) {
      const std::string other = context.counterpart(meeting.actors, trigger->tokens.first);
      if (other.empty()) continue;
      meeting.actors.push_back(other);
    }
    for (const Role role : {Role::kParty, Role::kPeople, Role::kAgent, Role::kPatient}) {
      for (const TokenRange filler : Context::fillers(*trigger, role)) {
        add_new(meeting.people, context.mentions().people(filler));
      }
    }
    meeting.status = trigger->status;
    meeting.date = context.date(*trigger, Role::kDate, Context::Beside::kSentence);
    if (!meeting.date && meeting.status == "held")
      meeting.date = context.narrative_date(trigger->tokens.first);
    for (const TokenRange filler : Context::fillers(*trigger, Role::kPlace)) {
      if (meeting.place.empty() && names_something(context, filler))
        meeting.place = context.text(filler);
    }
    meeting.ordinal = ordinal_of(context, *trigger);
    meeting.setting = setting_of(context, *trigger, meeting);
    for (const TokenRange filler : Context::fillers(*trigger, Role::kTopic)) {
      add_new(meeting.topics, {context.text(filler)});
    }
    const Announced* link = context.find(context.knowledge().ontology.links,
                                         context.sentence_tokens(trigger->tokens.first));
    if (link != nullptr && link->name == "unannounced") meeting.announced = false;
    meeting.outcome = context.text(*trigger, Role::kContent);
    meeting.evidence = {context.evidence(*trigger)};
    out.push_back(std::move(meeting));
  }
  return out;
}

}  // namespace detente
