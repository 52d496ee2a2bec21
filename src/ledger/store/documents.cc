#include "ledger/store/documents.h"

#include <utility>

#include "base/hash.h"
#include "ledger/store/packing.h"

namespace detente::store {
namespace {

constexpr std::size_t kIdentity = 26;  // letters: 130 bits
constexpr std::size_t kSuffix = 8;

std::string iso_of(const std::optional<Date>& date) { return date ? date->iso() : std::string(); }

std::optional<std::string> published_of(const Document& document) {
  return document.published ? std::optional(document.published->iso()) : std::nullopt;
}

// The day from which it is known by its own word, else the day it was recorded.
Date day_of(const std::optional<std::string>& published, const std::string& recorded) {
  if (!published) return date_of(recorded.substr(0, 10));
  return Date::from_days(date_of(*published).first_day());
}

struct Version {  // of one address
  Key key;
  Date day;
  std::string recorded;
};

// Sets what the version's place among its address's versions gives; tells whether it changed.
bool settle(Database& database, const Version& version, Key place, const Date& known,
            std::optional<Key> superseded_by) {
  Query now(database, "SELECT known, version, superseded_by FROM documents WHERE key = ?",
            version.key);
  now.next();
  const std::string day = known.iso();
  if (now.view(0) == day && now.number(1) == place && now.maybe_number(2) == superseded_by) {
    return false;
  }
  Query(database, "UPDATE documents SET known = ?, version = ?, superseded_by = ? WHERE key = ?",
        day, place, superseded_by, version.key)
      .run();
  return true;
}

// Puts the versions of an address in their order: by day of publication, then as they were
// recorded. Gives those that changed.
std::vector<Key> settle_versions(Database& database, const std::string& url) {
  std::vector<Version> versions;
  Query query(database,
              "SELECT documents.key, published, at FROM documents JOIN recordings"
              " ON recordings.key = recording WHERE url = ? AND url <> '' ORDER BY"
              " coalesce(substr(published || '-01-01', 1, 10), substr(at, 1, 10)), at, identity",
              url);
  while (query.next()) {
    const std::string recorded = query.text(2);
    versions.push_back({query.number(0), day_of(query.maybe_text(1), recorded), recorded});
  }
  std::vector<Key> changed;
  for (std::size_t i = 0; i < versions.size(); ++i) {
    const Version& version = versions[i];
    // A version of the same day as the one before cannot have been known with it.
    const bool corrects = i > 0 && version.day <= versions[i - 1].day;
    const Date known = corrects ? date_of(version.recorded.substr(0, 10)) : version.day;
    const bool last = i + 1 == versions.size();
    const auto next = last ? std::nullopt : std::optional(versions[i + 1].key);
    if (settle(database, version, static_cast<Key>(i) + 1, known, next)) {
      changed.push_back(version.key);
    }
  }
  return changed;
}

std::string told_apart(const std::string& given, const std::string& identity) {
  return given + "#" + identity.substr(0, kSuffix);
}

// Where two documents came with one id, neither keeps it alone, so that the order in which they
// came does not show. Gives the one that is named anew.
std::optional<Key> rename_namesake(Database& database, const std::string& given) {
  Query holder(database, "SELECT key, identity FROM documents WHERE id = ?", given);
  if (!holder.next()) return std::nullopt;
  const Key key = holder.number(0);
  Query(database, "UPDATE documents SET id = ? WHERE key = ?", told_apart(given, holder.text(1)),
        key)
      .run();
  return key;
}

bool is_taken(Database& database, const std::string& given) {
  return Query(database, "SELECT 1 FROM documents WHERE given = ?", given).next();
}

Key insert_row(Database& database, const Document& document, const std::string& id, Key recording) {
  Query recorded(database, "SELECT at FROM recordings WHERE key = ?", recording);
  recorded.next();
  const auto published = published_of(document);
  Query(
      database,
      "INSERT INTO documents (identity, given, recording, outlet, title, published, url, id, known,"
      " version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
      identity_of(document), document.id, recording, document.outlet, document.title, published,
      document.url, id, day_of(published, recorded.text(0)).iso())
      .run();
  return database.last_key();
}

void insert_text(Database& database, Key key, const Document& document) {
  Query(database, "INSERT INTO texts (document, text) VALUES (?, ?)", key, pack(document.text))
      .run();
  Query(database, "INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)", key,
        document.title, document.text)
      .run();
}

}  // namespace

Date date_of(const std::string& iso) {
  const Result<Date> date = Date::parse(iso);
  if (!date) throw Error{ErrorCode::kBroken, "", "a day of the ledger is none: " + iso};
  return *date;
}

std::string identity_of(const Document& document) {
  const std::string published = iso_of(document.published);
  std::string all;
  for (const std::string* part : {&document.outlet, &published, &document.url}) {
    all += std::to_string(part->size()) + ":" + *part;
  }
  return short_id(all + document.text, kIdentity);
}

std::optional<Key> find_document(Database& database, const std::string& identity) {
  Query query(database, "SELECT key FROM documents WHERE identity = ?", identity);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

Key insert_recording(Database& database, const Stamp& stamp) {
  Query(database, "INSERT INTO recordings (at, coder) VALUES (?, ?)", stamp.recorded, stamp.coder)
      .run();
  return database.last_key();
}

Inserted insert_document(Database& database, const Document& document, Key recording) {
  Inserted out;
  std::string id = document.id;
  if (is_taken(database, id)) {
    id = told_apart(id, identity_of(document));
    if (const auto namesake = rename_namesake(database, document.id)) {
      out.changed.push_back(*namesake);
    }
  }
  out.key = insert_row(database, document, id, recording);
  insert_text(database, out.key, document);
  if (document.url.empty()) return out;
  for (const Key changed : settle_versions(database, document.url)) {
    out.versioned = true;  // alone at its address nothing of it changes
    if (changed != out.key) out.changed.push_back(changed);
  }
  return out;
}

const Source& Sources::operator[](Key document) {
  if (const auto found = sources_.find(document); found != sources_.end()) return found->second;
  Query query(database_,
              "SELECT id, outlet, url, known, version, superseded_by IS NULL FROM documents"
              " WHERE key = ?",
              document);
  if (!query.next()) throw Error{ErrorCode::kBroken, "", "a document is missing"};
  Source source{query.text(0),          query.text(1),   query.text(2),
                date_of(query.text(3)), query.number(4), query.number(5) == 1};
  keys_.emplace(source.id, document);
  return sources_.emplace(document, std::move(source)).first->second;
}

bool Sources::counts(Key document, const std::optional<Date>& known_by) {
  const Source& source = (*this)[document];
  if (!known_by) return source.counts;
  if (source.known > *known_by) return false;
  if (source.counts) return true;
  return !Query(
              database_,
              "SELECT 1 FROM documents WHERE url = ? AND url <> '' AND version > ? AND known <= ?",
              source.url, source.version, known_by->iso())
              .next();
}

std::optional<Key> document_key(Database& database, const std::string& id) {
  Query query(database, "SELECT key FROM documents WHERE id = ?", id);
  return query.next() ? std::optional(query.number(0)) : std::nullopt;
}

Document load_document(Database& database, Key key) {
  Query query(database,
              "SELECT id, outlet, title, published, url, text FROM documents JOIN texts"
              " ON texts.document = documents.key WHERE documents.key = ?",
              key);
  if (!query.next()) throw Error{ErrorCode::kBroken, "", "the text of a document is missing"};
  Document out{query.text(0), query.text(1), query.text(2), std::nullopt, query.text(4), {}};
  if (!query.null(3)) out.published = date_of(query.text(3));
  auto text = unpack(query.view(5));
  if (!text) throw Error{ErrorCode::kBroken, out.id, "its text is damaged"};
  out.text = *std::move(text);
  return out;
}

KeptDocument kept_document(Database& database, Key key) {
  KeptDocument out;
  out.document = load_document(database, key);
  Query query(
      database,
      "SELECT at, coder, (SELECT id FROM documents later WHERE later.key ="
      " documents.superseded_by) FROM documents JOIN recordings ON recordings.key = recording"
      " WHERE documents.key = ?",
      key);
  query.next();
  out.recorded = query.text(0);
  out.coder = query.text(1);
  out.superseded_by = query.maybe_text(2).value_or("");
  return out;
}

}  // namespace detente::store
