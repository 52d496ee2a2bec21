// Whether all is as it must be.
#include <algorithm>

#include "base/utf8.h"
#include "ledger/store/asking.h"
#include "ledger/store/folding.h"
#include "ledger/store/words.h"

namespace detente::store {
namespace {

using Findings = std::vector<Finding>;

void check_file(Database& database, Findings& findings) {
  Query integrity(database, "PRAGMA integrity_check");
  while (integrity.next()) {
    if (integrity.view(0) != "ok") findings.push_back({"file", "", integrity.text(0)});
  }
  Query keys(database, "PRAGMA foreign_key_check");
  while (keys.next()) {
    findings.push_back({"foreign key", keys.text(0) + " " + keys.text(1),
                        "points to a row of " + keys.text(2) + " that is not there"});
  }
}

// Rows that nothing else would miss or find.
void check_orphans(Database& database, Findings& findings) {
  struct Orphans {
    const char* sql;
    const char* reason;
  };
  constexpr Orphans kOrphans[] = {
      {"SELECT DISTINCT line FROM entries WHERE line NOT IN (SELECT key FROM lines)",
       "the index has a line that is not there"},
      {"SELECT key FROM documents WHERE key NOT IN (SELECT document FROM texts)",
       "a document without its text"},
      {"SELECT key FROM assertions WHERE key NOT IN (SELECT assertion FROM block_assertions)",
       "an assertion in no block"},
      {"SELECT key FROM lines WHERE key NOT IN (SELECT line FROM members)",
       "a line without members"},
      {"SELECT key FROM documents WHERE key NOT IN (SELECT rowid FROM document_search_docsize)",
       "a document that a search cannot find"},
      {"SELECT key FROM assertions WHERE key NOT IN (SELECT rowid FROM evidence_search_docsize)",
       "evidence that a search cannot find"},
  };
  for (const Orphans& one : kOrphans) {
    Query query(database, one.sql);
    while (query.next()) findings.push_back({"orphan", query.text(0), one.reason});
  }
}

void check_evidence(Database& database, Sources& sources, Key key, const Document& document,
                    Findings& findings) {
  const Assertion assertion = load_assertion(database, sources, key);
  const std::string& text = document.text;
  const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= text.size(); };
  for (const Evidence& one : evidence_of(assertion.said)) {
    if (!inside(one.span) || text.compare(one.span.begin, one.span.size(), one.quote) != 0) {
      findings.push_back({"evidence", assertion.id, "does not quote " + document.id});
    }
    for (const Mark& mark : one.marks) {
      if (!inside(mark.span)) {
        findings.push_back({"evidence", assertion.id, "marks words outside " + document.id});
      }
    }
  }
}

void check_documents(Database& database, Findings& findings) {
  Sources sources(database);
  Query query(database, "SELECT key, identity, given, id FROM documents");
  while (query.next()) {
    try {
      const Document document = load_document(database, query.number(0));
      if (identity_of(document) != query.view(1)) {
        findings.push_back({"document", document.id, "it is not the one that was recorded"});
      }
      if (!is_utf8(document.text)) findings.push_back({"document", document.id, "broken UTF-8"});
      for (const Key key : assertions_of_document(database, query.number(0))) {
        check_evidence(database, sources, key, document, findings);
      }
    } catch (const Error& error) {
      findings.push_back({"document", query.text(3), error.reason});
    }
  }
}

// The index rows of a line as they are stored, in the order of entries_of.
std::vector<EntryRow> stored_entries(Database& database, const std::vector<EntryRow>& expected) {
  std::vector<EntryRow> rows;
  for (const EntryRow& one : expected) {
    Query query(
        database,
        "SELECT last, (SELECT text FROM terms WHERE key = kind),"
        " (SELECT text FROM terms WHERE key = status),"
        " coalesce((SELECT text FROM terms WHERE key = outlet), '') FROM entries WHERE list = ?"
        " AND term = (SELECT key FROM terms WHERE text = ?) AND day = ? AND line = ?",
        static_cast<int>(one.list), one.term, one.day, one.line);
    if (!query.next()) continue;
    EntryRow row = one;
    row.last = query.maybe_number(0);
    row.kind = query.text(1);
    row.status = query.text(2);
    row.outlet = query.text(3);
    rows.push_back(row);
  }
  return rows;
}

std::vector<DueRow> stored_dues(Database& database, Key line) {
  std::vector<DueRow> rows;
  Query query(database, "SELECT day, what FROM dues WHERE line = ? ORDER BY day, what", line);
  while (query.next()) rows.push_back({query.number(0), query.text(1)});
  return rows;
}

class FoldCheck {
 public:
  FoldCheck(Database& database, Findings& findings)
      : database_(database),
        findings_(findings),
        sources_(database),
        words_(load_words(database)),
        joined_(database, counting(words_)) {}

  void run() {
    std::set<Key> done;
    Query blocks(database_, "SELECT key FROM blocks");
    while (blocks.next()) {
      if (done.contains(blocks.number(0))) continue;
      const std::set<Key> group = joined_.with(blocks.number(0));
      done.insert(group.begin(), group.end());
      check_blocks(group);
    }
    check_answers();
    check_numbers();
  }

 private:
  void wrong(Key line, const char* reason) {
    findings_.push_back({"fold", line_id(database_, line), reason});
  }

  void check_blocks(const std::set<Key>& group) {
    const Folded folded = fold_blocks(database_, sources_, group, words_);
    std::set<Key> stored = lines_of(database_, group);
    for (const Line& line : folded.lines) {
      const LineRow row = row_of(database_, line, folded.told, sources_);
      if (stored.erase(row.key) == 0) {
        wrong(row.key, "the assertions tell this line, but it is not stored");
        continue;
      }
      if (read_row(database_, row.key) != row) wrong(row.key, "stored otherwise than it is folded");
      const std::vector<EntryRow> entries = entries_of(database_, line, row.key);
      entries_ += entries.size();
      if (stored_entries(database_, entries) != entries) wrong(row.key, "indexed otherwise");
      if (stored_dues(database_, row.key) != dues_of(line)) wrong(row.key, "due on other days");
      touch(touched_, line);
    }
    for (const Key key : stored) wrong(key, "stored, but no assertion tells it");
  }

  void check_answers() {
    for (const auto& [key, answer] : Linking(database_, sources_).answers(touched_)) {
      if (read_answer(database_, key) != answer) wrong(key, "answers otherwise than it is linked");
    }
  }

  void check_numbers() {
    Query query(database_, "SELECT count(*) FROM entries");
    query.next();
    if (static_cast<std::size_t>(query.number(0)) != entries_) {
      findings_.push_back({"fold", "", "the index has rows that no line has"});
    }
  }

  Database& database_;
  Findings& findings_;
  Sources sources_;
  std::vector<EditorWord> words_;
  Joined joined_;
  Touched touched_;
  std::size_t entries_ = 0;
};

}  // namespace

std::vector<Finding> find_faults(Database& database) {
  Findings findings;
  check_file(database, findings);
  check_orphans(database, findings);
  check_documents(database, findings);
  // A fold of what is damaged says nothing.
  if (findings.empty()) FoldCheck(database, findings).run();
  return findings;
}

}  // namespace detente::store
