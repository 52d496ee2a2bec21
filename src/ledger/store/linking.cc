#include "ledger/store/linking.h"

#include <algorithm>
#include <array>

#include "ledger/fold.h"

namespace detente::store {
namespace {

// The fold takes one of these two for the day on which a line began.
std::array<Days, 2> days_of_line(const Line& line) {
  const auto when = date_of(line.object);
  const Days known = store::days_of(line.known);
  return {when ? store::days_of(when->begin) : known, known};
}

bool is_within(const std::set<Days>& touched, Days day) {
  const auto from = touched.lower_bound(day - kAnswerWithin.count());
  return from != touched.end() && *from <= day;
}

}  // namespace

void touch(Touched& touched, const Line& line) {
  const List list = list_of(line.object);
  if (list != List::kMeasures && list != List::kEvents) return;
  for (const Dyad& dyad : dyads_of(line.object)) {
    for (const Days day : days_of_line(line)) touched[dyad].insert(day);
  }
}

const Line& Linking::plain(Key key) {
  const auto found = measures_.find(key);
  if (found != measures_.end()) return found->second;
  return measures_.emplace(key, load_line(database_, sources_, key, Depth::kPlain)).first->second;
}

std::map<std::vector<Dyad>, std::set<Key>> Linking::concerned(const Touched& touched) {
  std::map<std::vector<Dyad>, std::set<Key>> groups;
  for (const auto& [dyad, days] : touched) {
    const auto term = term_key(database_, pair_term(dyad.first, dyad.second));
    if (!term) continue;
    Query query(database_,
                "SELECT line, day, known FROM entries JOIN lines ON lines.key = line"
                " WHERE entries.list = ? AND term = ?",
                static_cast<int>(List::kMeasures), *term);
    while (query.next()) {
      const Days known = store::days_of(date_of(query.text(2)));
      if (!is_within(days, query.number(1)) && !is_within(days, known)) continue;
      groups[dyads_of(plain(query.number(0)).object)].insert(query.number(0));
    }
  }
  return groups;
}

std::set<Key> Linking::between(const std::vector<Dyad>& dyads, List list, Stretch stretch) {
  std::set<Key> keys;
  for (const Dyad& dyad : dyads) {
    const auto term = term_key(database_, pair_term(dyad.first, dyad.second));
    if (!term) continue;
    Query query(database_,
                "SELECT line, day, known FROM entries JOIN lines ON lines.key = line"
                " WHERE entries.list = ? AND term = ?",
                static_cast<int>(list), *term);
    while (query.next()) {
      const Days known = store::days_of(date_of(query.text(2)));
      for (const Days day : {query.number(1), known}) {
        if (day >= stretch.first && day <= stretch.last) keys.insert(query.number(0));
      }
    }
  }
  return keys;
}

void Linking::link(const std::vector<Dyad>& dyads, const std::set<Key>& measures, Answered& out) {
  Stretch stretch{std::numeric_limits<Days>::max(), std::numeric_limits<Days>::min()};
  bool told = false;
  for (const Key key : measures) {
    const Line& line = plain(key);
    for (const Days day : days_of_line(line)) {
      stretch = {std::min(stretch.first, day - kAnswerWithin.count()), std::max(stretch.last, day)};
    }
    told = told || std::get<Measure>(line.object).responds_to.has_value();
  }
  std::vector<Line> candidates;
  std::map<std::string, Key> keys;
  const std::set<Key> imposed = between(dyads, List::kMeasures, stretch);
  for (const Key key : imposed) candidates.push_back(plain(key));
  std::vector<Line> events;
  if (told) {  // only what reports call an answer may answer an act
    for (const Key key : between(dyads, List::kEvents, stretch)) {
      events.push_back(load_line(database_, sources_, key, Depth::kPlain));
      keys.emplace(events.back().id, key);
    }
  }
  for (const Key key : imposed) keys.emplace(plain(key).id, key);
  link_answers(candidates, events);
  auto line = candidates.begin();
  for (const Key key : imposed) {
    if (measures.contains(key)) out[key] = answer_of(*line, plain(key).object, sources_, keys);
    ++line;
  }
}

std::map<Key, std::optional<AnswerRow>> Linking::answers(const Touched& touched) {
  Answered out;
  for (const auto& [dyads, measures] : concerned(touched)) link(dyads, measures, out);
  return out;
}

}  // namespace detente::store
