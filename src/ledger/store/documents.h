// Documents in the store: each text once, with its place among the versions of its address.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "ledger/store/database.h"
#include "ledger/store/ledger.h"

namespace detente::store {

// What tells a document from all others: outlet, day, address and text.
std::string identity_of(const Document& document);

std::optional<Key> find_document(Database& database, const std::string& identity);

Key insert_recording(Database& database, const Stamp& stamp);

struct Inserted {
  Key key = 0;
  bool versioned = false;  // it replaces a version of its address, or is replaced itself
  std::vector<Key>
      changed;  // other documents that are named, known or counted otherwise than before
};

// Keeps a document that is not there yet.
Inserted insert_document(Database& database, const Document& document, Key recording);

// What the fold must know of a document.
struct Source {
  std::string id;
  std::string outlet;
  std::string url;
  Date known;
  Key version = 1;
  bool counts = true;  // no version replaces it
};

// Reads sources once each. Not to be kept over a change of documents.
class Sources {
 public:
  explicit Sources(Database& database) : database_(database) {}
  const Source& operator[](Key document);
  Key key_of(const std::string& id) const { return keys_.at(id); }  // of one that was asked for

  // Whether it counts by what was known on a day; nothing: by all that is known.
  bool counts(Key document, const std::optional<Date>& known_by);

 private:
  Database& database_;
  std::map<Key, Source> sources_;
  std::map<std::string, Key> keys_;
};

// Nothing where there is no such id.
std::optional<Key> document_key(Database& database, const std::string& id);
KeptDocument kept_document(Database& database, Key key);
Document load_document(Database& database, Key key);

// A day of the store as a Date; throws where it is none.
Date date_of(const std::string& iso);

}  // namespace detente::store
