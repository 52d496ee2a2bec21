// Full text.
#include <algorithm>
#include <set>
#include <sstream>

#include "ledger/store/asking.h"
#include "ledger/store/assertions.h"
#include "ledger/store/documents.h"
#include "ledger/store/lines.h"

namespace detente::store {
namespace {

constexpr std::size_t kMostLines = 50;  // of one document

// Every word, or "phrase", as a string of the query language, so that nothing in it is an operator.
// All must stand in the document.
std::string match_of(const std::string& text) {
  std::string match;
  std::size_t at = 0;
  while (at < text.size()) {
    const bool phrase = text[at] == '"';
    const std::size_t begin = phrase ? at + 1 : at;
    const std::size_t end =
        std::min(text.find_first_of(phrase ? "\"" : " \t\r\n\"", begin), text.size());
    if (end > begin) match += "\"" + text.substr(begin, end - begin) + "\" ";
    at = phrase ? end + 1 : std::max(end, at + 1);
  }
  return match;
}

bool has_word(const std::string& text) {
  return std::ranges::any_of(text,
                             [](unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; });
}

bool is_rejected(Database& database, Key line) {
  return Query(database, "SELECT 1 FROM lines WHERE key = ? AND rejected = 1", line).next();
}

// Lines that rest on the document; those whose own words have what is searched for come first.
std::vector<Key> lines_on(Database& database, Key document, const std::string& match) {
  const std::vector<Key> assertions = assertions_of_document(database, document);
  if (assertions.empty()) return {};
  // A document's assertions are kept in one go, so that their keys follow each other.
  std::set<Key> quoted;
  Query query(database,
              "SELECT rowid FROM evidence_search WHERE evidence_search MATCH ? AND rowid BETWEEN ?"
              " AND ?",
              match, assertions.front(), assertions.back());
  while (query.next()) quoted.insert(query.number(0));
  std::vector<Key> lines;
  for (const bool first : {true, false}) {
    for (const Key assertion : assertions) {
      if (quoted.contains(assertion) != first) continue;
      for (const Key line : lines_with(database, assertion)) {
        const bool there = std::ranges::find(lines, line) != lines.end();
        if (!there && !is_rejected(database, line)) lines.push_back(line);
      }
    }
  }
  return lines;
}

// Whether one of the lines is what the filter asks for; any will do where it asks for nothing.
bool one_fits(Database& database, Sources& sources, const std::vector<Key>& lines,
              const Filter& filter) {
  if (filter.actor.empty() && filter.other.empty() && filter.kind.empty() &&
      filter.status.empty()) {
    return true;
  }
  return std::ranges::any_of(lines, [&](Key key) {
    const Line line = load_line(database, sources, key, Depth::kLinked);
    return fits(line, filter) && (filter.status.empty() || status_of(line.object) == filter.status);
  });
}

Hit hit_of(Database& database, Key document, const std::string& match) {
  Query query(database,
              "SELECT id, outlet, documents.title, published,"
              " snippet(document_search, -1, char(2), char(3), '…', 32)"
              " FROM document_search JOIN documents ON documents.key = document_search.rowid"
              " WHERE document_search MATCH ? AND document_search.rowid = ?",
              match, document);
  query.next();
  Hit hit{query.text(0), query.text(1), query.text(2), std::nullopt, query.text(4), {}};
  if (!query.null(3)) hit.published = date_of(query.text(3));
  return hit;
}

}  // namespace

std::vector<Hit> ask_search(Database& database, const std::string& text, const Filter& filter) {
  std::vector<Hit> hits;
  const std::string match = match_of(text);
  if (!has_word(match)) return hits;
  const auto since = filter.since ? std::optional(filter.since->iso()) : std::nullopt;
  const auto until = filter.until ? std::optional(filter.until->iso()) : std::nullopt;
  const auto outlet = filter.outlet.empty() ? std::nullopt : std::optional(filter.outlet);
  // The words around a hit are taken from those that are shown only: they cost an unpacking each.
  Query query(
      database,
      "SELECT key FROM document_search JOIN documents ON documents.key ="
      " document_search.rowid WHERE document_search MATCH ?1 AND (?2 IS NULL OR known >= ?2)"
      " AND (?3 IS NULL OR known <= ?3) AND (?4 IS NULL OR outlet = ?4) ORDER BY rank, key",
      match, since, until, outlet);
  Sources sources(database);
  while (query.next()) {
    if (filter.limit > 0 && hits.size() == static_cast<std::size_t>(filter.limit)) break;
    const Key document = query.number(0);
    if (!sources.counts(document, filter.known_by)) continue;
    const std::vector<Key> lines = lines_on(database, document, match);
    if (!one_fits(database, sources, lines, filter)) continue;
    Hit hit = hit_of(database, document, match);
    for (const Key line : lines) {
      if (hit.lines.size() < kMostLines) hit.lines.push_back(line_id(database, line));
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace detente::store
