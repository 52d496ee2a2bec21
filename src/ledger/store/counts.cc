// Numbers over the whole ledger, counted in the index.
#include <map>

#include "ledger/store/asking.h"
#include "ledger/store/entries.h"

namespace detente::store {
namespace {

std::size_t count(Database& database, const char* sql) {
  Query query(database, sql);
  query.next();
  return static_cast<std::size_t>(query.number(0));
}

// "side PRT" -> "PRT".
std::string after_space(const std::string& text) { return text.substr(text.find(' ') + 1); }

}  // namespace

Counts ask_counts(Database& database) {
  Counts counts;
  counts.documents = count(database, "SELECT count(*) FROM documents");
  counts.superseded =
      count(database, "SELECT count(*) FROM documents WHERE superseded_by IS NOT NULL");
  counts.assertions = count(database, "SELECT count(*) FROM assertions");
  counts.words = count(database, "SELECT count(*) FROM words");
  const auto all = term_key(database, all_term());
  for (std::size_t list = 0; all && list < kRecordLists; ++list) {
    Query lines(database, "SELECT count(*) FROM entries WHERE list = ? AND term = ?", list, *all);
    lines.next();
    counts.lines[list] = static_cast<std::size_t>(lines.number(0));
  }
  return counts;
}

std::vector<SideCount> ask_sides(Database& database) {
  std::map<std::string, SideCount> sides;
  for (std::size_t list = 0; list < kRecordLists; ++list) {
    Query query(database,
                "SELECT text, (SELECT count(*) FROM entries WHERE list = ? AND term = terms.key)"
                " FROM terms WHERE text >= 'side ' AND text < 'side!'",
                list);
    while (query.next()) {
      const std::string code = after_space(query.text(0));
      const auto lines = static_cast<std::size_t>(query.number(1));
      SideCount& side = sides.try_emplace(code, SideCount{code, 0, 0}).first->second;
      side.lines += lines;
      if (list == static_cast<std::size_t>(List::kEvents)) side.events = lines;
    }
  }
  std::vector<SideCount> out;
  for (auto& [code, side] : sides) {
    if (side.lines > 0) out.push_back(std::move(side));
  }
  return out;
}

std::vector<PairCount> ask_pairs(Database& database, std::optional<Date> from, const Date& to) {
  std::vector<PairCount> out;
  const Days last = last_day_of(to);
  const auto first = from ? std::optional(days_of(*from)) : std::nullopt;
  Query query(database,
              "SELECT pairs.text, kinds.text, count(*), max(min(last, ?2)) FROM terms AS pairs"
              " JOIN entries ON list = ?1 AND term = pairs.key AND day <= ?2"
              " JOIN terms AS statuses ON statuses.key = status"
              " JOIN terms AS kinds ON kinds.key = kind"
              " WHERE pairs.text >= 'pair ' AND pairs.text < 'pair!' AND last IS NOT NULL"
              " AND (?3 IS NULL OR min(last, ?2) >= ?3)"
              " AND statuses.text IN ('status happened', 'status ongoing')"
              " GROUP BY pairs.text, kinds.text ORDER BY pairs.text, kinds.text",
              static_cast<int>(List::kEvents), last, first);
  while (query.next()) {
    const std::string pair = after_space(query.text(0));
    const std::size_t space = pair.find(' ');
    out.push_back({pair.substr(0, space), pair.substr(space + 1), after_space(query.text(1)),
                   static_cast<std::size_t>(query.number(2)),
                   Date::from_days(std::chrono::sys_days(std::chrono::days(query.number(3))))});
  }
  return out;
}

}  // namespace detente::store
