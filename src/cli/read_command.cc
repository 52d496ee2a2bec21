#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <utility>

#include "base/clock.h"
#include "cli/ledger_file.h"
#include "cli/options.h"
#include "cli/reading.h"
#include "cli/sources.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Reads reports into a ledger, which is made where there is none. What is there already is not\n"
    "read again; a report with the address (URL) of another, and another text, replaces it. What\n"
    "the summary counts is on disk; after Ctrl-C, or a crash, the same command goes on.\n\n"
    "Examples:\n"
    "  detente read reports/ --ledger news.db\n"
    "  curl -s https://news.example/feed.jsonl | detente read -\n";

// Reports that are kept together: few enough that little is read again after a crash.
constexpr std::size_t kTogether = 64;

struct ReadOptions {
  std::string ledger;
  std::vector<std::string> inputs;
};

std::atomic<bool> interrupted = false;

void interrupt(int) { interrupted = true; }

class ReadRun {
 public:
  ReadRun(Ledger& ledger, Engine& engine, std::string coder, Console& console)
      : ledger_(ledger), engine_(engine), coder_(std::move(coder)), console_(console) {}

  Status run(const std::vector<std::string>& paths) {
    const std::vector<std::string> inputs = expand(paths, console_);
    for (std::size_t i = 0; i < inputs.size() && !interrupted; ++i) {
      for (Document& document : read_reports(inputs[i], console_)) {
        if (interrupted) break;
        if (Status taken = take(std::move(document)); !taken) return taken;
      }
      console_.progress(i + 1, inputs.size(), "inputs");
    }
    return interrupted ? Status{} : flush();
  }

  std::string summary() const {
    return fmt::format("{} new, {} known, {} replaced an older version, {} refused{}", new_, known_,
                       superseded_, console_.refused(),
                       interrupted ? "; stopped before the end" : "");
  }

 private:
  Status take(Document document) {
    const Result<bool> known = ledger_.knows(document);
    if (!known) return tl::unexpected(known.error());
    if (*known) {
      ++known_;
      return {};
    }
    held_.push_back(std::move(document));
    return held_.size() >= kTogether ? flush() : Status{};
  }

  // Reads what is held and keeps it, in one transaction.
  Status flush() {
    if (held_.empty()) return {};
    const std::size_t held = held_.size();
    const auto progress = [&](std::size_t done) {
      console_.progress(new_ + done, new_ + held, "reports");
    };
    const auto read = read_all(engine_, std::exchange(held_, {}), progress, console_);
    if (!read) return tl::unexpected(read.error());
    const auto kept = ledger_.add(*read, {utc_now(), coder_});
    if (!kept) return tl::unexpected(kept.error());
    for (const Outcome outcome : *kept) count(outcome);
    return {};
  }

  void count(Outcome outcome) {
    if (outcome == Outcome::kKnown) ++known_;
    if (outcome == Outcome::kNew) ++new_;
    if (outcome == Outcome::kSuperseded) ++superseded_;
  }

  Ledger& ledger_;
  Engine& engine_;
  std::string coder_;
  Console& console_;
  std::vector<Document> held_;
  std::size_t new_ = 0, known_ = 0, superseded_ = 0;
};

int run_read(const GlobalOptions& global, const ReadOptions& options, Console& console) {
  const Result<EngineOptions> own = engine_options(global, true);
  if (!own) return console.stop(own.error());
  auto ledger = open_ledger(options.ledger, Ledger::Mode::kWrite);
  if (!ledger) return console.stop(ledger.error());
  Engine engine(*own);
  std::signal(SIGINT, interrupt);
  std::signal(SIGTERM, interrupt);
  ReadRun run(*ledger, engine, coder_version(*own), console);
  if (Status done = run.run(options.inputs); !done) return console.stop(done.error());
  console.say(options.ledger + ": " + run.summary());
  return console.finish();
}

}  // namespace

void add_read(CLI::App& app, Program& program) {
  auto [command, options] =
      add_command<ReadOptions>(app, program, "read", "Reports into a ledger", run_read);
  describe(*command, kHelp);
  command
      ->add_option("PATH", options->inputs, "Reports, or folders of them (default: standard input)")
      ->type_name("");
  add_ledger(*command, options->ledger);
}

}  // namespace detente::cli
