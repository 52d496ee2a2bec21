// Documents through the model and the reading room, each for itself.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/console.h"
#include "cli/engine.h"
#include "ledger/store/ledger.h"
#include "reading/reading.h"

namespace detente::cli {

// Called once a document, from several threads at once.
using EachReading = std::function<void(std::size_t index, Result<Reading> reading)>;

// Reads documents independently of each other, so that their order makes no difference. An error
// is one of the model's or the knowledge's own; what goes wrong with one document is told to
// `each`.
Status read_each(Engine& engine, std::span<const Document> documents, const EachReading& each,
                 const Engine::Progress& progress);

// The documents with their readings, in their order; one that the model cannot take is refused and
// left out.
Result<std::vector<ReadDocument>> read_all(Engine& engine, std::vector<Document> documents,
                                           const Engine::Progress& progress, Console& console);

// What read a document, as a ledger keeps it: the program's version, and short hashes of the model
// and the knowledge, so that rows of another coder can be told apart.
std::string coder_version(const EngineOptions& options);

}  // namespace detente::cli
