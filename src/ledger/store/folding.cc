#include "ledger/store/folding.h"

#include <algorithm>

#include "ledger/fold.h"
#include "ledger/store/words.h"

namespace detente::store {
namespace {

std::optional<Key> assertion_key(Database& database, const std::string& id) {
  Query query(database, "SELECT key FROM assertions WHERE id = ?", id);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

// Words that bear on some assertions, and what undoes them.
std::vector<EditorWord> words_on(const Told& told, std::span<const EditorWord> words) {
  std::set<std::string> ids;
  std::vector<EditorWord> out;
  for (const EditorWord& word : words) {
    const bool on = std::ranges::any_of(
        word.anchors, [&](const std::string& anchor) { return told.keys.contains(anchor); });
    if (!on && !ids.contains(word.undoes)) continue;
    ids.insert(word.id);
    out.push_back(word);
  }
  return out;
}

}  // namespace

Joined::Joined(Database& database, std::span<const EditorWord> counting) {
  for (const EditorWord& word : counting) {
    if (word.kind != WordKind::kMerge) continue;
    std::optional<Key> into;
    for (const std::string& anchor : word.anchors) {
      const auto key = assertion_key(database, anchor);
      if (!key) continue;
      for (const Key block : blocks_of_assertion(database, *key)) {
        const Key from = root(block);
        if (!into) into = from;
        if (from != *into) towards_[from] = *into;
        groups_[*into].insert(from);
      }
    }
  }
}

Key Joined::root(Key block) const {
  for (auto next = towards_.find(block); next != towards_.end(); next = towards_.find(block)) {
    block = next->second;
  }
  return block;
}

std::set<Key> Joined::with(Key block) const {
  const Key whole = root(block);
  std::set<Key> group = {block, whole};
  for (const auto& [from, into] : towards_) {
    if (root(into) == whole) group.insert(from);
  }
  return group;
}

std::set<Key> lines_of(Database& database, const std::set<Key>& blocks) {
  std::set<Key> lines;
  for (const Key block : blocks) {
    Query query(database,
                "SELECT lines.key FROM block_assertions JOIN lines ON lines.key = assertion"
                " WHERE block = ?",
                block);
    while (query.next()) lines.insert(query.number(0));
  }
  return lines;
}

Folded fold_blocks(Database& database, Sources& sources, const std::set<Key>& blocks,
                   std::span<const EditorWord> words) {
  Folded out;
  std::set<Key> assertions;
  for (const Key block : blocks) {
    Query query(
        database,
        "SELECT assertion FROM block_assertions JOIN assertions ON assertions.key = assertion"
        " JOIN documents ON documents.key = document"
        " WHERE block = ? AND superseded_by IS NULL",
        block);
    while (query.next()) assertions.insert(query.number(0));
  }
  for (const Key key : assertions) load_into(out.told, database, sources, key);
  const std::vector<EditorWord> on = words_on(out.told, words);
  out.lines = fold_block(out.told.assertions, on);
  return out;
}

Folding::Folding(Database& database, std::vector<EditorWord> words)
    : database_(database),
      sources_(database),
      words_(std::move(words)),
      counting_(counting(words_)),
      joined_(database, counting_),
      index_(database) {}

void Folding::settle(Key assertion) {
  const Assertion said = load_assertion(database_, sources_, assertion);
  const std::set<Key> blocks = settle_blocks(database_, said, assertion, counting_);
  marked_.insert(blocks.begin(), blocks.end());
}

void Folding::touch(Key assertion) {
  for (const Key block : blocks_of_assertion(database_, assertion)) marked_.insert(block);
}

std::vector<Key> Folding::run(
    const std::function<void(std::size_t done, std::size_t all)>& progress) {
  // Which blocks are joined may have changed with the assertions' blocks.
  joined_ = Joined(database_, counting_);
  const std::size_t all = marked_.size();
  while (!marked_.empty()) {
    const std::set<Key> blocks = joined_.with(*marked_.begin());
    refold(blocks);
    for (const Key block : blocks) marked_.erase(block);
    if (progress) progress(all - marked_.size(), all);
  }
  link();
  return std::move(changed_);
}

void Folding::refold(const std::set<Key>& blocks) {
  const Folded folded = fold_blocks(database_, sources_, blocks, words_);
  std::set<Key> before = lines_of(database_, blocks);
  for (const Line& line : folded.lines) {
    const LineRow row = row_of(database_, line, folded.told, sources_);
    const bool there = before.erase(row.key) > 0;
    if (there && read_row(database_, row.key) == row) continue;
    if (there) forget(row.key);
    keep(row, line);
  }
  for (const Key gone : before) forget(gone);
}

void Folding::keep(const LineRow& row, const Line& line) {
  insert_row(database_, row);
  index_.insert(line, row.key);
  store::touch(touched_, line);
  changed_.push_back(row.key);
}

void Folding::forget(Key key) {
  const Line line = load_line(database_, sources_, key, Depth::kPlain);
  index_.remove(line, key);
  delete_row(database_, key);
  store::touch(touched_, line);
  changed_.push_back(key);
}

void Folding::link() {
  for (const auto& [key, answer] : Linking(database_, sources_).answers(touched_)) {
    if (read_answer(database_, key) == answer) continue;
    write_answer(database_, key, answer);
    changed_.push_back(key);
  }
}

void rebuild(Database& database,
             const std::function<void(std::size_t done, std::size_t all)>& progress) {
  for (const char* table : {"entries", "dues", "answers", "line_words", "stages", "members",
                            "lines", "block_sides", "block_assertions", "blocks", "terms"}) {
    database.run("DELETE FROM " + std::string(table));
  }
  for (const char* table : {"document_search", "evidence_search"}) {
    database.run("INSERT INTO " + std::string(table) + " (" + table + ") VALUES ('rebuild')");
  }
  Folding folding(database, load_words(database));
  Query assertions(database, "SELECT key FROM assertions");
  while (assertions.next()) folding.settle(assertions.number(0));
  folding.run(progress);
}

}  // namespace detente::store
