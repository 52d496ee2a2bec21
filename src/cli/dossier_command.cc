#include <algorithm>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/reports.h"
#include "cli/sides.h"
#include "views/dossier.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Prints where two sides stand: channels, measures, offers, meetings, claims, what is due.\n"
    "A and B are codes or names.\n\n"
    "Examples:\n"
    "  detente dossier PRT MAR examples/reports\n"
    "  detente dossier Portugal Morocco --as-of 2031-09-01 examples/reports\n"
    "  curl -s https://news.example/story | detente dossier CAN JPN -\n";

struct DossierRun {
  std::string a, b;
  std::optional<Date> as_of;
  std::vector<std::string> inputs;
};

int run_dossier(const GlobalOptions& global, const DossierRun& options, Console& console) {
  Result<EngineOptions> own = engine_options(global, true);
  if (!own) return console.stop(own.error());
  Engine engine(*std::move(own));
  const auto lore = engine.lore();
  if (!lore) return console.stop(lore.error());
  const Actors& actors = (*lore)->knowledge.actors;
  const auto pair = pair_of(options.a, options.b, actors);
  if (!pair) return console.stop(pair.error());
  const auto folded = fold_reports(engine, options.inputs, options.as_of, console);
  if (!folded) return console.stop(folded.error());
  DossierOptions view;
  view.as_of = folded->as_of ? *folded->as_of : today();
  if (!folded->as_of && !folded->documents.empty()) {
    console.warn("no report tells its day of publication; the dossier is as of today, " +
                 view.as_of.iso() + " (--as-of DATE sets another day)");
  }
  view.width = std::min(output_width(), 100);  // longer lines are hard to read
  view.colour = colour_on_output();
  console.write(render_dossier(folded->record, folded->documents, pair->a, pair->b,
                               names_from(actors), view));
  return console.finish();
}

}  // namespace

void add_dossier(CLI::App& app, Program& program) {
  auto [command, options] = add_command<DossierRun>(
      app, program, "dossier", "Where two sides stand, for people to read", run_dossier);
  describe(*command, kHelp);
  add_pair(*command, options->a, options->b);
  add_day(*command, "--as-of", options->as_of,
          "Day that the record is of (default: the latest publication)");
  add_inputs(*command, options->inputs, "Reports (default: standard input)");
}

}  // namespace detente::cli
