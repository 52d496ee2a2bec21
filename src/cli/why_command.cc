#include "cli/asking.h"
#include "cli/options.h"
#include "formats/line_json.h"
#include "views/chain.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Prints the chain from a line of the record to the words that it rests on: its life, each\n"
    "report that tells it, quoted with outlet and day, and why they were held to tell the same.\n"
    "The ID stands beside each line of `state` and of the lists.\n\n"
    "Examples:\n"
    "  detente why M3k7q2ab\n"
    "  detente why M3k7q2ab --json | jq '.members[].evidence[].quote'\n";

struct WhyOptions {
  std::string ledger;
  std::string id;
  bool json = false;
};

int run_why(const GlobalOptions& global, const WhyOptions& options, Console& console) {
  const auto asking = open_to_ask(global, options.ledger);
  if (!asking) return console.stop(asking.error());
  const Ledger& ledger = asking->ledger;
  const auto line = ledger.line(options.id);
  if (!line) return console.stop(line.error());
  const auto members = ledger.members_of(*line);
  if (!members) return console.stop(members.error());
  const auto words = ledger.words();
  if (!words) return console.stop(words.error());
  const auto reports = reports_of(ledger, {&*line, 1});
  if (!reports) return console.stop(reports.error());
  if (options.json) {
    console.write(dump(why_json(*line, *members, *words, *reports)) + "\n");
  } else {
    console.write(render_chain(*line, *members, *words, reports->all(), asking->name_of,
                               {page_width(), colour_on_output()}));
  }
  return console.finish();
}

}  // namespace

void add_why(CLI::App& app, Program& program) {
  auto [command, options] = add_command<WhyOptions>(
      app, program, "why", "From a line of the record to the quoted words", run_why);
  describe(*command, kHelp);
  command->add_option("ID", options->id, "The line")->required()->type_name("");
  command->add_flag("--json", options->json, "As JSON, the form that the server gives");
  add_ledger(*command, options->ledger);
}

}  // namespace detente::cli
