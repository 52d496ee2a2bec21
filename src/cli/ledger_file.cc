#include "cli/ledger_file.h"

#include <filesystem>

namespace detente::cli {

void add_ledger(CLI::App& command, std::string& file) {
  file = "detente.db";
  command
      .add_option("--ledger", file,
                  "The ledger (default: $DETENTE_LEDGER, else detente.db in this folder)")
      ->envname("DETENTE_LEDGER")
      ->type_name("FILE");
}

Result<Ledger> open_ledger(const std::string& file, Ledger::Mode mode) {
  if (mode == Ledger::Mode::kRead && !std::filesystem::exists(file)) {
    return fail(ErrorCode::kNotFound, file,
                "there is no such ledger; `detente read PATH... --ledger " + file + "` makes one");
  }
  return Ledger::open(file, mode);
}

Result<Ledger> open_to_change(const std::string& file) {
  const Result<Ledger> there = open_ledger(file, Ledger::Mode::kRead);
  if (!there) return tl::unexpected(there.error());
  return open_ledger(file, Ledger::Mode::kWrite);
}

}  // namespace detente::cli
