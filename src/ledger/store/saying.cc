// An editor's word: what it may say, and the assertions that it is anchored to.
#include <algorithm>

#include "ledger/object_json.h"
#include "ledger/store/asking.h"
#include "ledger/store/folding.h"
#include "ledger/store/words.h"

namespace detente::store {
namespace {

[[noreturn]] void senseless(const std::string& where, const std::string& reason) {
  throw Error{ErrorCode::kBadUsage, where, reason};
}

void demand_field(List list, const EditorWord& word) {
  const auto value =
      nlohmann::ordered_json::parse(word.value.empty() ? "null" : word.value, nullptr, false);
  if (value.is_discarded()) senseless(word.field, "its value is no JSON: " + word.value);
  const auto fields = fields_of(list);
  if (std::ranges::find(fields, word.field) == fields.end()) {
    senseless(word.field, "no field of the list " + std::string(name_of(list)));
  }
  if (word.value.empty()) return;
  const auto object = object_from_json(list, {{word.field, value}});
  if (!object) senseless(word.field, object.error().message());
}

std::vector<Key> members_of(Database& database, Key line) {
  std::vector<Key> keys;
  for (const LineRow::Member& member : read_row(database, line).members) {
    keys.push_back(member.assertion);
  }
  return keys;
}

// The only line that the anchors name.
Key one_line(Database& database, const EditorWord& word) {
  if (word.anchors.size() != 1) senseless("", "it must name one line");
  return find_line(database, word.anchors.front());
}

std::vector<Key> merged(Database& database, const EditorWord& word) {
  std::vector<Key> firsts;
  std::vector<Key> lines;
  for (const std::string& anchor : word.anchors) {
    const Key line = find_line(database, anchor);
    if (std::ranges::find(lines, line) != lines.end()) continue;
    lines.push_back(line);
    firsts.push_back(members_of(database, line).front());
  }
  if (lines.size() < 2) senseless("", "merging takes two lines, or more");
  const List list = read_row(database, lines.front()).list;
  for (const Key line : lines) {
    if (read_row(database, line).list != list) senseless("", "lines of two lists cannot be one");
  }
  return firsts;
}

std::vector<Key> split(Database& database, const EditorWord& word) {
  std::vector<Key> leaving;
  std::set<Key> lines;
  for (const std::string& anchor : word.anchors) {
    lines.insert(find_line(database, anchor));
    leaving.push_back(find_assertion(database, anchor));
  }
  if (lines.size() != 1) senseless("", "splitting takes parts of one line");
  if (std::set(leaving.begin(), leaving.end()).size() >=
      members_of(database, *lines.begin()).size()) {
    senseless("", "nothing of the line would be left");
  }
  return leaving;
}

std::vector<Key> anchors_of(Database& database, const EditorWord& word) {
  switch (word.kind) {
    case WordKind::kConfirm:
    case WordKind::kReject: return {members_of(database, one_line(database, word)).front()};
    case WordKind::kAmend: {
      const Key line = one_line(database, word);
      demand_field(read_row(database, line).list, word);
      return members_of(database, line);
    }
    case WordKind::kMerge: return merged(database, word);
    case WordKind::kSplit: return split(database, word);
    case WordKind::kUndo: break;
  }
  if (!word_key(database, word.undoes)) {
    throw Error{ErrorCode::kNotFound, word.undoes, "no editor's word of this id is in the ledger"};
  }
  for (const EditorWord& other : load_words(database)) {
    if (other.undoes == word.undoes) senseless(word.undoes, "already undone by " + other.id);
    if (other.id == word.undoes && other.kind == WordKind::kUndo) {
      senseless(word.undoes, "an undoing cannot be undone; say the word again");
    }
  }
  return {};
}

// Assertions whose blocks the word bears on: its own, or those of the word that it undoes.
std::vector<Key> concerned(Database& database, const EditorWord& word,
                           const std::vector<Key>& anchors) {
  if (word.kind != WordKind::kUndo) return anchors;
  std::vector<Key> keys;
  for (const EditorWord& other : load_words(database)) {
    if (other.id != word.undoes) continue;
    for (const std::string& anchor : other.anchors)
      keys.push_back(find_assertion(database, anchor));
  }
  return keys;
}

}  // namespace

std::string keep_word(Database& database, EditorWord word) {
  if (word.by.empty()) senseless("", "an editor's word needs a name");
  const std::vector<Key> anchors = anchors_of(database, word);
  const std::vector<Key> bearing = concerned(database, word, anchors);
  word.anchors.clear();
  for (const Key anchor : anchors) word.anchors.push_back(assertion_id(database, anchor));
  if (word.kind != WordKind::kAmend) word.field = word.value = "";
  if (word.kind != WordKind::kUndo) word.undoes.clear();
  if (word.known == Date{}) word.known = date_of(word.recorded.substr(0, 10));

  const std::string id = insert_word(database, word);
  Folding folding(database, load_words(database));
  for (const Key key : bearing) {
    folding.touch(key);
    folding.settle(key);
  }
  folding.run();
  return id;
}

}  // namespace detente::store
