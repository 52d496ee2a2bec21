#include <array>
#include <fmt/format.h>

#include "cli/asking.h"
#include "cli/options.h"
#include "formats/csv.h"
#include "formats/line_json.h"
#include "views/table.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Lists lines of the ledger, newest first. Sides are codes or names; a dyad counts in either\n"
    "direction. Machine formats give all that fits; the table gives the first fifty.\n\n"
    "Examples:\n"
    "  detente events --actor MAR --since 2032-01-01\n"
    "  detente measures --dyad PRT,MAR --status in_force\n"
    "  detente measures --kind expulsion --as-of 2031-12-31 --format csv > expulsions.csv\n"
    "  detente statements --dyad CAN,JPN --kind denies --format jsonl\n";

constexpr int kTableLines = 50;
constexpr int kPage = 1000;  // lines that are held at a time

struct ListOptions {
  List list = List::kEvents;
  std::string ledger;
  std::string actor;
  std::vector<std::string> dyad;
  Filter filter;
  int limit = -1;  // -1: as the format has it
  bool oldest_first = false;
  std::string format;
};

// Sides as the ledger knows them, for what the user wrote.
Status resolve_sides(const ListOptions& options, const Actors& actors, Filter& filter) {
  if (!options.actor.empty()) {
    const auto side = side_of(options.actor, actors);
    if (!side) return tl::unexpected(side.error());
    filter.actor = *side;
  }
  if (options.dyad.empty()) return {};
  if (options.dyad.size() != 2 || !options.actor.empty()) {
    return fail(ErrorCode::kBadUsage, "--dyad",
                "takes two sides with a comma between, and no --actor beside it");
  }
  const auto pair = pair_of(options.dyad[0], options.dyad[1], actors);
  if (!pair) return tl::unexpected(pair.error());
  filter.actor = pair->a;
  filter.other = pair->b;
  return {};
}

// How one format tells a page of lines.
class Printer {
 public:
  Printer(const ListOptions& options, const Asking& asking, Console& console)
      : options_(options), asking_(asking), console_(console) {}

  Status print(std::span<const Line> lines) {
    if (options_.format == Formats::kTable) return add_rows(lines);
    const auto reports = reports_of(asking_.ledger, lines);
    if (!reports) return tl::unexpected(reports.error());
    if (options_.format == Formats::kCsv) {
      if (!begun_) console_.write(csv_head(options_.list));
      console_.write(csv_rows(lines, *reports));
      begun_ = true;
      return {};
    }
    const bool one_array = options_.format == Formats::kJson;
    for (const Line& line : lines) {
      console_.write(one_array ? (begun_ ? ",\n" : "[\n") : "");
      console_.write(dump(line_json(line, *reports)) + (one_array ? "" : "\n"));
      begun_ = true;
    }
    return {};
  }

  void end(bool more) {
    if (options_.format == Formats::kJson) console_.write(begun_ ? "\n]\n" : "[]\n");
    if (options_.format == Formats::kCsv && !begun_) console_.write(csv_head(options_.list));
    if (options_.format != Formats::kTable) return;
    if (table_.rows.empty()) return console_.say("nothing fits");
    console_.write(render_table(table_, output_width(), colour_on_output()));
    if (more) {
      console_.say(
          fmt::format("these are the first {}; --limit N gives more, 0 all", table_.rows.size()));
    }
  }

 private:
  Status add_rows(std::span<const Line> lines) {
    for (const Line& line : lines) {
      const auto date = date_of(line.object);
      table_.rows.push_back({line.id, date ? date_words(*date, true) : "",
                             sentence_of(line.object, Naming{asking_.name_of}),
                             words_of(status_of(line.object)),
                             std::to_string(line.members.size())});
    }
    return {};
  }

  const ListOptions& options_;
  const Asking& asking_;
  Console& console_;
  Table table_{.heads = {"ID", "DAY", "WHAT", "STATUS", "TOLD"}, .rows = {}, .wide = 2};
  bool begun_ = false;
};

int run_list(const GlobalOptions& global, const ListOptions& options, Console& console) {
  const auto asking = open_to_ask(global, options.ledger);
  if (!asking) return console.stop(asking.error());
  Filter filter = options.filter;
  filter.newest_first = !options.oldest_first;
  if (Status sides = resolve_sides(options, asking->knowledge->actors, filter); !sides)
    return console.stop(sides.error());
  int left = options.limit;
  if (left < 0) left = options.format == Formats::kTable ? kTableLines : 0;
  const bool all = left == 0;
  Printer printer(options, *asking, console);
  while (all || left > 0) {
    filter.limit = all ? kPage : std::min(left, kPage);
    const auto page = asking->ledger.lines(options.list, filter);
    if (!page) return console.stop(page.error());
    if (Status printed = printer.print(page->lines); !printed) return console.stop(printed.error());
    left -= static_cast<int>(page->lines.size());
    filter.cursor = page->next;
    if (page->next.empty()) break;
  }
  printer.end(!filter.cursor.empty());
  return console.finish();
}

void add_filters(CLI::App& command, ListOptions& options) {
  command.add_option("--actor", options.actor, "A side that takes part")->type_name("SIDE");
  command.add_option("--dyad", options.dyad, "Two sides, in either direction")
      ->delimiter(',')
      ->type_name("A,B");
  add_day(command, "--since", options.filter.since, "On or after this day");
  add_day(command, "--until", options.filter.until, "On or before this day");
  command
      .add_option("--kind", options.filter.kind,
                  "Root of an event, stance, kind of a measure or channel, setting of a meeting")
      ->type_name("KIND");
  command.add_option("--status", options.filter.status, "Status, or standing of a claim")
      ->type_name("STATUS");
  command.add_option("--outlet", options.filter.outlet, "Told by this outlet")->type_name("NAME");
  add_day(command, "--as-of", options.filter.as_of, "How things stood on this day");
  add_day(command, "--known-by", options.filter.known_by, "Take only what was known by this day");
  command.add_option("--limit", options.limit, "At most so many; 0: all")
      ->check(CLI::NonNegativeNumber.description(""))
      ->type_name("N");
  command.add_flag("--oldest-first", options.oldest_first, "In the order of time");
}

struct ListCommand {
  List list;
  const char* what;
};

constexpr std::array<ListCommand, kRecordLists> kLists = {{
    {List::kEvents, "Who did what to whom"},
    {List::kStatements, "Who took which position"},
    {List::kProposals, "Who offered what"},
    {List::kChannels, "Lines between sides, open or cut"},
    {List::kMeasures, "What is or was imposed, with its life"},
    {List::kMeetings, "Who met or is to meet"},
    {List::kClaims, "What is claimed, and who stands behind it"},
    {List::kRoles, "Who holds which office"},
}};

}  // namespace

void add_lists(CLI::App& app, Program& program) {
  for (const ListCommand& one : kLists) {
    const std::string name(name_of(one.list));
    auto [command, options] =
        add_command<ListOptions>(app, program, name.c_str(), one.what, run_list);
    options->list = one.list;
    describe(*command, kHelp);
    add_filters(*command, *options);
    add_format(*command, options->format,
               {Formats::kTable, Formats::kJson, Formats::kJsonLines, Formats::kCsv});
    add_ledger(*command, options->ledger);
  }
}

}  // namespace detente::cli
