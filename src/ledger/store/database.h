// SQLite for the rest of the store: a connection set up as the ledger needs it, statements that are
// prepared once, transactions. Inside the store errors are thrown (Error, SQLite::Exception); the
// doors of ledger.h turn them into results.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace detente::store {

using Key = std::int64_t;

class Database {
 public:
  enum class Access { kRead, kWrite };

  // An empty path: in memory.
  Database(const std::filesystem::path& file, Access access);

  void run(const std::string& sql) { sqlite_.exec(sql); }  // no rows
  Key last_key() { return sqlite_.getLastInsertRowid(); }
  bool writable() const { return writable_; }

 private:
  friend class Query;
  using Prepared = std::unique_ptr<SQLite::Statement>;

  Prepared take(std::string_view sql);
  void give_back(Prepared statement);

  SQLite::Database sqlite_;
  bool writable_;
  std::unordered_map<std::string, std::vector<Prepared>> idle_;  // by their SQL
};

// One use of a statement. Values are bound in the order of the question marks. The statement ends
// with the Query, so that none holds the file's past longer than it is read.
class Query {
 public:
  template <typename... Values>
  Query(Database& database, std::string_view sql, const Values&... values)
      : database_(database), statement_(database.take(sql)) {
    int place = 0;
    (bind(++place, values), ...);
  }
  ~Query() { database_.give_back(std::move(statement_)); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  bool next() { return statement_->executeStep(); }
  void run();  // for statements without rows; may be run again with other values
  template <typename... Values>
  void run_with(const Values&... values) {
    int place = 0;
    (bind(++place, values), ...);
    run();
  }

  bool null(int column) const { return statement_->isColumnNull(column); }
  Key number(int column) const { return statement_->getColumn(column).getInt64(); }
  double real(int column) const { return statement_->getColumn(column).getDouble(); }
  std::string text(int column) const { return std::string(view(column)); }
  std::string_view view(int column) const;  // until the next row
  std::optional<std::string> maybe_text(int column) const;
  std::optional<Key> maybe_number(int column) const;

 private:
  void bind(int place, Key value) { statement_->bind(place, value); }
  void bind(int place, int value) { statement_->bind(place, value); }
  void bind(int place, std::uint32_t value) { statement_->bind(place, value); }
  void bind(int place, std::size_t value) { bind(place, static_cast<Key>(value)); }
  void bind(int place, bool value) { statement_->bind(place, value ? 1 : 0); }
  void bind(int place, double value) { statement_->bind(place, value); }
  void bind(int place, const std::string& value) { statement_->bind(place, value); }
  void bind(int place, std::nullopt_t) { statement_->bind(place); }
  void bind(int place, const std::vector<char>& blob);
  template <typename Value>
  void bind(int place, const std::optional<Value>& value) {
    value ? bind(place, *value) : statement_->bind(place);
  }

  Database& database_;
  Database::Prepared statement_;
};

// Undone at its end unless committed. A read sees the file as it was at its first question.
class Transaction {
 public:
  enum class Kind { kRead, kWrite };
  Transaction(Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace detente::store
