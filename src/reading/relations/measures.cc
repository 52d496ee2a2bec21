// Measures that one side imposes on another, and words that end them.
#include <algorithm>
#include <utility>

#include "reading/readers.h"
#include "reading/relations/limits.h"
#include "reading/relations/quantity.h"
#include "reading/times/deadline.h"
#include "reading/token_set.h"

namespace detente {
namespace {

// Whether what hangs on the trigger tells that the other side did something first: "after Lima
// seized the ship".
bool is_provoked(const Context& context, const Trigger& trigger,
                 const std::vector<std::string>& others) {
  const auto& tokens = context.analysis().tokens;
  const TokenRange sentence = context.sentence_tokens(trigger.tokens.first);
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    const bool opens = tokens[t].deprel == "mark" || tokens[t].deprel == "case" ||
                       tokens[t].deprel == "advmod";
    const TokenIndex act = tokens[t].head;
    if (!opens || act == kNoToken || tokens[act].head == kNoToken ||
        !trigger.tokens.contains(tokens[act].head))
      continue;
    if (!context.tells(context.knowledge().ontology.links, "provoked", {t, t + 1})) continue;
    for (const Mention& mention : context.mentions().inside(context.subtree(act))) {
      const bool theirs = std::any_of(mention.actors.begin(), mention.actors.end(),
                                      [&](const std::string& side) { return has(others, side); });
      if (theirs && !mention.place) return true;
    }
  }
  return false;
}

bool answers(const Context& context, const Trigger& trigger,
             const std::vector<std::string>& others) {
  return context.tells(context.knowledge().ontology.links, "answers",
                       context.sentence_tokens(trigger.tokens.first)) ||
         is_provoked(context, trigger, others);
}

// The day that fills the deadline, or that a term ("72 hours") runs to from the announcement.
std::optional<Interval> deadline_of_measure(const Context& context, const Trigger& trigger,
                                            const std::optional<Interval>& announced) {
  if (auto day = context.date(trigger, Role::kDeadline)) return day;
  const std::optional<Date> start = announced ? announced->begin : context.document().published;
  for (const TokenRange filler : Context::fillers(trigger, Role::kDeadline)) {
    const TimeExpression* time = context.time_in(filler);
    if (time == nullptr || !start) continue;
    if (const auto day = deadline_of(*time, *start)) return Interval{*day, *day};
  }
  return std::nullopt;
}

// When it was told, began to bind, has to be met and ended: as the model marks it, else by the
// words beside the days.
void read_days(const Context& context, const Trigger& trigger, Measure& measure) {
  const std::optional<Date>& published = context.document().published;
  measure.announced = context.date(trigger, Role::kDate, Context::Beside::kClause);
  measure.effective = context.date(trigger, Role::kEffective);
  measure.lifted = context.date(trigger, Role::kEnd);
  measure.deadline = deadline_of_measure(context, trigger, measure.announced);
  const auto start = measure.announced ? measure.announced->begin : published;
  const Limits beside = limits_beside(context, trigger, start);
  if (!measure.deadline) measure.deadline = beside.deadline;
  if (!measure.lifted) measure.lifted = beside.end;
  // The day of the words that end it ("lifted the ban on Monday") is that of the end.
  const Lexicon& lives = context.knowledge().ontology.measure_lives;
  const bool ended = trigger.status == "lifted" || trigger.status == "rescinded";
  if (ended && !measure.lifted && context.tells(lives, trigger.status, trigger.tokens))
    measure.lifted = std::exchange(measure.announced, std::nullopt);
  if (!measure.effective) {
    measure.effective = beside.from;
    // The same words tell no second day.
    const bool marked = !Context::fillers(trigger, Role::kDate).empty();
    if (beside.from && measure.announced == beside.from && !marked) measure.announced.reset();
  }
  if (measure.announced && published &&
      measure.announced->begin.first_day() > published->last_day()) {
    // A day that is still to come is when it will bind, not when it was told.
    if (!measure.effective) measure.effective = measure.announced;
    measure.announced.reset();
  }
}

std::optional<Measure> measure_at(const Context& context, const Trigger& trigger, std::string kind,
                                  std::string status) {
  Sides sides;
  if (!resolve_sides(context, trigger, sides)) return std::nullopt;
  Measure measure;
  measure.by = std::move(sides.by);
  measure.against = std::move(sides.to);
  measure.kind = std::move(kind);
  measure.status = std::move(status);
  read_days(context, trigger, measure);
  const Lexicon& kinds = context.knowledge().ontology.measures;
  const std::int32_t entry = kinds.index_of(measure.kind);
  measure.quantity = quantity_of(context, trigger, entry >= 0 && kinds.at(entry).counted);
  measure.instrument = context.text(trigger, Role::kInstrument);
  if (answers(context, trigger, measure.against)) measure.responds_to = Answered{{}, measure.against};
  measure.evidence = {context.evidence(trigger)};
  return measure;
}

// The kind of measure that an event's own words announce by the lexicon, where its root is that
// kind's.
std::string announced_by_event(const Context& context, const Trigger& event) {
  const Lexicon& lexicon = context.knowledge().ontology.measures;
  const TokenRange sentence = context.sentence_tokens(event.tokens.first);
  for (const LexiconHit& hit : lexicon.find(context.lexical(), sentence.first, sentence.last)) {
    const Announced& kind = lexicon.at(hit.entry);
    if (kind.root == event.label && event.tokens.overlaps({hit.first, hit.last})) return kind.name;
  }
  return {};
}

// How an event's status reads as a measure's; empty where there is no measure.
std::string measure_status(std::string_view event_status) {
  if (event_status == "happened" || event_status == "ongoing") return "in_force";
  if (event_status == "planned") return "announced";
  if (event_status == "proposed" || event_status == "threatened") return std::string(event_status);
  return {};
}

}  // namespace

