// From an id that a person types to what it names.
#include <algorithm>

#include "ledger/store/asking.h"
#include "ledger/store/assertions.h"
#include "ledger/store/lines.h"

namespace detente::store {
namespace {

constexpr std::size_t kOwnLetters = 12;
constexpr std::size_t kShownLetters = 8;

Error unknown(const std::string& id) {
  return {ErrorCode::kNotFound, id, "nothing of this id is in the ledger"};
}

// "M4k2p9x0a" -> 'M' and "4k2p9x0a"; an assertion's own id has no letter.
std::pair<char, std::string> parts_of(const std::string& id) {
  if (id.size() == kOwnLetters || id.size() == kShownLetters) return {'\0', id};
  if (id.empty()) throw unknown(id);
  return {id.front(), id.substr(1)};
}

}  // namespace

Key find_assertion(Database& database, const std::string& id) {
  const auto [letter, beginning] = parts_of(id);
  const bool usual = beginning.size() >= kShownLetters && beginning.size() <= kOwnLetters &&
                     std::ranges::all_of(beginning, [](unsigned char c) {
                       return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
                     });
  if (!usual) throw unknown(id);
  Query query(database, "SELECT key, list, id FROM assertions WHERE id >= ? AND id < ? ORDER BY id",
              beginning, beginning + "~");
  std::vector<std::pair<Key, std::string>> found;
  while (query.next()) {
    const auto list = static_cast<List>(query.number(1));
    if (letter == '\0' || letter == letter_of(list)) {
      found.emplace_back(query.number(0), query.text(2));
    }
  }
  if (found.empty()) throw unknown(id);
  if (found.size() > 1) {
    throw Error{
        ErrorCode::kBadUsage, id,
        "begins the ids of several assertions: " + found[0].second + ", " + found[1].second};
  }
  return found.front().first;
}

Key find_line(Database& database, const std::string& id) {
  const std::vector<Key> lines = lines_with(database, find_assertion(database, id));
  if (lines.empty()) {
    throw Error{ErrorCode::kNotFound, id, "part of no line; a later version of its report counts"};
  }
  return lines.front();
}

}  // namespace detente::store
