// Editors' words in the store.
#pragma once

#include <string>
#include <vector>

#include "ledger/store/database.h"
#include "ledger/store/ledger.h"

namespace detente::store {

// All words in the order in which they were said; `known_by`: those said by that day.
std::vector<EditorWord> load_words(Database& database, std::optional<Date> known_by = {});

// Those that count: undone ones and the undoing left out.
std::vector<EditorWord> counting(const std::vector<EditorWord>& words);

// Keeps a word whose anchors are ids of assertions; gives its id.
std::string insert_word(Database& database, EditorWord word);

std::optional<Key> word_key(Database& database, const std::string& id);
std::string word_id(Database& database, Key key);

}  // namespace detente::store
