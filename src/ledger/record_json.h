// The record as JSON: the contract that machines read.
#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "document/document.h"
#include "reading/record.h"

namespace detente {

// One object with the eight lists, in the order of Record; a list is always there, a field that
// says nothing is left out. Evidence is {"doc", "start", "end", "quote"}, where start and end count
// Unicode code points of the document's text. `documents` holds every report that the record rests
// on; evidence from a report that is missing there has no start and end.
//
// Texts are passed through as they are: dump the result with error_handler_t::replace where they
// may hold broken UTF-8.
nlohmann::ordered_json to_json(const Record& record, std::span<const Document> documents);

}  // namespace detente
