// Questions to the index: one scan of the rows under the term that says most, in the order of days.
#include <limits>

#include "ledger/store/entries.h"

namespace detente::store {
namespace {

// The term to scan: who is asked for says most, then the outlet, then kind and status.
std::string leading_term(const Question& question) {
  const Filter& filter = *question.filter;
  if (!filter.actor.empty() && !filter.other.empty()) return pair_term(filter.actor, filter.other);
  const std::string& side = filter.actor.empty() ? filter.other : filter.actor;
  if (!side.empty()) return side_term(side);
  if (!filter.outlet.empty()) return outlet_term(filter.outlet);
  if (!filter.kind.empty()) return kind_term(filter.kind);
  if (question.by_status && !filter.status.empty()) return status_term(filter.status);
  return all_term();
}

struct Wanted {
  Key lead = 0;
  std::optional<Key> kind, status, outlet;
};

// Nothing where a word stands in no line.
std::optional<Wanted> wanted(Database& database, const Question& question) {
  const Filter& filter = *question.filter;
  Wanted out;
  const auto find = [&](const std::string& text, std::optional<Key>& key) {
    key = term_key(database, text);
    return key.has_value();
  };
  std::optional<Key> lead;
  if (!find(leading_term(question), lead)) return std::nullopt;
  out.lead = *lead;
  if (!filter.kind.empty() && !find(kind_term(filter.kind), out.kind)) return std::nullopt;
  if (question.by_status && !filter.status.empty() &&
      !find(status_term(filter.status), out.status)) {
    return std::nullopt;
  }
  if (!filter.outlet.empty() && !find(outlet_term(filter.outlet), out.outlet)) return std::nullopt;
  return out;
}

// What is not asked for is NULL.
std::string statement(const std::string& compare, const std::string& order) {
  return "SELECT day, line FROM entries WHERE list = ?1 AND term = ?2 AND (day, line) " + compare +
         " (?3, ?4) AND (?5 IS NULL OR day <= ?5) AND (?6 IS NULL OR coalesce(last, day) >= ?6)"
         " AND (?7 IS NULL OR kind = ?7) AND (?8 IS NULL OR status = ?8)"
         " AND (?9 IS NULL OR outlet = ?9 OR (outlet = 0 AND EXISTS (SELECT 1 FROM entries AS told"
         " WHERE told.list = ?1 AND told.term = ?9 AND told.day = entries.day"
         " AND told.line = entries.line))) ORDER BY day " +
         order + ", line " + order;
}

Place start_of(const Question& question) {
  if (question.after) return *question.after;
  const Filter& filter = *question.filter;
  if (!filter.newest_first) return {std::numeric_limits<Days>::min(), 0};
  const auto end = std::numeric_limits<Days>::max();
  return {filter.until ? last_day_of(*filter.until) : end, std::numeric_limits<Key>::max()};
}

}  // namespace

void each_entry(Database& database, const Question& question,
                const std::function<bool(const Place&)>& use) {
  const auto what = wanted(database, question);
  if (!what) return;
  const Filter& filter = *question.filter;
  std::optional<Days> until;
  std::optional<Days> since;
  if (filter.until) until = last_day_of(*filter.until);
  if (filter.since) since = days_of(*filter.since);
  const Place start = start_of(question);
  static const std::string kNewestFirst = statement("<", "DESC");
  static const std::string kOldestFirst = statement(">", "ASC");
  Query query(database, filter.newest_first ? kNewestFirst : kOldestFirst,
              static_cast<int>(question.list), what->lead, start.day, start.line, until, since,
              what->kind, what->status, what->outlet);
  while (query.next()) {
    if (!use({query.number(0), query.number(1)})) return;
  }
}

}  // namespace detente::store
