// Reports read and folded into one record: what `record` and `dossier` share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "document/document.h"
#include "reading/record.h"

namespace detente::cli {

struct FoldedReports {
  std::vector<Document> documents;
  // The day asked for, or the latest publication; nothing where no report tells its own.
  std::optional<Date> as_of;
  Record record;  // as it stands on that day, or at the end of what was read
};

// Reads all inputs; what is refused is told and left out. An error stops the command: Detente's own
// files are missing or damaged.
Result<FoldedReports> fold_reports(Engine& engine, const std::vector<std::string>& inputs,
                                   std::optional<Date> as_of, Console& console);

}  // namespace detente::cli
