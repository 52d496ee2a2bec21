#include "ledger/store/asking.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/hash.h"
#include "ledger/lives.h"
#include "ledger/store/assertions.h"
#include "ledger/store/folding.h"
#include "ledger/store/words.h"

namespace detente::store {
namespace {

constexpr std::size_t kStamp = 6;  // letters of a cursor that stand for what was asked

// Two askings share cursors exactly where they have the same lines in the same order.
std::string stamp_of(List list, const Filter& filter) {
  std::string all(name_of(list));
  for (const auto* text :
       {&filter.actor, &filter.other, &filter.kind, &filter.status, &filter.outlet}) {
    all += "\n" + *text;
  }
  for (const auto* day : {&filter.since, &filter.until, &filter.as_of, &filter.known_by}) {
    all += "\n" + (*day ? (*day)->iso() : std::string());
  }
  return short_id(all + (filter.newest_first ? "\nnewest" : "\noldest"), kStamp);
}

std::string cursor_of(const std::string& stamp, const Place& place) {
  return stamp + "_" + std::to_string(place.day) + "_" + std::to_string(place.line);
}

Place place_of_cursor(const std::string& cursor, const std::string& stamp) {
  const Error wrong{ErrorCode::kNotFound, "cursor " + cursor,
                    "it belongs to no page of this question"};
  if (!cursor.starts_with(stamp + "_")) throw wrong;
  Place place;
  const char* at = cursor.data() + stamp.size() + 1;
  const char* end = cursor.data() + cursor.size();
  const auto day = std::from_chars(at, end, place.day);
  if (day.ec != std::errc() || day.ptr == end || *day.ptr != '_') throw wrong;
  const auto line = std::from_chars(day.ptr + 1, end, place.line);
  if (line.ec != std::errc() || line.ptr != end) throw wrong;
  return place;
}

// Fills a page; one more than it holds tells that there is another.
class Page {
 public:
  Page(List list, const Filter& filter) : filter_(filter), stamp_(stamp_of(list, filter)) {
    if (!filter.cursor.empty()) after_ = place_of_cursor(filter.cursor, stamp_);
  }

  const std::optional<Place>& after() const { return after_; }

  // False where the page is full.
  bool add(Line line, const Place& place) {
    if (filter_.limit > 0 && out_.lines.size() == static_cast<std::size_t>(filter_.limit)) {
      out_.next = cursor_of(stamp_, last_);
      return false;
    }
    out_.lines.push_back(std::move(line));
    last_ = place;
    return true;
  }

  Listed take() { return std::move(out_); }

