#include "cli/asking.h"
#include "cli/options.h"
#include "formats/csv.h"
#include "formats/line_json.h"
#include "views/table.h"
#include "views/wording.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Lists what falls due: deadlines, measures that take effect or end, meetings, dated terms of\n"
    "offers, soonest first.\n\n"
    "Examples:\n"
    "  detente due --within 30d\n"
    "  detente due --from 2032-05-01 --within 2w --actor MAR --format csv\n";

struct DueOptions {
  std::string ledger;
  std::string within = "30d";
  std::optional<Date> from;
  std::string actor;
  std::string format;
};

// "30d", "2w", "6m" (of 30 days), "1y" or a bare number of days.
Result<int> days_of(const std::string& text) {
  std::size_t used = 0;
  int count = -1;
  try {
    count = std::stoi(text, &used);
  } catch (const std::exception&) {
    used = 0;
  }
  const std::string unit = text.substr(used);
  const int days = unit.empty() || unit == "d" ? 1
                   : unit == "w"               ? 7
                   : unit == "m"               ? 30
                   : unit == "y"               ? 365
                                               : 0;
  constexpr int kMost = 100 * 365;
  if (used == 0 || count < 0 || days == 0 || count > kMost / days) {
    return fail(ErrorCode::kBadUsage, "--within", "\"" + text + "\" is no time: 30d, 2w, 6m, 1y");
  }
  return count * days;
}

std::string what_words(const std::string& what) {
  if (what == "effective") return "takes effect";
  return what;
}

int run_due(const GlobalOptions& global, const DueOptions& options, Console& console) {
  const auto days = days_of(options.within);
  if (!days) return console.stop(days.error());
  const auto asking = open_to_ask(global, options.ledger);
  if (!asking) return console.stop(asking.error());
  const Date from = day_asked(asking->ledger, options.from);
  Filter filter;
  filter.limit = 0;
  if (!options.actor.empty()) {
    const auto side = side_of(options.actor, asking->knowledge->actors);
    if (!side) return console.stop(side.error());
    filter.actor = *side;
  }
  const auto due = asking->ledger.due(from, add_days(from, *days).value_or(from), filter);
  if (!due) return console.stop(due.error());
  std::vector<Line> lines;
  for (const Due& one : *due) lines.push_back(one.line);
  const auto reports = reports_of(asking->ledger, lines);
  if (!reports) return console.stop(reports.error());
  Table table{.heads = {"DAY", "DUE", "WHAT", "ID"}, .rows = {}, .wide = 2};
  if (options.format == Formats::kCsv) console.write(csv_row({"day", "due", "what", "id"}));
  for (const Due& one : *due) {
    const std::string sentence = sentence_of(one.line.object, Naming{asking->name_of});
    if (options.format == Formats::kJsonLines) {
      console.write(dump(due_json(one, *reports)) + "\n");
    } else if (options.format == Formats::kCsv) {
      console.write(csv_row({one.day.iso(), one.what, sentence, one.line.id}));
    } else {
      table.rows.push_back(
          {date_words(one.day, true), what_words(one.what), sentence, one.line.id});
    }
  }
  if (options.format == Formats::kTable) {
    if (due->empty()) console.say("nothing is due within " + options.within + " of " + from.iso());
    if (!due->empty()) console.write(render_table(table, output_width(), colour_on_output()));
  }
  return console.finish();
}

}  // namespace

void add_due(CLI::App& app, Program& program) {
  auto [command, options] =
      add_command<DueOptions>(app, program, "due", "What falls due, soonest first", run_due);
  describe(*command, kHelp);
  command->add_option("--within", options->within, "How far ahead: 30d (default), 2w, 6m, 1y")
      ->type_name("TIME");
  add_day(*command, "--from", options->from, "From this day (default: the latest publication)");
  command->add_option("--actor", options->actor, "A side that takes part")->type_name("SIDE");
  add_format(*command, options->format, {Formats::kTable, Formats::kJsonLines, Formats::kCsv});
  add_ledger(*command, options->ledger);
}

}  // namespace detente::cli
