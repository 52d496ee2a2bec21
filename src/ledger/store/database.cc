#include "ledger/store/database.h"

#include <sqlite3.h>

#include "ledger/object_json.h"
#include "ledger/store/packing.h"

namespace detente::store {
namespace {

// "Dtnt": tells a ledger from other SQLite files.
constexpr const char* kSetId = "PRAGMA application_id = 0x44746e74";
constexpr Key kId = 0x44746e74;

constexpr int kPatience = 10'000;  // milliseconds that a writer waits for another

// In a write-ahead log readers never wait. FULL flushes the log at each commit, so that what was
// acknowledged survives the loss of power too; one flush a commit is little beside its reading.
constexpr const char* kForWriters =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA journal_size_limit = 67108864;"
    "PRAGMA cache_size = -262144;";
// A cache takes memory only as it fills: KiB.
constexpr const char* kForReaders = "PRAGMA cache_size = -32768;";
constexpr const char* kForAll =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = ON;"
    "PRAGMA temp_store = MEMORY;";

void give(sqlite3_context* context, const std::optional<std::string>& text) {
  if (!text) {
    sqlite3_result_error(context, "a text is damaged", -1);
  } else {
    sqlite3_result_text64(context, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

std::string_view bytes_of(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void unpacked(sqlite3_context* context, int, sqlite3_value** values) {
  give(context, unpack(bytes_of(values[0])));
}

void quoted(sqlite3_context* context, int, sqlite3_value** values) {
  give(context, quotes_in(bytes_of(values[0])));
}

int flags_of(Database::Access access) {
  if (access == Database::Access::kRead) return SQLite::OPEN_READONLY;
  return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
}

}  // namespace

Database::Database(const std::filesystem::path& file, Access access)
    : sqlite_(file.empty() ? ":memory:" : file.string(), flags_of(access), kPatience),
      writable_(access == Access::kWrite) {
  constexpr int kKind = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  sqlite3* handle = sqlite_.getHandle();
  sqlite3_create_function(handle, "unpacked", 1, kKind, nullptr, unpacked, nullptr, nullptr);
  sqlite3_create_function(handle, "quoted", 1, kKind, nullptr, quoted, nullptr, nullptr);
  const Key id = sqlite_.execAndGet("PRAGMA application_id").getInt64();
  const bool empty = sqlite_.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (id != kId && !(empty && writable_)) {
    throw Error{ErrorCode::kBroken, file.string(), "no ledger"};
  }
  if (writable_) {
    sqlite_.exec(kForWriters);
    if (id != kId) sqlite_.exec(kSetId);
  } else {
    sqlite_.exec(kForReaders);
  }
  sqlite_.exec(kForAll);
}

Database::Prepared Database::take(std::string_view sql) {
  const auto found = idle_.find(std::string(sql));
  if (found == idle_.end() || found->second.empty()) {
    return std::make_unique<SQLite::Statement>(sqlite_, std::string(sql));
  }
  Prepared statement = std::move(found->second.back());
  found->second.pop_back();
  return statement;
}

void Database::give_back(Prepared statement) {
  statement->tryReset();
  statement->clearBindings();
  idle_[statement->getQuery()].push_back(std::move(statement));
}

void Query::run() {
  statement_->exec();
  statement_->reset();
}

std::string_view Query::view(int column) const {
  const SQLite::Column cell = statement_->getColumn(column);
  const auto* bytes = static_cast<const char*>(cell.getBlob());
  return {bytes, static_cast<std::size_t>(cell.getBytes())};
}

std::optional<std::string> Query::maybe_text(int column) const {
  return null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<Key> Query::maybe_number(int column) const {
  return null(column) ? std::nullopt : std::optional(number(column));
}

void Query::bind(int place, const std::vector<char>& blob) {
  statement_->bind(place, static_cast<const void*>(blob.data()), static_cast<int>(blob.size()));
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  database_.run(kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const SQLite::Exception&) {  // SQLite has undone it already
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace detente::store
