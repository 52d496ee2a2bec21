#include "ledger/store/words.h"

#include "base/hash.h"
#include "ledger/editor.h"
#include "ledger/store/assertions.h"

namespace detente::store {
namespace {

constexpr std::size_t kIdLength = 8;

std::vector<std::string> anchors_of(Database& database, Key word) {
  Query query(database,
              "SELECT id FROM word_anchors JOIN assertions ON assertions.key = assertion"
              " WHERE word = ? ORDER BY place",
              word);
  std::vector<std::string> anchors;
  while (query.next()) anchors.push_back(query.text(0));
  return anchors;
}

// From all that it says; one that is said again in the same second is told apart by a number.
std::string id_for(Database& database, const EditorWord& word) {
  std::string all(name_of(word.kind));
  for (const std::string& anchor : word.anchors) all += "\n" + anchor;
  for (const auto* part :
       {&word.field, &word.value, &word.undoes, &word.by, &word.because, &word.recorded}) {
    all += "\n" + *part;
  }
  std::string id = "W" + short_id(all, kIdLength);
  for (int again = 2; word_key(database, id); ++again) {
    id = "W" + short_id(all + "\n" + std::to_string(again), kIdLength);
  }
  return id;
}

}  // namespace

std::vector<EditorWord> load_words(Database& database, std::optional<Date> known_by) {
  Query query(database,
              "SELECT key, id, kind, field, value, (SELECT id FROM words undone WHERE undone.key ="
              " words.undoes), said_by, because, known, recorded FROM words ORDER BY key");
  std::vector<EditorWord> words;
  while (query.next()) {
    EditorWord word;
    word.id = query.text(1);
    word.kind = *word_kind_named(query.view(2));  // the schema allows no other
    word.anchors = anchors_of(database, query.number(0));
    word.field = query.text(3);
    word.value = query.text(4);
    word.undoes = query.maybe_text(5).value_or("");
    word.by = query.text(6);
    word.because = query.text(7);
    word.known = date_of(query.text(8));
    word.recorded = query.text(9);
    if (!known_by || word.known <= *known_by) words.push_back(std::move(word));
  }
  return words;
}

std::vector<EditorWord> counting(const std::vector<EditorWord>& words) {
  std::vector<EditorWord> count;
  for (const EditorWord* word : standing_words(words)) count.push_back(*word);
  return count;
}

std::string insert_word(Database& database, EditorWord word) {
  word.id = id_for(database, word);
  const auto undoes = word.undoes.empty() ? std::nullopt : word_key(database, word.undoes);
  Query(database,
        "INSERT INTO words (id, kind, field, value, undoes, said_by, because, known, recorded)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        word.id, std::string(name_of(word.kind)), word.field, word.value, undoes, word.by,
        word.because, word.known.iso(), word.recorded)
      .run();
  const Key key = database.last_key();
  Query anchor(database,
               "INSERT INTO word_anchors (word, place, assertion)"
               " SELECT ?, ?, key FROM assertions WHERE id = ?");
  for (std::size_t i = 0; i < word.anchors.size(); ++i) anchor.run_with(key, i, word.anchors[i]);
  return word.id;
}

std::optional<Key> word_key(Database& database, const std::string& id) {
  Query query(database, "SELECT key FROM words WHERE id = ?", id);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

std::string word_id(Database& database, Key key) {
  Query query(database, "SELECT id FROM words WHERE key = ?", key);
  query.next();
  return query.text(0);
}

}  // namespace detente::store
