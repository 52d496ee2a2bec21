// One document's analysis as a JSON object, as `detente annotate` prints it.
#pragma once

#include <string>

#include "cli/engine.h"
#include "document/document.h"
#include "language/analysis.h"

namespace detente::cli {

// {"id", "sentences", "entities", "times", "attributions", "events"}, and "text" after the id where
// `with_text`: for texts that were put together here and that the caller does not have. Offsets
// count code points of the text. Heads count from 1 within the sentence; 0 is its root.
std::string analysis_json(const Document& document, const Analysis& analysis, const Lore& lore,
                          bool with_text);

}  // namespace detente::cli
