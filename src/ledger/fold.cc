#include "ledger/fold.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "ledger/lives.h"
#include "ledger/same.h"

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

void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& value : more) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }
}

// Keeps the finer of two dates that fit each other.
void take_finer(std::optional<Interval>& kept, const std::optional<Interval>& more) {
  if (!more) return;
  const auto length = [](const Interval& i) { return i.end.last_day() - i.begin.first_day(); };
  if (!kept || length(*more) < length(*kept)) kept = more;
}

// Each merge says whether the later words tell how things stand now: they are then quoted first.

bool merge(Event& kept, const Event& more) {
  take_finer(kept.date, more.date);
  take_missing(kept.mode, more.mode);
  take_missing(kept.context, more.context);
  if (kept.status != "happened" && more.status == "happened") kept.status = more.status;
  return false;
}

bool merge(Statement& kept, const Statement& more) {
  take_finer(kept.date, more.date);
  take_missing(kept.role, more.role);
  take_missing(kept.via, more.via);
  kept.quoted = kept.quoted || more.quoted;
  return false;
}

bool merge(Proposal& kept, const Proposal& more) {
  take_finer(kept.date, more.date);
  take_missing(kept.disclosed_by, more.disclosed_by);
  add_new(kept.via, more.via);
  if (settles_offer(more.status) || kept.status.empty()) kept.status = more.status;
  for (const Term& term : more.terms) {
    const auto like = std::find_if(kept.terms.begin(), kept.terms.end(),
                                   [&](const Term& t) { return t.kind == term.kind; });
    if (like == kept.terms.end()) kept.terms.push_back(term);
  }
  return false;
}

bool merge(Channel& kept, const Channel& more) {
  // The later report says how the line stands now.
  const bool changed = !more.status.empty() && more.status != kept.status;
  if (changed) {
    kept.status = more.status;
    if (more.since) kept.since = more.since;
  }
  take_missing(kept.since, more.since);
  take_missing(kept.because, more.because);
  return changed;
}

bool merge(Measure& kept, const Measure& more) {
  add_new(kept.against, more.against);
  const std::string before = kept.status;
  kept.status = later_status(kept.status, more.status);
  take_finer(kept.announced, more.announced);
  take_missing(kept.effective, more.effective);
  take_missing(kept.deadline, more.deadline);
  take_missing(kept.lifted, more.lifted);
  take_missing(kept.quantity, more.quantity);
  take_missing(kept.responds_to, more.responds_to);
  take_missing(kept.instrument, more.instrument);
  return kept.status != before;
}

bool merge(Meeting& kept, const Meeting& more) {
  take_finer(kept.date, more.date);
  add_new(kept.people, more.people);
  take_missing(kept.place, more.place);
  if (!more.status.empty() && kept.status != "held") kept.status = more.status;
  take_missing(kept.ordinal, more.ordinal);
  take_missing(kept.series, more.series);
  take_missing(kept.announced, more.announced);
  add_new(kept.topics, more.topics);
  take_missing(kept.outcome, more.outcome);
  return false;
}

bool merge(Claim& kept, const Claim& more) {
  take_missing(kept.first_reported_by, more.first_reported_by);
  add_new(kept.confirmed_by, more.confirmed_by);
  add_new(kept.denied_by, more.denied_by);
  add_new(kept.no_position_by, more.no_position_by);
  const bool against = !kept.confirmed_by.empty() && !kept.denied_by.empty();
  if (!more.standing.empty() && more.standing != "unconfirmed") kept.standing = more.standing;
  if (against && kept.standing != "retracted") kept.standing = "disputed";
  return false;
}

bool merge(RoleHeld& kept, const RoleHeld& more) {
  take_missing(kept.office, more.office);
  return false;
}

// Adds a list of one document to the record's, merging what is there already.
template <typename T>
void fold_list(std::vector<T>& record, const std::vector<T>& read) {
  for (const T& item : read) {
    const auto same = std::find_if(record.begin(), record.end(), [&](const T& kept) {
      const bool far = std::none_of(
          kept.evidence.begin(), kept.evidence.end(),
          [&](const Evidence& e) { return e.document == item.evidence.front().document; });
      return same_thing(kept, item, far);
    });
    if (same == record.end()) {
      record.push_back(item);
      continue;
    }
    const bool leads = merge(*same, item);
    for (const Evidence& evidence : item.evidence) {
      auto& told = same->evidence;
      if (std::find(told.begin(), told.end(), evidence) != told.end()) continue;
      told.insert(leads ? told.begin() : told.end(), evidence);
    }
  }
}

}  // namespace

Record fold(std::span<const Reading> readings, std::optional<Date> as_of) {
  std::vector<const Reading*> order;
  for (const Reading& reading : readings) order.push_back(&reading);
  std::sort(order.begin(), order.end(), [](const Reading* a, const Reading* b) {
    return std::tie(a->published, a->document) < std::tie(b->published, b->document);
  });
  Record record;
  for (const Reading* reading : order) {
    if (as_of && reading->published && reading->published->first_day() > as_of->last_day())
      continue;
    const Record& read = reading->objects;
    fold_list(record.events, read.events);
    fold_list(record.statements, read.statements);
    fold_list(record.proposals, read.proposals);
    fold_list(record.channels, read.channels);
    fold_list(record.measures, read.measures);
    fold_list(record.meetings, read.meetings);
    fold_list(record.claims, read.claims);
    fold_list(record.roles, read.roles);
    for (const Ending& ending : reading->endings) end_measure(record.measures, ending);
  }
  link_answers(record.measures);
  if (as_of) pass_time(record, *as_of);
  return record;
}

}  // namespace detente
