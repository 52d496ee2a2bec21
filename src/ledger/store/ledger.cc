#include "ledger/store/ledger.h"

#include <map>
#include <set>
#include <utility>

#include "ledger/store/asking.h"
#include "ledger/store/assertions.h"
#include "ledger/store/database.h"
#include "ledger/store/documents.h"
#include "ledger/store/folding.h"
#include "ledger/store/migrations.h"
#include "ledger/store/words.h"

namespace detente {

using store::Database;
using store::Key;
using store::Query;
using store::Transaction;

struct Ledger::Body {
  Body(const std::filesystem::path& path, Database::Access access)
      : file(path), database(path, access) {}

  std::filesystem::path file;
  mutable Database database;
  std::uint64_t written = 0;  // by this object, which PRAGMA data_version leaves out
  // What sides() last gave, and the version that it was counted at: counting takes a tenth of a
  // second in a ledger of a million lines, and every dossier asks.
  std::vector<SideCount> sides;
  std::optional<std::uint64_t> sides_version;
};

namespace {

// Calls `use` and turns what it throws into the error.
template <typename Use>
auto caught(const std::filesystem::path& file, Use use) -> Result<decltype(use())> {
  try {
    if constexpr (std::is_void_v<decltype(use())>) {
      use();
      return {};
    } else {
      return use();
    }
  } catch (const Error& error) {
    return tl::unexpected(error);
  } catch (const SQLite::Exception& error) {
    return fail(ErrorCode::kBroken, file.string(), error.what());
  }
}

// One question, on the ledger as it is when it is asked.
template <typename Body, typename Use>
auto asked(const Body& body, Use use) -> Result<decltype(use(body.database))> {
  return caught(body.file, [&] {
    Transaction snapshot(body.database, Transaction::Kind::kRead);
    return use(body.database);
  });
}

template <typename Body, typename Use>
auto written(Body& body, Use use) -> Result<decltype(use(body.database))> {
  return caught(body.file, [&] {
    Transaction transaction(body.database, Transaction::Kind::kWrite);
    if constexpr (std::is_void_v<decltype(use(body.database))>) {
      use(body.database);
      transaction.commit();
      ++body.written;
    } else {
      auto result = use(body.database);
      transaction.commit();
      ++body.written;
      return result;
    }
  });
}

// Keeps a document unless it is known; marks what is to be folded.
Outcome add_one(Database& database, const ReadDocument& read, Key recording,
                store::Folding& folding) {
  if (store::find_document(database, store::identity_of(read.document))) return Outcome::kKnown;
  const store::Inserted inserted = store::insert_document(database, read.document, recording);
  for (const Key key : store::insert_assertions(database, inserted.key, read)) folding.settle(key);
  for (const Key changed : inserted.changed) {
    for (const Key key : store::assertions_of_document(database, changed)) folding.touch(key);
  }
  return inserted.versioned ? Outcome::kSuperseded : Outcome::kNew;
}

std::vector<Outcome> add_all(Database& database, std::span<const ReadDocument> read,
                             const Stamp& stamp) {
  std::vector<Outcome> outcomes;
  const Key recording = store::insert_recording(database, stamp);
  store::Folding folding(database, store::load_words(database));
  for (const ReadDocument& one : read) {
    outcomes.push_back(add_one(database, one, recording, folding));
  }
  folding.run();
  return outcomes;
}

std::optional<Date> selected_day(Database& database, const char* sql) {
  Query query(database, sql);
  if (!query.next() || query.null(0)) return std::nullopt;
  return store::date_of(query.text(0));
}

std::vector<Document> load_documents(Database& database, Query& keys) {
  std::vector<Document> out;
  while (keys.next()) out.push_back(store::load_document(database, keys.number(0)));
  return out;
}

}  // namespace

Ledger::Ledger(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(const std::filesystem::path& file, Mode mode) {
  const auto steps = store::migrations();
  const int newest = static_cast<int>(steps.size());
  std::error_code error;
  if (mode == Mode::kRead && !std::filesystem::exists(file, error)) {
    return fail(ErrorCode::kNotFound, file.string(), "no ledger here");
  }
  return caught(file, [&] {
    const auto access = mode == Mode::kWrite ? Database::Access::kWrite : Database::Access::kRead;
    auto body = std::make_unique<Body>(file, access);
    if (store::version_of(body->database) > newest) {
      throw Error{ErrorCode::kBroken, file.string(), "made by a newer version of Detente"};
    }
    if (store::version_of(body->database) < newest) {
      // Whoever reads an older file makes it a newer one first.
      Body older(file, Database::Access::kWrite);
      store::migrate(older.database, steps);
      body = std::make_unique<Body>(file, access);
    }
    return Ledger(std::move(body));
  });
}

Result<Ledger> Ledger::in_memory() {
  return caught("", [] {
    auto body = std::make_unique<Body>("", Database::Access::kWrite);
    store::migrate(body->database, store::migrations());
    return Ledger(std::move(body));
  });
}

Result<std::vector<Outcome>> Ledger::add(std::span<const ReadDocument> read, const Stamp& stamp) {
  return written(*body_, [&](Database& database) { return add_all(database, read, stamp); });
}

Result<std::string> Ledger::say(EditorWord word) {
  return written(*body_,
                 [&](Database& database) { return store::keep_word(database, std::move(word)); });
}

Status Ledger::rebuild(const std::function<void(std::size_t done, std::size_t all)>& progress) {
  return written(*body_, [&](Database& database) { store::rebuild(database, progress); });
}

Result<bool> Ledger::knows(const Document& document) const {
  return asked(*body_, [&](Database& database) {
    return store::find_document(database, store::identity_of(document)).has_value();
  });
}

Result<KeptDocument> Ledger::document(const std::string& id) const {
  return asked(*body_, [&](Database& database) {
    const auto key = store::document_key(database, id);
    if (!key) throw Error{ErrorCode::kNotFound, id, "no such document in the ledger"};
    return store::kept_document(database, *key);
  });
}

Result<std::vector<Document>> Ledger::documents_of(std::span<const Line> lines) const {
  return asked(*body_, [&](Database& database) {
    std::set<std::string> ids;
    for (const Line& line : lines) {
      for (const Evidence& evidence : evidence_of(line.object)) ids.insert(evidence.document);
    }
    std::vector<Document> out;
    for (const std::string& id : ids) {
      if (const auto key = store::document_key(database, id)) {
        out.push_back(store::load_document(database, *key));
      }
    }
    return out;
  });
}

Result<Listed> Ledger::lines(List list, const Filter& filter) const {
  return asked(*body_,
               [&](Database& database) { return store::ask_lines(database, list, filter); });
}

Result<std::size_t> Ledger::count(List list, const Filter& filter) const {
  return asked(*body_,
               [&](Database& database) { return store::count_lines(database, list, filter); });
}

Result<std::vector<Line>> Ledger::between(const std::string& a, const std::string& b,
                                          std::optional<Date> as_of, std::optional<Date> known_by,
                                          int newest) const {
  return asked(*body_, [&](Database& database) {
    return store::ask_between(database, a, b, as_of, known_by, newest);
  });
}

Result<std::vector<Line>> Ledger::lines_of(const std::string& document) const {
  return asked(*body_,
               [&](Database& database) { return store::lines_of_document(database, document); });
}

Result<Line> Ledger::line(const std::string& id) const {
  return asked(*body_, [&](Database& database) {
    store::Sources sources(database);
    return store::load_line(database, sources, store::find_line(database, id), store::Depth::kFull);
  });
}

Result<Assertion> Ledger::assertion(const std::string& id) const {
  return asked(*body_, [&](Database& database) {
    store::Sources sources(database);
    return store::load_assertion(database, sources, store::find_assertion(database, id));
  });
}

Result<std::vector<EditorWord>> Ledger::words() const {
  return asked(*body_, [](Database& database) { return store::load_words(database); });
}

Result<std::vector<Due>> Ledger::due(const Date& from, const Date& to, const Filter& filter) const {
  return asked(*body_,
               [&](Database& database) { return store::ask_due(database, from, to, filter); });
}

Result<std::vector<Hit>> Ledger::search(const std::string& text, const Filter& filter) const {
  return asked(*body_,
               [&](Database& database) { return store::ask_search(database, text, filter); });
}

Result<Record> Ledger::record(std::optional<Date> as_of, std::optional<Date> known_by) const {
  return asked(*body_, [&](Database& database) {
    return record_of(store::all_lines(database, known_by), as_of);
  });
}

Result<std::vector<Document>> Ledger::documents() const {
  return asked(*body_, [](Database& database) {
    Query keys(database, "SELECT key FROM documents WHERE superseded_by IS NULL ORDER BY id");
    return load_documents(database, keys);
  });
}

Result<Counts> Ledger::counts() const {
  return asked(*body_, [](Database& database) { return store::ask_counts(database); });
}

Result<std::vector<SideCount>> Ledger::sides() const {
  const Result<std::uint64_t> now = version();
  if (!now) return tl::unexpected(now.error());
  if (body_->sides_version != *now) {
    Result<std::vector<SideCount>> sides =
        asked(*body_, [](Database& database) { return store::ask_sides(database); });
    if (!sides) return sides;
    body_->sides = *std::move(sides);
    body_->sides_version = *now;
  }
  return body_->sides;
}

Result<std::vector<PairCount>> Ledger::pair_counts(std::optional<Date> from, const Date& to) const {
  return asked(*body_, [&](Database& database) { return store::ask_pairs(database, from, to); });
}

Result<std::optional<Date>> Ledger::first_day() const {
  return asked(*body_, [](Database& database) {
    return selected_day(database, "SELECT min(published) FROM documents");
  });
}

Result<std::optional<Date>> Ledger::latest_day() const {
  return asked(*body_, [](Database& database) {
    return selected_day(database, "SELECT max(published) FROM documents");
  });
}

Result<std::vector<Assertion>> Ledger::members_of(const Line& line) const {
  std::vector<Assertion> out;
  for (const Member& member : line.members) {
    Result<Assertion> assertion = this->assertion(member.assertion);
    if (!assertion) return tl::unexpected(assertion.error());
    out.push_back(*std::move(assertion));
  }
  return out;
}

Result<Date> Ledger::day_asked(std::optional<Date> as_of, std::optional<Date> known_by,
                               const Date& today) const {
  if (as_of) return *as_of;
  const auto latest = latest_day();
  if (!latest) return tl::unexpected(latest.error());
  const Date last = latest->value_or(today);
  return std::min(last, known_by.value_or(last));
}

Result<std::uint64_t> Ledger::version() const {
  return caught(body_->file, [&] {
    Query query(body_->database, "PRAGMA data_version");
    query.next();
    return static_cast<std::uint64_t>(query.number(0)) + body_->written;
  });
}

Result<std::vector<Finding>> Ledger::check() const {
  return asked(*body_, [](Database& database) { return store::find_faults(database); });
}

}  // namespace detente
