// What one document says, in the record's terms, before anything is merged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"
#include "language/analysis.h"
#include "reading/actors/mentions.h"
#include "reading/record.h"
#include "reading/times/times.h"

namespace detente {

// The end of something imposed: "lifted the ban". The ledger looks for what it ends.
struct Ending {
  std::string kind;  // kind of measure that the words name; empty where they name none
  std::vector<std::string> sides;  // who is concerned: who ends it, and towards whom
  std::vector<std::string> by{};   // of these, who ends it; empty where no words say
  std::string status;              // status that follows: "lifted", "eased", "suspended"
  std::optional<Interval> date;
  Evidence evidence;
};

// One document's objects, in the order of the text. Everything in `objects` carries evidence.
struct Reading {
  std::string document;  // Document::id
  std::optional<Date> published;
  std::vector<TimeExpression> times;
  Record objects;
  std::vector<Ending> endings;
};

// Reads one analysed document. Deterministic. `met`: the persons whom earlier reports of the same
// story named; those of this one are added. "Mr. Kowal" in a second report is then known.
Reading read_document(const Document& document, const Analysis& analysis,
                      const Knowledge& knowledge, const TimeWords& words,
                      std::vector<MetPerson>& met);

// The place of each document in the order of publication (then of id), in which a story is read.
std::vector<std::size_t> publication_order(const std::vector<Document>& documents);

}  // namespace detente
