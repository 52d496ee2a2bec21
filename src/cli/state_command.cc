#include <algorithm>
#include <fmt/format.h>

#include "analysis/changes.h"
#include "cli/asking.h"
#include "cli/options.h"
#include "formats/line_json.h"
#include "server/dossier.h"
#include "views/dossier.h"
#include "views/wording.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Prints where two sides stand by the ledger: channels, measures with what is due, offers,\n"
    "meetings, claims with who stands behind them, statements, events. A and B are codes or "
    "names.\n"
    "--as-of asks about a day; --known-by takes only what was published by a day.\n\n"
    "Examples:\n"
    "  detente state PRT MAR\n"
    "  detente state Portugal Morocco --as-of 2031-09-01 --known-by 2031-09-01\n"
    "  detente state PRT MAR --since 2032-05-01      tells first what changed after that day\n"
    "  detente state PRT MAR --json | jq .measures\n";

// Events and statements that a page is made of: more than it shows, for what changed lately.
constexpr int kHistory = 100;

constexpr std::size_t kAllLines = 1'000'000;  // of a list, for --json

struct StateOptions {
  std::string ledger;
  std::string a, b;
  std::optional<Date> as_of, known_by, since;
  bool json = false;
};

std::vector<News> news_of(std::span<const Line> lines, const Date& since, const Date& as_of,
                          const NameOf& name_of) {
  std::vector<News> out;
  for (const Change& change : changes_since(lines, since, as_of)) {
    std::string text = sentence_of(change.line->object, Naming{name_of});
    if (!change.is_new && !change.before.empty())
      text += fmt::format("; was {}", words_of(change.before));
    out.push_back({change.is_new ? "new" : words_of(change.now), std::move(text), change.line->id});
  }
  return out;
}

// How many there are of a list, where only the newest were asked for; nothing where all are there.
std::optional<std::size_t> all_of(List list, std::span<const Line> lines, const Ledger& ledger,
                                  const Pair& pair, const Date& as_of) {
  const auto held = std::count_if(lines.begin(), lines.end(),
                                  [&](const Line& line) { return list_of(line.object) == list; });
  if (held != kHistory) return std::nullopt;
  Filter filter;
  filter.actor = pair.a;
  filter.other = pair.b;
  filter.as_of = as_of;
  const auto all = ledger.count(list, filter);
  return all ? std::optional(*all) : std::nullopt;
}

int print_json(const Asking& asking, const Pair& pair, const StateOptions& options, Date as_of,
               Console& console) {
  const Actors& actors = asking.knowledge->actors;
  const auto json = server::dossier_json(asking.ledger, actors,
                                         {.a = *actors.find(pair.a),
                                          .b = *actors.find(pair.b),
                                          .as_of = as_of,
                                          .known_by = options.known_by,
                                          .since = options.since,
                                          .limit = kAllLines});
  if (!json) return console.stop(json.error());
  console.write(dump(*json) + "\n");
  return console.finish();
}

int run_state(const GlobalOptions& global, const StateOptions& options, Console& console) {
  const auto asking = open_to_ask(global, options.ledger);
  if (!asking) return console.stop(asking.error());
  const auto pair = pair_of(options.a, options.b, asking->knowledge->actors);
  if (!pair) return console.stop(pair.error());
  const Date as_of = day_asked(asking->ledger, options.as_of, options.known_by);
  if (options.json) return print_json(*asking, *pair, options, as_of, console);
  const auto lines = asking->ledger.between(pair->a, pair->b, as_of, options.known_by,
                                            options.since ? 0 : kHistory);
  if (!lines) return console.stop(lines.error());
  const auto documents = asking->ledger.documents_of(*lines);
  if (!documents) return console.stop(documents.error());
  DossierOptions view{
      .as_of = as_of, .width = page_width(), .colour = colour_on_output(), .since = options.since};
  view.all_events = all_of(List::kEvents, *lines, asking->ledger, *pair, as_of);
  view.all_statements = all_of(List::kStatements, *lines, asking->ledger, *pair, as_of);
  if (options.since) view.news = news_of(*lines, *options.since, as_of, asking->name_of);
  console.write(render_dossier(record_of(*lines, as_of), *documents, pair->a, pair->b,
                               asking->name_of, view));
  return console.finish();
}

}  // namespace

void add_state(CLI::App& app, Program& program) {
  auto [command, options] = add_command<StateOptions>(
      app, program, "state", "Where two sides stand, on any day, by the ledger", run_state);
  describe(*command, kHelp);
  add_pair(*command, options->a, options->b);
  add_day(*command, "--as-of", options->as_of,
          "Day that is asked about (default: the latest publication)");
  add_day(*command, "--known-by", options->known_by, "Take only what was known by this day");
  add_day(*command, "--since", options->since, "Tell first what changed after this day");
  command->add_flag("--json", options->json, "As JSON, the form that the server gives");
  add_ledger(*command, options->ledger);
}

}  // namespace detente::cli
