// The chain from a line of the record to the words that it rests on, for people.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "ledger/assertion.h"
#include "views/sentences.h"

namespace detente {

struct ChainOptions {
  int width = 80;
  bool colour = false;
};

// The line as a sentence; its life; what it answers; then each report that tells it, quoted, with
// why it was held to tell the same; last what editors said. `members`: the line's assertions, in
// its order. `documents`: the reports that they come from.
std::string render_chain(const Line& line, std::span<const Assertion> members,
                         std::span<const EditorWord> words, std::span<const Document> documents,
                         const NameOf& name_of, const ChainOptions& options);

// "sides fits (+0.60), words fits (+0.82); 1.42 where 1.00 suffices"; empty for the first to tell
// it.
std::string decision_words(const Decision& decision);

// "confirmed by Ana Rojas on 3 May 2032: seen in the gazette"
std::string editor_words(const EditorWord& word);

}  // namespace detente
