#include "server/dossier.h"

#include <algorithm>
#include <array>
#include <set>

#include "analysis/changes.h"
#include "formats/line_json.h"
#include "views/summary.h"

namespace detente::server {
namespace {

using Lists = std::array<std::vector<const Line*>, kRecordLists>;

// The day that a line is shown at: the last of its own date, else the one it is known from.
std::chrono::sys_days shown_day(const Line& line) {
  const auto date = date_of(line.object);
  return (date ? date->end : line.known).last_day();
}

Lists newest_first(std::span<const Line> lines) {
  std::vector<std::pair<std::chrono::sys_days, const Line*>> dated;
  for (const Line& line : lines) dated.emplace_back(shown_day(line), &line);
  std::ranges::stable_sort(dated, [](const auto& x, const auto& y) { return x.first > y.first; });
  Lists lists;
  for (const auto& [day, line] : dated) {
    lists[static_cast<std::size_t>(list_of(line->object))].push_back(line);
  }
  return lists;
}

std::string summary(std::span<const Line> lines, const Actors& actors,
                    const DossierQuestion& question, const Counts& counts) {
  const Record record = record_of(lines, question.as_of);
  const NameOf name_of = names_from(actors);
  DossierOptions options{.as_of = question.as_of};
  const std::size_t events = counts.lines[static_cast<std::size_t>(List::kEvents)];
  if (events > record.events.size()) options.all_events = events;
  return summary_of({record, {}, question.a.code, question.b.code, name_of, options});
}

// What changed of the lines that are shown.
Json changes_json(std::span<const Line> lines, const Lists& shown,
                  const DossierQuestion& question) {
  std::set<const Line*> seen;
  for (const auto& list : shown) seen.insert(list.begin(), list.end());
  Json changes = Json::array();
  for (const Change& change : changes_since(lines, *question.since, question.as_of)) {
    if (!seen.contains(change.line)) continue;
    Json json{{"id", change.line->id}, {"change", change.is_new ? "new" : "stage"}};
    if (!change.before.empty()) json["before"] = change.before;
    if (!change.now.empty()) json["now"] = change.now;
    changes.push_back(std::move(json));
  }
  return changes;
}

Filter filter_of(const DossierQuestion& question) {
  Filter filter;
  filter.actor = question.a.code;
  filter.other = question.b.code;
  filter.as_of = question.as_of;
  filter.known_by = question.known_by;
  return filter;
}

// How many lines of a list there are, where only the newest were asked for.
std::size_t all_of(List list, std::size_t held, const Ledger& ledger,
                   const DossierQuestion& question) {
  if (held != question.limit || question.known_by) return held;
  const auto all = ledger.count(list, filter_of(question));
  return all ? std::max(held, *all) : held;
}

Result<std::vector<Due>> due_ahead(const Ledger& ledger, const DossierQuestion& question) {
  auto due = ledger.due(question.as_of, Date{9999, 12, 31}, filter_of(question));
  if (due && due->size() > question.limit) due->resize(question.limit);
  return due;
}

// The reports that the lines shown and what is due rest on.
Result<Reports> reports_shown(const Ledger& ledger, const Lists& shown, std::span<const Due> due) {
  std::vector<Line> lines;
  for (const auto& list : shown) {
    for (const Line* line : list) lines.push_back(*line);
  }
  for (const Due& one : due) lines.push_back(one.line);
  return reports_of(ledger, lines);
}

void put_lists(Json& json, const Lists& shown, const Reports& reports) {
  for (std::size_t i = 0; i < kRecordLists; ++i) {
    Json list = Json::array();
    for (const Line* line : shown[i]) list.push_back(line_json(*line, reports));
    json[std::string(name_of(static_cast<List>(i)))] = std::move(list);
  }
}

Result<Json> side_json(const Ledger& ledger, const Actor& actor) {
  const auto sides = ledger.sides();
  if (!sides) return tl::unexpected(sides.error());
  const auto found = std::ranges::find(*sides, actor.code, &SideCount::code);
  return actor_json(actor, found == sides->end() ? SideCount{} : *found);
}

}  // namespace

Json actor_json(const Actor& actor, const SideCount& count) {
  Json json{{"code", actor.code}, {"name", actor.name}, {"organisation", actor.organisation}};
  if (actor.cow) json["cow"] = *actor.cow;
  if (!actor.wikidata.empty()) json["wikidata"] = actor.wikidata;
  json["events"] = count.events;
  json["lines"] = count.lines;
  return json;
}

Result<Json> dossier_json(const Ledger& ledger, const Actors& actors,
                          const DossierQuestion& question) {
  const auto lines =
      ledger.between(question.a.code, question.b.code, question.as_of, question.known_by,
                     question.since ? 0 : static_cast<int>(question.limit));
  if (!lines) return tl::unexpected(lines.error());
  const auto due = due_ahead(ledger, question);
  if (!due) return tl::unexpected(due.error());
  auto a = side_json(ledger, question.a);
  if (!a) return tl::unexpected(a.error());
  auto b = side_json(ledger, question.b);
  if (!b) return tl::unexpected(b.error());
  Json json{{"a", *std::move(a)}, {"b", *std::move(b)}, {"as_of", question.as_of.iso()}};
  if (question.known_by) json["known_by"] = question.known_by->iso();
  if (question.since) json["since"] = question.since->iso();
  Lists shown = newest_first(*lines);
  Counts counts;
  for (std::size_t i = 0; i < kRecordLists; ++i) {
    counts.lines[i] = all_of(static_cast<List>(i), shown[i].size(), ledger, question);
    shown[i].resize(std::min(shown[i].size(), question.limit));
  }
  json["summary"] = summary(*lines, actors, question, counts);
  json["counts"] = counts_json(counts);
  const auto reports = reports_shown(ledger, shown, *due);
  if (!reports) return tl::unexpected(reports.error());
  put_lists(json, shown, *reports);
  json["due"] = Json::array();
  for (const Due& one : *due) json["due"].push_back(due_json(one, *reports));
  if (question.since) json["changed"] = changes_json(*lines, shown, question);
  return json;
}

}  // namespace detente::server
