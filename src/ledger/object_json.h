// An object as JSON for keeping: every field there and back, evidence in bytes.
#pragma once

#include <nlohmann/json.hpp>

#include "base/result.h"
#include "ledger/object.h"

namespace detente {

// The contract's fields and those kept beside them ("sides" of a statement and a claim). Neither
// the list nor the evidence is written.
nlohmann::ordered_json to_json(const Object& object);

// The way back. Fields that the list does not have are left alone; one of another type than the
// contract's is kBadInput, with its name in `where`. "evidence", where it is there, is read as
// written below.
Result<Object> object_from_json(List list, const nlohmann::ordered_json& json);

// Names of the contract's fields of a list, in its order.
std::vector<std::string> fields_of(List list);

// For keeping: the same on one line with
//   "evidence": [[document, begin, end, quote], ...]
// in bytes of the document's text; where parts are marked, a fifth item: [[role, begin, end], ...].
std::string object_text(const Object& object);
Result<Object> object_of_text(List list, std::string_view text);

// The quotes of such a text's evidence with one space between; nothing where it is no such text.
std::optional<std::string> quotes_in(std::string_view text);

// What a report says that a measure answers: {"kind": ..., "by": [...]}.
std::string answered_text(const Answered& answered);
Result<Answered> answered_of_text(std::string_view text);

}  // namespace detente
