// Assertions in the store, and the blocks that part them for the fold.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "ledger/store/database.h"
#include "ledger/store/documents.h"
#include "ledger/store/ledger.h"

namespace detente::store {

// Keeps what a reading asserts. Gives the keys, in the order of the reading. A span that does not
// quote the document's text is kBadInput.
std::vector<Key> insert_assertions(Database& database, Key document, const ReadDocument& read);

// Assertions in memory with the keys that the store has for them.
struct Told {
  std::vector<Assertion> assertions;
  std::map<std::string, Key> keys;  // by the assertion's id

  Key key_of(const std::string& id) const { return keys.at(id); }
};

Assertion load_assertion(Database& database, Sources& sources, Key key);
void load_into(Told& told, Database& database, Sources& sources, Key key);

std::vector<Key> assertions_of_document(Database& database, Key document);
std::string assertion_id(Database& database, Key key);

// Puts an assertion into the blocks where it belongs by the words that count. Gives all blocks that
// gain or lose it; none where nothing changes.
std::set<Key> settle_blocks(Database& database, const Assertion& assertion, Key key,
                            std::span<const EditorWord> words);

std::vector<Key> blocks_of_assertion(Database& database, Key assertion);
std::vector<Key> assertions_of_block(Database& database, Key block);

// Blocks some of whose assertions name the sides, all of them.
std::vector<Key> blocks_naming(Database& database, std::span<const std::string> sides);

// Whether a block holds lines of one of the lists.
bool is_of(Database& database, Key block, std::span<const List> lists);

}  // namespace detente::store