std::vector<Measure> read_measures(const Context& context) {
  std::vector<Measure> out;
  TokenSet marked(context.analysis());
  for (const Trigger* trigger : context.triggers(Frame::kMeasure)) {
    marked.add(trigger->tokens);
    std::string kind = kind_of(context, *trigger, context.knowledge().ontology.measures);
    auto measure = measure_at(context, *trigger, std::move(kind), std::string(trigger->status));
    if (measure) out.push_back(std::move(*measure));
  }
  // What the model sees as an event only, though its words name a kind of measure.
  for (const Trigger* event : context.triggers(Frame::kEvent)) {
    const bool seen = marked.touches(event->tokens);
    const std::string status = measure_status(event->status);
    std::string kind = seen || status.empty() ? std::string() : announced_by_event(context, *event);
    if (kind.empty()) continue;
    if (auto measure = measure_at(context, *event, std::move(kind), status))
      out.push_back(std::move(*measure));
  }
  return out;
}

std::vector<Ending> read_endings(const Context& context) {
  const Ontology& ontology = context.knowledge().ontology;
  std::vector<Ending> out;
  for (const Trigger* trigger : context.triggers(Frame::kEvent)) {
    const EventRoot* root = ontology.find_root(trigger->label);
    if (root == nullptr || !root->ends_measures || trigger->status != "happened") continue;
    const TokenRange sentence = context.sentence_tokens(trigger->tokens.first);
    Ending ending;
    if (const Announced* kind = context.find(ontology.measures, sentence)) ending.kind = kind->name;
    const Announced* life = context.find(ontology.measure_lives, trigger->tokens);
    ending.status = life != nullptr ? life->name : "lifted";
    if (ending.status != "lifted" && ending.status != "eased" && ending.status != "suspended" &&
        ending.status != "rescinded") {
      continue;
    }
    ending.by = context.sides(*trigger, Role::kAgent);
    ending.sides = ending.by;
    add_new(ending.sides, context.sides(*trigger, Role::kPatient));
    ending.date = context.date(*trigger, Role::kDate, Context::Beside::kClause);
    ending.evidence = context.evidence(*trigger);
    out.push_back(std::move(ending));
  }
  return out;
}

}  // namespace detente
