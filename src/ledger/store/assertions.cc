#include "ledger/store/assertions.h"

#include <algorithm>

#include "ledger/fold.h"
#include "ledger/object_json.h"

namespace detente::store {
namespace {

// Each piece of evidence of an object that may be changed.
template <typename Use>
void each_evidence(Object& object, Use use) {
  std::visit(
      [&](auto& one) {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Ending>) {
          use(one.evidence);
        } else {
          for (Evidence& evidence : one.evidence) use(evidence);
        }
      },
      object);
}

void demand_quotes(const Assertion& assertion, const Document& document) {
  for (const Evidence& one : evidence_of(assertion.said)) {
    const bool inside = one.span.begin <= one.span.end && one.span.end <= document.text.size();
    if (inside && document.text.compare(one.span.begin, one.span.size(), one.quote) == 0) continue;
    throw Error{ErrorCode::kBadInput, document.id,
                "evidence does not quote the text: \"" + one.quote + "\""};
  }
}

Key insert_assertion(Database& database, Key document, Assertion assertion) {
  each_evidence(assertion.said, [](Evidence& one) { one.document.clear(); });
  Query(database, "INSERT INTO assertions (id, document, list, said) VALUES (?, ?, ?, ?)",
        assertion.id, document, static_cast<int>(list_of(assertion.said)),
        object_text(assertion.said))
      .run();
  const Key key = database.last_key();
  Query(database,
        "INSERT INTO evidence_search (rowid, quote) SELECT key, quote FROM assertion_words"
        " WHERE key = ?",
        key)
      .run();
  return key;
}

std::vector<Key> keys_of(Query& query) {
  std::vector<Key> keys;
  while (query.next()) keys.push_back(query.number(0));
  return keys;
}

Key block_key(Database& database, const std::string& name) {
  {
    Query known(database, "SELECT key FROM blocks WHERE name = ?", name);
    if (known.next()) return known.number(0);
  }
  Query(database, "INSERT INTO blocks (name) VALUES (?)", name).run();
  return database.last_key();
}

void name_sides(Database& database, Key block, const Object& object) {
  Query insert(database, "INSERT OR IGNORE INTO block_sides (side, block) VALUES (?, ?)");
  for (const std::string& side : sides_of(object)) insert.run_with(side, block);
}

}  // namespace

std::vector<Key> insert_assertions(Database& database, Key document, const ReadDocument& read) {
  // Ids come from the content, since two documents may have been given one id.
  Reading reading = read.reading;
  reading.document = identity_of(read.document);
  std::vector<Key> keys;
  for (Assertion& assertion : assertions_of(reading, read.document.outlet, Date{})) {
    demand_quotes(assertion, read.document);
    keys.push_back(insert_assertion(database, document, std::move(assertion)));
  }
  return keys;
}

Assertion load_assertion(Database& database, Sources& sources, Key key) {
  Query query(database, "SELECT id, document, list, said FROM assertions WHERE key = ?", key);
  if (!query.next()) throw Error{ErrorCode::kBroken, "", "an assertion is missing"};
  const Source& source = sources[query.number(1)];
  auto said = object_of_text(static_cast<List>(query.number(2)), query.view(3));
  if (!said) throw Error{ErrorCode::kBroken, query.text(0), said.error().message()};
  each_evidence(*said, [&](Evidence& one) { one.document = source.id; });
  return {query.text(0), source.id, source.outlet, source.known, *std::move(said)};
}

void load_into(Told& told, Database& database, Sources& sources, Key key) {
  told.assertions.push_back(load_assertion(database, sources, key));
  told.keys.emplace(told.assertions.back().id, key);
}

std::vector<Key> assertions_of_document(Database& database, Key document) {
  Query query(database, "SELECT key FROM assertions WHERE document = ? ORDER BY key", document);
  return keys_of(query);
}

std::string assertion_id(Database& database, Key key) {
  Query query(database, "SELECT id FROM assertions WHERE key = ?", key);
  if (!query.next()) throw Error{ErrorCode::kBroken, "", "an assertion is missing"};
  return query.text(0);
}

std::set<Key> settle_blocks(Database& database, const Assertion& assertion, Key key,
                            std::span<const EditorWord> words) {
  const std::vector<Key> before = blocks_of_assertion(database, key);
  const Assertion now = amended(assertion, words);
  std::set<Key> after;
  for (const std::string& name : blocks_of(now)) {
    const Key block = block_key(database, name);
    after.insert(block);
    // As it came and as it is, so that the past finds it too.
    name_sides(database, block, assertion.said);
    name_sides(database, block, now.said);
  }
  std::set<Key> changed;
  for (const Key block : before) {
    if (after.contains(block)) continue;
    Query(database, "DELETE FROM block_assertions WHERE block = ? AND assertion = ?", block, key)
        .run();
    changed.insert(block);
  }
  for (const Key block : after) {
    if (std::ranges::find(before, block) != before.end()) continue;
    Query(database, "INSERT INTO block_assertions (block, assertion) VALUES (?, ?)", block, key)
        .run();
    changed.insert(block);
  }
  if (!changed.empty()) changed.insert(after.begin(), after.end());
  return changed;
}

std::vector<Key> blocks_of_assertion(Database& database, Key assertion) {
  Query query(database, "SELECT block FROM block_assertions WHERE assertion = ?", assertion);
  return keys_of(query);
}

std::vector<Key> assertions_of_block(Database& database, Key block) {
  Query query(database, "SELECT assertion FROM block_assertions WHERE block = ?", block);
  return keys_of(query);
}

bool is_of(Database& database, Key block, std::span<const List> lists) {
  Query query(database, "SELECT name FROM blocks WHERE key = ?", block);
  return query.next() &&
         std::ranges::any_of(lists, [&](List list) { return is_block_of(query.view(0), list); });
}

std::vector<Key> blocks_naming(Database& database, std::span<const std::string> sides) {
  std::vector<Key> all;
  bool first = true;
  for (const std::string& side : sides) {
    Query query(database, "SELECT block FROM block_sides WHERE side = ? ORDER BY block", side);
    std::vector<Key> some = keys_of(query);
    std::vector<Key> both;
    std::ranges::set_intersection(all, some, std::back_inserter(both));
    all = first ? std::move(some) : std::move(both);
    first = false;
  }
  return all;
}

}  // namespace detente::store
