// Lines of the ledger, and what is asked about them, as JSON: the same for the command line and for
// the server. The forms are those of src/server/openapi.json; a field that says nothing is left
// out. Offsets count Unicode code points of a report's text.
#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "formats/reports.h"
#include "ledger/store/ledger.h"

namespace detente {

using OrderedJson = nlohmann::ordered_json;

// The contract's fields of an object, and the sides that a statement or claim concerns.
OrderedJson fields_json(const Object& object);

// Evidence with its outlet and day; what comes from a report that is not at hand cannot be placed
// and is left out.
OrderedJson evidence_json(std::span<const Evidence> evidence, const Reports& reports);

OrderedJson line_json(const Line& line, const Reports& reports);  // Line
OrderedJson lines_json(std::span<const Line> lines, const Reports& reports);
OrderedJson line_ref_json(const Line& line);                        // LineRef
OrderedJson due_json(const Due& due, const Reports& reports);       // Due
OrderedJson hit_json(const Hit& hit, std::span<const Line> lines);  // Hit
OrderedJson word_json(const EditorWord& word, bool undone);         // Word
OrderedJson counts_json(const Counts& counts);                      // Counts

// Document: the text with all lines that rest on it.
OrderedJson document_json(const KeptDocument& kept, std::span<const Line> lines,
                          const Reports& reports);

// Why: the chain from a line to the quoted words. `members`: the line's assertions, in its order.
OrderedJson why_json(const Line& line, std::span<const Assertion> members,
                     std::span<const EditorWord> words, const Reports& reports);

// Whether an `undo` among the words takes this one back.
bool is_undone(const EditorWord& word, std::span<const EditorWord> words);

// Text for a machine: broken UTF-8 is replaced, never refused. indent: -1 for one line.
std::string dump(const OrderedJson& json, int indent = -1);

}  // namespace detente
