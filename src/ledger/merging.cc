#include "ledger/merging.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "base/lists.h"
#include "ledger/features.h"
#include "ledger/majority.h"

namespace detente {
namespace {

template <typename T>
void take_missing(T& kept, const T& more) {
  if (kept.empty()) kept = more;
}

template <typename T>
void take_missing(std::optional<T>& kept, const std::optional<T>& more) {
  if (!kept) kept = more;
}

// Keeps the finer of two dates.
void take_finer(std::optional<Interval>& kept, const std::optional<Interval>& more) {
  if (!more) return;
  const auto length = [](const Interval& i) { return i.end.last_day() - i.begin.first_day(); };
  if (!kept || length(*more) < length(*kept)) kept = more;
}

void merge(Event& kept, const Event& more) {
  take_finer(kept.date, more.date);
  take_missing(kept.mode, more.mode);
  take_missing(kept.context, more.context);
  if (kept.status != "happened" && more.status == "happened") kept.status = more.status;
}

void merge(Statement& kept, const Statement& more) {
  take_finer(kept.date, more.date);
  take_missing(kept.role, more.role);
  take_missing(kept.via, more.via);
  if (more.speaker.size() > kept.speaker.size()) kept.speaker = more.speaker;
  kept.quoted = kept.quoted || more.quoted;
  add_new(kept.sides, more.sides);
}

void merge(Proposal& kept, const Proposal& more) {
  take_finer(kept.date, more.date);
  take_missing(kept.disclosed_by, more.disclosed_by);
  add_new(kept.via, more.via);
  for (const Term& term : more.terms) {
    const auto like = std::find_if(kept.terms.begin(), kept.terms.end(),
                                   [&](const Term& t) { return t.kind == term.kind; });
    if (like == kept.terms.end()) kept.terms.push_back(term);
  }
}

void merge(Channel& kept, const Channel& more) { take_missing(kept.because, more.because); }

void merge(Measure& kept, const Measure& more) {
  if (share_side(kept.against, more.against)) add_new(kept.against, more.against);
  take_finer(kept.announced, more.announced);
  take_missing(kept.effective, more.effective);
  take_missing(kept.deadline, more.deadline);
  take_missing(kept.lifted, more.lifted);
  take_missing(kept.responds_to, more.responds_to);
  take_missing(kept.instrument, more.instrument);
}

void merge(Meeting& kept, const Meeting& more) {
  take_finer(kept.date, more.date);
  add_new(kept.people, more.people);
  take_missing(kept.place, more.place);
  take_missing(kept.setting, more.setting);
  take_missing(kept.ordinal, more.ordinal);
  take_missing(kept.series, more.series);
  take_missing(kept.announced, more.announced);
  add_new(kept.topics, more.topics);
  take_missing(kept.outcome, more.outcome);
}

void merge(Claim& kept, const Claim& more) {
  take_missing(kept.first_reported_by, more.first_reported_by);
  add_new(kept.confirmed_by, more.confirmed_by);
  add_new(kept.denied_by, more.denied_by);
  add_new(kept.no_position_by, more.no_position_by);
}

void merge(RoleHeld& kept, const RoleHeld& more) {
  take_missing(kept.office, more.office);
  if (more.person.size() > kept.person.size()) kept.person = more.person;
}

void merge(Ending&, const Ending&) {}

// Each stretch of words once, with the marks of the first that has some.
void add_evidence(std::vector<Evidence>& kept, std::span<const Evidence> more) {
  for (const Evidence& evidence : more) {
    const auto same = std::find(kept.begin(), kept.end(), evidence);
    if (same == kept.end()) {
      kept.push_back(evidence);
    } else if (same->marks.empty()) {
      same->marks = evidence.marks;
    }
  }
}

std::vector<Evidence> all_evidence(std::span<const Assertion* const> told) {
  std::vector<Evidence> out;
  for (const Assertion* assertion : told) add_evidence(out, evidence_of(assertion->said));
  return out;
}

// Where the same words were read in several ways, what most documents tell.
template <typename T>
void take_most_told(T&, std::span<const Assertion* const>) {}

void take_most_told(Event& kept, std::span<const Assertion* const> told) {
  const Event& most = most_told<Event>(
      told, [](const Event& event) { return std::tie(event.root, event.source, event.target); });
  kept.root = most.root;
  kept.source = most.source;
  kept.target = most.target;
}

void take_most_told(Statement& kept, std::span<const Assertion* const> told) {
  kept.stance = most_told<Statement>(told, [](const Statement& statement) {
                  return std::string_view(statement.stance);
                }).stance;
}

void take_most_told(Measure& kept, std::span<const Assertion* const> told) {
  kept.kind = most_told<Measure>(told, [](const Measure& measure) {
                return std::string_view(measure.kind);
              }).kind;
  kept.quantity = most_told_quantity(told);
}

template <typename T>
T merged_as(std::span<const Assertion* const> told) {
  T kept = std::get<T>(told.front()->said);
  for (const Assertion* assertion : told.subspan(1)) {
    if (const T* more = std::get_if<T>(&assertion->said)) merge(kept, *more);
  }
  take_most_told(kept, told);
  if constexpr (!std::is_same_v<T, Ending>) kept.evidence = all_evidence(told);
  return kept;
}

}  // namespace

Object merged(std::span<const Assertion* const> told) {
  return std::visit(
      [&](const auto& first) -> Object { return merged_as<std::decay_t<decltype(first)>>(told); },
      told.front()->said);
}

}  // namespace detente
