// The ledger's file as a user names it.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/options.h"
#include "ledger/store/ledger.h"

namespace detente::cli {

// Adds --ledger FILE; by default $DETENTE_LEDGER, else detente.db in the current folder.
void add_ledger(CLI::App& command, std::string& file);

// Opens it; where there is none to read, the error says how to make one.
Result<Ledger> open_ledger(const std::string& file, Ledger::Mode mode);

// Opens one that is there, to change it; never makes an empty one.
Result<Ledger> open_to_change(const std::string& file);

}  // namespace detente::cli
