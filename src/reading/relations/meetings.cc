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
  return context.tells(context.knowledge().ontology.links, "counted", {head, head + 1});
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

// A place told in the trigger's clause ("met in Tallinn"); empty where none is.
std::string place_beside(const Context& context, const Trigger& trigger) {
  const Lexicon& links = context.knowledge().ontology.links;
  const TokenRange sentence = context.sentence_tokens(trigger.tokens.first);
  for (const Entity& entity : context.analysis().entities) {
    const bool place = entity.type == EntityType::kPlace || entity.type == EntityType::kFacility;
    if (!place || !sentence.contains(entity.tokens) || entity.tokens.first == sentence.first)
      continue;
    const TokenRange before{std::max(sentence.first, entity.tokens.first - 2),
                            entity.tokens.first};
    if (context.tells(links, "where", before) && context.in_clause(entity.tokens, trigger))
      return context.text(entity.tokens);
  }
  return {};
}

// Two tellings of one sentence that may be one meeting: all sides of one are among the other's, and
// no day parts them.
bool same_meeting(const Meeting& a, const Meeting& b) {
  const auto within = [](const Meeting& few, const Meeting& many) {
    return std::all_of(few.actors.begin(), few.actors.end(),
                       [&](const std::string& side) { return has(many.actors, side); });
  };
  return a.evidence.front().span == b.evidence.front().span && a.status == b.status &&
         (!a.date || !b.date || a.date == b.date) && (within(a, b) || within(b, a));
}

// Takes over what another telling has and this one lacks.
void complete(Meeting& meeting, const Meeting& other) {
  if (other.actors.size() < meeting.actors.size()) meeting.actors = other.actors;
  if (!meeting.date) meeting.date = other.date;
  if (meeting.place.empty()) meeting.place = other.place;
  if (!meeting.ordinal) meeting.ordinal = other.ordinal;
  if (meeting.outcome.empty()) meeting.outcome = other.outcome;
  add_new(meeting.people, other.people);
  add_new(meeting.topics, other.topics);
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
    if (meeting.place.empty()) meeting.place = place_beside(context, *trigger);
    meeting.ordinal = ordinal_of(context, *trigger);
    meeting.setting = setting_of(context, *trigger, meeting);
    for (const TokenRange filler : Context::fillers(*trigger, Role::kTopic)) {
      add_new(meeting.topics, {context.text(filler)});
    }
    if (context.tells(context.knowledge().ontology.links, "unannounced",
                      context.sentence_tokens(trigger->tokens.first)))
      meeting.announced = false;
    meeting.outcome = context.text(*trigger, Role::kContent);
    meeting.evidence = {context.evidence(*trigger)};
    const auto told = std::find_if(out.begin(), out.end(), [&](const Meeting& other) {
      return same_meeting(other, meeting);
    });
    if (told != out.end()) {
      complete(*told, meeting);
    } else {
      out.push_back(std::move(meeting));
    }
  }
  return out;
}

}  // namespace detente