 private:
  const Filter& filter_;
  std::string stamp_;
  std::optional<Place> after_;
  Place last_;
  Listed out_;
};

bool status_fits(const Line& line, const Filter& filter) {
  return filter.status.empty() || status_of(line.object) == filter.status;
}

Place place_in_order(Database& database, const Line& line) {
  const auto when = date_of(line.object);
  return {days_of(when ? when->begin : line.known),
          find_assertion(database, line.members.front().assertion)};
}

bool in_days(const Line& line, const Filter& filter) {
  const auto when = date_of(line.object);
  const Date first = when ? when->begin : line.known;
  const Date last = when ? when->end : line.known;
  return (!filter.since || last.last_day() >= filter.since->first_day()) &&
         (!filter.until || first.first_day() <= filter.until->last_day());
}

bool told_by(Database& database, const Line& line, const std::string& outlet) {
  return std::ranges::any_of(line.members, [&](const Member& member) {
    return Query(database,
                 "SELECT 1 FROM assertions JOIN documents ON documents.key = document"
                 " WHERE assertions.id = ? AND outlet = ?",
                 member.assertion, outlet)
        .next();
  });
}

// What a list's lines are folded from: its own assertions; a measure may answer an event.
std::vector<List> folded_for(List list) {
  if (list == List::kMeasures) return {List::kMeasures, List::kEvents};
  return {list};
}

Listed past_lines(Database& database, List list, const Filter& filter) {
  std::vector<std::pair<Place, Line>> found;
  for (Line& line :
       lines_known_by(database, *filter.known_by, sides_asked(filter), folded_for(list))) {
    if (list_of(line.object) != list || !fits(line, filter) || !in_days(line, filter)) continue;
    if (!filter.outlet.empty() && !told_by(database, line, filter.outlet)) continue;
    if (!put_at(line, filter.as_of) || !status_fits(line, filter)) continue;
    const Place place = place_in_order(database, line);
    found.emplace_back(place, std::move(line));
  }
  const auto before = [&](const Place& a, const Place& b) {
    const bool less = std::tie(a.day, a.line) < std::tie(b.day, b.line);
    const bool more = std::tie(b.day, b.line) < std::tie(a.day, a.line);
    return filter.newest_first ? more : less;
  };
  std::ranges::sort(found, before, &std::pair<Place, Line>::first);
  Page page(list, filter);
  for (auto& [place, line] : found) {
    if (page.after() && !before(*page.after(), place)) continue;
    if (!page.add(std::move(line), place)) break;
  }
  return page.take();
}

}  // namespace

std::vector<std::string> sides_asked(const Filter& filter) {
  std::vector<std::string> sides;
  for (const auto* side : {&filter.actor, &filter.other}) {
    if (!side->empty()) sides.push_back(*side);
  }
  return sides;
}

bool fits(const Line& line, const Filter& filter) {
  if (!filter.kind.empty() && kind_of(line.object) != filter.kind) return false;
  const auto sides = sides_of(line.object);
  const bool named = std::ranges::all_of(sides_asked(filter), [&](const std::string& side) {
    return std::ranges::find(sides, side) != sides.end();
  });
  if (!named || filter.actor.empty() || filter.other.empty()) return named;
  const auto dyads = dyads_of(line.object);
  const std::pair<std::string, std::string> asked = std::minmax(filter.actor, filter.other);
  return std::ranges::find(dyads, asked) != dyads.end();
}

bool put_at(Line& line, const std::optional<Date>& as_of) {
  if (!as_of) return true;
  auto stood = at(line, *as_of);
  if (!stood) return false;
  line.object = *std::move(stood);
  return true;
}

std::vector<Line> lines_known_by(Database& database, const Date& day,
                                 const std::vector<std::string>& sides,
                                 const std::vector<List>& lists) {
  std::vector<Key> blocks;
  if (sides.empty()) {
    Query all(database, "SELECT key FROM blocks");
    while (all.next()) blocks.push_back(all.number(0));
  } else {
    blocks = blocks_naming(database, sides);
  }
  if (!lists.empty())
    std::erase_if(blocks, [&](Key block) { return !is_of(database, block, lists); });
  const std::vector<EditorWord> words = load_words(database, day);
  const Joined joined(database, counting(words));
  std::set<Key> assertions;
  for (const Key block : blocks) {
    for (const Key one : joined.with(block)) {
      for (const Key key : assertions_of_block(database, one)) assertions.insert(key);
    }
  }
  Sources sources(database);
  std::vector<Assertion> told;
  for (const Key key : assertions) {
    Query document(database, "SELECT document FROM assertions WHERE key = ?", key);
    document.next();
    if (sources.counts(document.number(0), day)) {
      told.push_back(load_assertion(database, sources, key));
    }
  }
  std::vector<Line> lines = fold(told, words);
  std::erase_if(lines, [](const Line& line) { return line.rejected; });
  return lines;
}

Listed ask_lines(Database& database, List list, const Filter& filter) {
  if (filter.known_by) return past_lines(database, list, filter);
  Page page(list, filter);
  Question question{list, &filter, page.after(), !(filter.as_of && has_life(list))};
  Sources sources(database);
  each_entry(database, question, [&](const Place& place) {
    Line line = load_line(database, sources, place.line, Depth::kLinked);
    if (!put_at(line, filter.as_of) || !status_fits(line, filter)) return true;
    return page.add(std::move(line), place);
  });
  return page.take();
}

namespace {

std::vector<Line> past_between(Database& database, const std::string& a, const std::string& b,
                               std::optional<Date> as_of, const Date& known_by) {
  std::vector<Line> out;
  Filter filter;
  filter.actor = a;
  filter.other = b;
  for (Line& line : lines_known_by(database, known_by, {a, b})) {
    if (fits(line, filter) && put_at(line, as_of)) out.push_back(std::move(line));
  }
  for (const std::string& side : {a, b}) {
    for (Line& line : lines_known_by(database, known_by, {side}, {List::kRoles})) {
      if (put_at(line, as_of)) out.push_back(std::move(line));
    }
  }
  return out;
}

// What only grows longer: the past is told by its newest part. All else is a state, told whole.
bool is_history(List list) { return list == List::kEvents || list == List::kStatements; }

void append(Database& database, List list, const Filter& filter, std::vector<Line>& out) {
  std::ranges::move(ask_lines(database, list, filter).lines, std::back_inserter(out));
}

}  // namespace

std::vector<Line> ask_between(Database& database, const std::string& a, const std::string& b,
                              std::optional<Date> as_of, std::optional<Date> known_by, int newest) {
  if (known_by) return past_between(database, a, b, as_of, *known_by);
  std::vector<Line> out;
  Filter filter;
  filter.actor = a;
  filter.other = b;
  filter.as_of = as_of;
  for (std::size_t i = 0; i < kRecordLists; ++i) {
    const auto list = static_cast<List>(i);
    filter.limit = is_history(list) ? newest : 0;
    if (list != List::kRoles) append(database, list, filter, out);
  }
  filter.other.clear();  // an office is held for one side
  for (const std::string& side : {a, b}) {
    filter.actor = side;
    append(database, List::kRoles, filter, out);
  }
  return out;
}

std::size_t count_lines(Database& database, List list, const Filter& given) {
  Filter filter = given;
  if (filter.as_of && (!filter.until || *filter.as_of < *filter.until)) filter.until = filter.as_of;
  std::size_t count = 0;
  each_entry(database, {.list = list, .filter = &filter, .after = {}}, [&](const Place&) {
    ++count;
    return true;
  });
  return count;
}

std::vector<Line> all_lines(Database& database, std::optional<Date> known_by) {
  if (known_by) return lines_known_by(database, *known_by, {});
  std::vector<Line> out;
  Sources sources(database);
  Query query(database, "SELECT key FROM lines WHERE rejected = 0");
  while (query.next()) {
    out.push_back(load_line(database, sources, query.number(0), Depth::kLinked));
  }
  return out;
}

std::vector<Line> lines_of_document(Database& database, const std::string& id) {
  const auto document = document_key(database, id);
  if (!document) throw Error{ErrorCode::kNotFound, id, "no such document in the ledger"};
  std::set<Key> keys;
  for (const Key assertion : assertions_of_document(database, *document)) {
    for (const Key line : lines_with(database, assertion)) keys.insert(line);
  }
  std::vector<Line> out;
  Sources sources(database);
  for (const Key key : keys) {
    Line line = load_line(database, sources, key, Depth::kLinked);
    if (!line.rejected) out.push_back(std::move(line));
  }
  return out;
}

}  // namespace detente::store
