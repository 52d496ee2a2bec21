#include <fmt/format.h>

#include "cli/ledger_file.h"
#include "cli/options.h"
#include "formats/line_json.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Examples:\n"
    "  detente ledger info --ledger news.db      what is in it\n"
    "  detente ledger check                      verifies everything that can be verified\n"
    "  detente ledger rebuild                    folds all assertions anew\n";

struct LedgerOptions {
  std::string ledger;
};

int run_info(const GlobalOptions&, const LedgerOptions& options, Console& console) {
  const auto ledger = open_ledger(options.ledger, Ledger::Mode::kRead);
  if (!ledger) return console.stop(ledger.error());
  const auto counts = ledger->counts();
  if (!counts) return console.stop(counts.error());
  const auto first = ledger->first_day();
  const auto last = ledger->latest_day();
  std::string text = fmt::format("{:<12} {}", "documents", counts->documents);
  if (first && *first && last && *last)
    text += fmt::format(", published {} to {}", (*first)->iso(), (*last)->iso());
  text += fmt::format("\n{:<12} {}\n{:<12} {}\n{:<12} {}\n", "superseded", counts->superseded,
                      "assertions", counts->assertions, "words", counts->words);
  for (std::size_t i = 0; i < kRecordLists; ++i)
    text += fmt::format("{:<12} {}\n", name_of(static_cast<List>(i)), counts->lines[i]);
  console.write(text);
  return console.finish();
}

int run_check(const GlobalOptions&, const LedgerOptions& options, Console& console) {
  const auto ledger = open_ledger(options.ledger, Ledger::Mode::kRead);
  if (!ledger) return console.stop(ledger.error());
  const auto findings = ledger->check();
  if (!findings) return console.stop(findings.error());
  for (const Finding& finding : *findings) {
    console.refuse({ErrorCode::kBroken, finding.what + " " + finding.where, finding.reason});
  }
  if (findings->empty()) console.say(options.ledger + ": nothing is wrong");
  return console.finish();
}

int run_rebuild(const GlobalOptions&, const LedgerOptions& options, Console& console) {
  auto ledger = open_to_change(options.ledger);
  if (!ledger) return console.stop(ledger.error());
  const auto progress = [&](std::size_t done, std::size_t all) {
    console.progress(done, all, "blocks");
  };
  if (Status done = ledger->rebuild(progress); !done) return console.stop(done.error());
  console.say(options.ledger + ": folded anew");
  return console.finish();
}

}  // namespace

void add_ledger_chores(CLI::App& app, Program& program) {
  CLI::App* group = app.add_subcommand("ledger", "Chores of a ledger: info, check, rebuild");
  group->require_subcommand(1);
  describe(*group, kHelp);
  const auto add = [&](const char* name, const char* what, auto run) {
    auto [command, options] = add_command<LedgerOptions>(*group, program, name, what, run);
    add_ledger(*command, options->ledger);
  };
  add("info", "What is in it", run_info);
  add("check", "Verifies documents, quotes, assertions and lines", run_check);
  add("rebuild", "Folds all assertions anew", run_rebuild);
}

}  // namespace detente::cli
