// What falls due in some days.
#include <algorithm>

#include "ledger/store/asking.h"
#include "ledger/store/entries.h"

namespace detente::store {
namespace {

Date day_of(Days day) { return Date::from_days(std::chrono::sys_days(std::chrono::days(day))); }

// What was lifted before the day falls due no more.
bool over_before(const Line& line, Days day) {
  const auto* measure = std::get_if<Measure>(&line.object);
  return measure != nullptr && measure->lifted && last_day_of(measure->lifted->end) < day;
}

}  // namespace

std::vector<Due> ask_due(Database& database, const Date& from, const Date& to,
                         const Filter& filter) {
  std::vector<Due> out;
  const auto use = [&](Line line, Days day, const std::string& what) {
    if (!fits(line, filter) || !put_at(line, filter.as_of)) return;
    if (over_before(line, day)) return;
    if (!filter.status.empty() && status_of(line.object) != filter.status) return;
    out.push_back({day_of(day), what, std::move(line)});
  };
  const Days first = days_of(from);
  const Days last = last_day_of(to);
  if (filter.known_by) {
    for (const Line& line : lines_known_by(database, *filter.known_by, sides_asked(filter))) {
      for (const DueRow& due : dues_of(line)) {
        if (due.day >= first && due.day <= last) use(line, due.day, due.what);
      }
    }
    std::ranges::stable_sort(out, {}, &Due::day);
    return out;
  }
  Sources sources(database);
  Query query(database,
              "SELECT day, line, what FROM dues WHERE day BETWEEN ? AND ?"
              " ORDER BY day, line, what",
              first, last);
  while (query.next()) {
    if (filter.limit > 0 && out.size() == static_cast<std::size_t>(filter.limit)) break;
    use(load_line(database, sources, query.number(1), Depth::kLinked), query.number(0),
        query.text(2));
  }
  return out;
}

}  // namespace detente::store
