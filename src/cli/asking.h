// What commands that ask the ledger share: the ledger, the names of sides, how answers are printed.
#pragma once

#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/ledger_file.h"
#include "cli/sides.h"
#include "knowledge/knowledge.h"
#include "ledger/store/ledger.h"
#include "views/sentences.h"

namespace detente::cli {

// A ledger opened to read, with the knowledge that names its sides.
struct Asking {
  Ledger ledger;
  std::unique_ptr<Knowledge> knowledge;  // at one place, since name_of holds on to it
  NameOf name_of;
};

Result<Asking> open_to_ask(const GlobalOptions& global, const std::string& file);

// The day that a question without one is about: the last publication, not after `known_by`; today
// where the ledger is empty.
Date day_asked(const Ledger& ledger, std::optional<Date> as_of, std::optional<Date> known_by = {});

// Columns for text on standard output: those of the terminal, at most as many as read well.
int page_width();

// Where --format was not given: a table.
struct Formats {
  static constexpr const char* kTable = "table";
  static constexpr const char* kJson = "json";
  static constexpr const char* kJsonLines = "jsonl";
  static constexpr const char* kCsv = "csv";
};
void add_format(CLI::App& command, std::string& format, const std::vector<std::string>& formats);

}  // namespace detente::cli
