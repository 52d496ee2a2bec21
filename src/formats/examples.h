// Editors' corrections as training examples.
#pragma once

#include <vector>

#include "formats/line_json.h"

namespace detente {

// One example for each passage that the word is on: {"word", "kind", "undone", "by", "because",
// "doc", "outlet", "published", "list", "read": the object as it was read, "evidence": where,
// "verdict": "right" | "wrong" | "amended" | "same" | "other", "amended": {field: value}, "text":
// the report}. An undo gives none.
Result<std::vector<OrderedJson>> training_examples(const Ledger& ledger, const EditorWord& word,
                                                   bool undone);

}  // namespace detente
