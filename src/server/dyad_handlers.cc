// Sides, the matrix of pairs, and what lies between two.
#include <algorithm>
#include <map>

#include "analysis/reciprocity.h"
#include "formats/analysis_json.h"
#include "server/dossier.h"
#include "server/site.h"

namespace detente::server {
namespace {

// The two sides of a path; an answer where one is unknown or both are one.
struct Sides {
  const Actor* a = nullptr;
  const Actor* b = nullptr;
};
tl::expected<Sides, Answer> sides_of_path(const Asked& asked) {
  const std::string a = asked.call.text("a");
  const std::string b = asked.call.text("b");
  const Actors& actors = asked.site.knowledge.actors;
  for (const std::string& code : {a, b}) {
    if (actors.find(code) == nullptr) {
      return tl::unexpected(problem(404, code + ": the record knows no such side"));
    }
  }
  if (a == b) return tl::unexpected(problem(404, a + ": a side has no dossier with itself"));
  return Sides{actors.find(a), actors.find(b)};
}

using PairKey = std::pair<std::string, std::string>;

// One entry of the matrix in the making.
struct Cell {
  std::size_t events = 0, all_events = 0;
  double goldstein = 0;
  std::array<std::size_t, kQuadCodes.size()> quads{};
  Date last;
  std::size_t measures_in_force = 0, channels_cut = 0;
};
using Matrix = std::map<PairKey, Cell>;

Status count_events(const Asked& asked, const Date& first, const Date& as_of, Matrix& matrix) {
  const auto all = asked.ledger.pair_counts(std::nullopt, as_of);
  if (!all) return tl::unexpected(all.error());
  for (const PairCount& pair : *all) {
    Cell& cell = matrix[{pair.a, pair.b}];
    cell.all_events += pair.events;
    cell.last = std::max(cell.last, pair.last);
  }
  const auto recent = asked.ledger.pair_counts(first, as_of);
  if (!recent) return tl::unexpected(recent.error());
  for (const PairCount& pair : *recent) {
    const EventRoot* root = asked.site.knowledge.ontology.find_root(pair.root);
    if (root == nullptr || root->penta < 1) continue;
    Cell& cell = matrix[{pair.a, pair.b}];
    cell.events += pair.events;
    cell.goldstein += root->goldstein * static_cast<double>(pair.events);
    cell.quads[static_cast<std::size_t>(root->penta - 1)] += pair.events;
  }
  return {};
}

// Counts the lines of a list that have a status on the day, for each of their pairs.
Status count_standing(const Asked& asked, List list, const char* status, const Date& as_of,
                      std::size_t Cell::*count, Matrix& matrix) {
  Filter filter;
  filter.status = status;
  filter.as_of = as_of;
  filter.limit = 0;
  const auto listed = asked.ledger.lines(list, filter);
  if (!listed) return tl::unexpected(listed.error());
  for (const Line& line : listed->lines) {
    for (const PairKey& pair : dyads_of(line.object)) {
      const auto found = matrix.find(pair);
      if (found != matrix.end()) ++(found->second.*count);
    }
  }
  return {};
}

Json cell_json(const PairKey& pair, const Cell& cell) {
  Json quads = Json::object();
  for (std::size_t i = 0; i < kQuadCodes.size(); ++i) quads[kQuadCodes[i]] = cell.quads[i];
  Json json{{"a", pair.first},
            {"b", pair.second},
            {"events", cell.events},
            {"all_events", cell.all_events},
            {"balance", nullptr},
            {"quads", std::move(quads)},
            {"last", cell.last.iso()},
            {"measures_in_force", cell.measures_in_force},
            {"channels_cut", cell.channels_cut}};
  if (cell.events > 0) json["balance"] = cell.goldstein / static_cast<double>(cell.events);
  return json;
}

}  // namespace

Answer actors(const Asked& asked) {
  auto counts = asked.ledger.sides();
  if (!counts) return failure(counts.error());
  std::ranges::stable_sort(*counts, std::greater(), &SideCount::lines);
  Json list = Json::array();
  for (const SideCount& count : *counts) {
    const Actor* known = asked.site.knowledge.actors.find(count.code);
    const Actor unknown{
        .code = count.code, .name = count.code, .cow = {}, .gw = {}, .wikidata = {}};
    list.push_back(actor_json(known == nullptr ? unknown : *known, count));
  }
  return json_answer({{"actors", std::move(list)}});
}

Answer dyads(const Asked& asked) {
  const auto as_of = day_of(asked);
  if (!as_of) return failure(as_of.error());
  const int window = asked.call.number("window_days");
  const Date first = add_days(*as_of, 1 - window).value_or(Date{1, 1, 1});
  Matrix matrix;
  Status counted = count_events(asked, first, *as_of, matrix);
  if (counted) {
    counted = count_standing(asked, List::kMeasures, "in_force", *as_of, &Cell::measures_in_force,
                             matrix);
  }
  if (counted) {
    counted = count_standing(asked, List::kChannels, "cut", *as_of, &Cell::channels_cut, matrix);
  }
  if (!counted) return failure(counted.error());
  Json list = Json::array();
  for (const auto& [pair, cell] : matrix) list.push_back(cell_json(pair, cell));
  return json_answer(
      {{"as_of", as_of->iso()}, {"window_days", window}, {"dyads", std::move(list)}});
}

Answer dossier(const Asked& asked) {
  const auto sides = sides_of_path(asked);
  if (!sides) return sides.error();
  const auto as_of = day_of(asked);
  if (!as_of) return failure(as_of.error());
  const auto json = dossier_json(asked.ledger, asked.site.knowledge.actors,
                                 {.a = *sides->a,
                                  .b = *sides->b,
                                  .as_of = *as_of,
                                  .known_by = asked.call.day("known_by"),
                                  .since = asked.call.day("since"),
                                  .limit = static_cast<std::size_t>(asked.call.number("limit"))});
  return json ? json_answer(*json) : failure(json.error());
}

Answer series(const Asked& asked) {
  const auto sides = sides_of_path(asked);
  if (!sides) return sides.error();
  const std::string& a = sides->a->code;
  const std::string& b = sides->b->code;
  Filter filter;
  filter.actor = a;
  filter.other = b;
  filter.since = asked.call.day("since");
  filter.until = asked.call.day("until");
  filter.limit = 0;
  const auto listed = asked.ledger.lines(List::kEvents, filter);
  if (!listed) return failure(listed.error());
  const Ontology& ontology = asked.site.knowledge.ontology;
  return json_answer(series_json(a, b, monthly_series(listed->lines, ontology, {a, b}),
                                 monthly_series(listed->lines, ontology, {b, a})));
}

Answer reciprocity(const Asked& asked) {
  const auto sides = sides_of_path(asked);
  if (!sides) return sides.error();
  const std::string& a = sides->a->code;
  const std::string& b = sides->b->code;
  const auto as_of = day_of(asked);
  if (!as_of) return failure(as_of.error());
  const auto lines = asked.ledger.between(a, b, *as_of, std::nullopt);
  if (!lines) return failure(lines.error());
  return json_answer(
      reciprocity_json(dealings_between(*lines, asked.site.knowledge.ontology, a, b, *as_of)));
}

}  // namespace detente::server
