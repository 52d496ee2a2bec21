// One function a command: it adds the command to the line, with its options and its help, and says
// what runs where the user chooses it. main.cc lists them.
#pragma once

#include <functional>
#include <string>

#include "cli/console.h"
#include "cli/engine.h"

namespace CLI {
class App;
}

namespace detente::cli {

// Options that every command takes, as the user gave them.
struct GlobalOptions {
  std::string model;      // folder; empty: find it
  std::string knowledge;  // likewise
  NetworkPrecision precision = NetworkPrecision::kAuto;
  int threads = 0;  // 0: all cores
};

struct Program {
  GlobalOptions global;
  std::function<int(Console&)> chosen;  // gives the exit code; empty until a command is chosen
};

// Reports in, results out: nothing is kept.
void add_record(CLI::App& app, Program& program);
void add_dossier(CLI::App& app, Program& program);
void add_annotate(CLI::App& app, Program& program);
void add_relate(CLI::App& app, Program& program);

// A ledger made, kept and mended.
void add_read(CLI::App& app, Program& program);
void add_ledger_chores(CLI::App& app, Program& program);

// Questions to the ledger.
void add_state(CLI::App& app, Program& program);
void add_lists(CLI::App& app, Program& program);  // events, statements, ... roles
void add_why(CLI::App& app, Program& program);
void add_due(CLI::App& app, Program& program);
void add_search(CLI::App& app, Program& program);
void add_series(CLI::App& app, Program& program);
void add_reciprocity(CLI::App& app, Program& program);

// An editor's words, and their list.
void add_words(CLI::App& app, Program& program);

// The ledger over HTTP, with the page.
void add_serve(CLI::App& app, Program& program);

// Finds Detente's own folders. The knowledge is left out where it is not needed.
Result<EngineOptions> engine_options(const GlobalOptions& global, bool with_knowledge);

}  // namespace detente::cli
