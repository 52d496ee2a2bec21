// detente: reads news reports and keeps the record of relations between states.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <map>
#include <new>

#include "cli/command.h"

namespace {

using namespace detente;
using namespace detente::cli;

constexpr const char* kAbout =
    "Detente reads news reports and keeps the record of relations between states: who did\n"
    "what to whom, when, on whose word, and what is in force, every line with the sentence\n"
    "that it comes from.\n";

constexpr const char* kHint =
    "detente --help lists the commands, detente COMMAND --help says more on one.\n";

constexpr const char* kNotes =
    "FILEs are reports as plain text, HTML or JSON Lines, told apart by their content; a folder\n"
    "stands for the files in it, - for standard input.\n"
    "The result goes to standard output, all else to standard error.\n"
    "Exit code: 0 done; 1 some input was refused, the rest is done; 2 wrong usage.\n\n"
    "detente COMMAND --help says more on one, with examples.\n"
    "The model and the knowledge are looked for in $DETENTE_HOME, else beside the binary.\n";

const std::map<std::string, NetworkPrecision> kPrecisions = {{"auto", NetworkPrecision::kAuto},
                                                             {"int8", NetworkPrecision::kInt8},
                                                             {"bf16", NetworkPrecision::kBf16},
                                                             {"fp32", NetworkPrecision::kFp32}};

void add_global(CLI::App& app, GlobalOptions& global) {
  const char* group = "Options for all commands";
  app.add_option("--model", global.model, "Folder of the model")->type_name("DIR")->group(group);
  app.add_option("--knowledge", global.knowledge, "Folder of the knowledge")
      ->type_name("DIR")
      ->group(group);
  app.add_option("--threads", global.threads, "Threads that read; 0: one a core (default)")
      ->check(CLI::Range(0, 1024).description(""))
      ->type_name("N")
      ->group(group);
  app.add_option("--precision", global.precision,
                 "How exactly the model computes: auto (default), int8, bf16, fp32")
      ->transform(CLI::CheckedTransformer(kPrecisions).description(""))
      ->type_name("NAME")
      ->group(group);
}

void add_commands(CLI::App& app, Program& program) {
  for (const auto add : {add_read, add_state, add_lists, add_why, add_due, add_search, add_series,
                         add_reciprocity, add_words, add_ledger_chores, add_serve, add_record,
                         add_dossier, add_annotate, add_relate}) {
    add(app, program);
  }
}

}  // namespace

int main(int argc, char** argv) {
  // Whoever closes the pipe has read enough: end without a word, even where a parent ignored it.
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  CLI::App app(kAbout, "detente");
  Program program;
  app.set_version_flag("--version", "detente " DETENTE_VERSION, "Print the version and exit");
  app.footer(kNotes);
  app.require_subcommand(0, 1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return std::string("detente: error: ") + error.what() + "\n" + kHint;
  });
  app.fallthrough();
  add_global(app, program.global);
  add_commands(app, program);
  try {
    app.parse(argc, argv);
    if (!program.chosen) {
      std::cerr << "detente: error: no command is given\n" << kHint;
      return kWrongUsage;
    }
    Console console;
    return program.chosen(console);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  } catch (const std::bad_alloc&) {
    std::cerr << "detente: error: not enough memory for this input\n";
  } catch (const std::exception& error) {
    std::cerr << "detente: error: " << error.what() << "\n";
  }
  return kWrongUsage;
}
