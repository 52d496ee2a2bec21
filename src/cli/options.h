// Options that several commands share.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "cli/command.h"

namespace detente::cli {

// What stands under the options in a command's help: what it does, and examples.
void describe(CLI::App& command, const char* text);

void add_inputs(CLI::App& command, std::vector<std::string>& inputs, const char* what);

// The two sides that a command is about, as A and B.
void add_pair(CLI::App& command, std::string& a, std::string& b);

// A day as YYYY-MM-DD; anything else is wrong usage.
void add_day(CLI::App& command, const char* name, std::optional<Date>& day, const char* what);

// Adds a command whose Options are filled from the line; `run` is called where it is chosen. Gives
// the command, for its own options.
template <typename Options>
std::pair<CLI::App*, Options*> add_command(CLI::App& app, Program& program, const char* name,
                                           const char* what,
                                           int (*run)(const GlobalOptions&, const Options&,
                                                      Console&)) {
  CLI::App* command = app.add_subcommand(name, what);
  auto options = std::make_shared<Options>();
  command->callback([&program, options, run] {
    program.chosen = [&program, options, run](Console& console) {
      return run(program.global, *options, console);
    };
  });
  return {command, options.get()};
}

}  // namespace detente::cli
