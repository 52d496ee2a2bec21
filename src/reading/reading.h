// What one document says, in the record's terms, before anything is merged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"
#include "language/analysis.h"
#include "reading/record.h"
#include "reading/times/times.h"

namespace detente {

// The end of something imposed: "lifted the ban". The ledger looks for what it ends.
struct Ending {
  std::string kind;                 // kind of measure that the words name; empty where they name none
  std::vector<std::string> sides;   // who is concerned: who ends it, and towards whom
  std::string status;               // status that follows: "lifted", "eased", "suspended"
  std::optional<Interval> date;
  Evidence evidence;
};

// One document's objects, in the order of the text. Everything in `objects` carries evidence.
struct Reading {
  std::string document;              // Document::id
  std::optional<Date> published;
  std::vector<TimeExpression> times;
  Record objects;
  std::vector<Ending> endings;
};

// Reads one analysed document. Deterministic; the arguments are only read.
Reading read_document(const Document& document, const Analysis& analysis, const Knowledge& knowledge,
                      const TimeWords& words);

}  // namespace detente
