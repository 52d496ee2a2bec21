#include "ledger/store/entries.h"

#include <algorithm>
#include <set>

namespace detente::store {
namespace {

std::set<std::string> outlets_of(Database& database, Key line) {
  Query query(database,
              "SELECT DISTINCT outlet FROM members JOIN assertions ON assertions.key = assertion"
              " JOIN documents ON documents.key = document WHERE line = ?",
              line);
  std::set<std::string> outlets;
  while (query.next()) outlets.insert(query.text(0));
  return outlets;
}

std::vector<std::string> terms_of(const Object& object, const std::set<std::string>& outlets) {
  std::vector<std::string> terms = {all_term()};
  for (const std::string& side : sides_of(object)) terms.push_back(side_term(side));
  for (const auto& [a, b] : dyads_of(object)) terms.push_back(pair_term(a, b));
  if (!kind_of(object).empty()) terms.push_back(kind_term(kind_of(object)));
  if (!status_of(object).empty()) terms.push_back(status_term(status_of(object)));
  for (const std::string& outlet : outlets) terms.push_back(outlet_term(outlet));
  std::ranges::sort(terms);
  return terms;
}

}  // namespace

Days days_of(const Date& date) { return date.first_day().time_since_epoch().count(); }

Days last_day_of(const Date& date) { return date.last_day().time_since_epoch().count(); }

std::string all_term() { return "all"; }
std::string side_term(const std::string& side) { return "side " + side; }
std::string pair_term(const std::string& a, const std::string& b) {
  return "pair " + std::min(a, b) + " " + std::max(a, b);
}
std::string kind_term(std::string_view kind) { return "kind " + std::string(kind); }
std::string status_term(std::string_view status) { return "status " + std::string(status); }
std::string outlet_term(const std::string& outlet) { return "outlet " + outlet; }

std::vector<EntryRow> entries_of(Database& database, const Line& line, Key key) {
  if (line.rejected) return {};
  const Object& object = line.object;
  const std::set<std::string> outlets = outlets_of(database, key);
  const std::optional<Interval> when = date_of(object);
  EntryRow row;
  row.list = list_of(object);
  row.day = days_of(when ? when->begin : line.known);
  row.line = key;
  if (when) row.last = last_day_of(when->end);
  row.kind = kind_term(kind_of(object));
  row.status = status_term(status_of(object));
  if (outlets.size() == 1) row.outlet = outlet_term(*outlets.begin());
  std::vector<EntryRow> rows;
  for (std::string& term : terms_of(object, outlets)) {
    row.term = std::move(term);
    rows.push_back(row);
  }
  return rows;
}

std::vector<DueRow> dues_of(const Line& line) {
  std::set<DueRow> dues;
  const auto add = [&](const std::optional<Interval>& when, const char* what) {
    if (when) dues.insert({last_day_of(when->end), what});
  };
  if (line.rejected) return {};
  if (const auto* measure = std::get_if<Measure>(&line.object)) {
    add(measure->deadline, "deadline");
    add(measure->effective, "effective");
    add(measure->lifted, "ends");
  } else if (const auto* meeting = std::get_if<Meeting>(&line.object)) {
    add(meeting->date, "meeting");
  } else if (const auto* proposal = std::get_if<Proposal>(&line.object)) {
    for (const Term& term : proposal->terms) add(term.date, "term");
  }
  return {dues.begin(), dues.end()};
}

std::optional<Key> term_key(Database& database, const std::string& text) {
  Query query(database, "SELECT key FROM terms WHERE text = ?", text);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

Key Index::term(const std::string& text) {
  if (const auto found = terms_.find(text); found != terms_.end()) return found->second;
  auto key = term_key(database_, text);
  if (!key) {
    Query(database_, "INSERT INTO terms (text) VALUES (?)", text).run();
    key = database_.last_key();
  }
  return terms_.emplace(text, *key).first->second;
}

void Index::insert(const Line& line, Key key) {
  Query entry(database_,
              "INSERT INTO entries (list, term, day, line, last, kind, status, outlet)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const EntryRow& row : entries_of(database_, line, key)) {
    entry.run_with(static_cast<int>(row.list), term(row.term), row.day, row.line, row.last,
                   term(row.kind), term(row.status), row.outlet.empty() ? 0 : term(row.outlet));
  }
  Query due(database_, "INSERT INTO dues (day, line, what) VALUES (?, ?, ?)");
  for (const DueRow& row : dues_of(line)) due.run_with(row.day, key, row.what);
}

void Index::remove(const Line& line, Key key) {
  Query entry(database_,
              "DELETE FROM entries WHERE list = ? AND term = ? AND day = ? AND line = ?");
  for (const EntryRow& row : entries_of(database_, line, key)) {
    entry.run_with(static_cast<int>(row.list), term(row.term), row.day, row.line);
  }
  Query(database_, "DELETE FROM dues WHERE line = ?", key).run();
}

}  // namespace detente::store
