#include <fmt/format.h>
#include <limits>

#include "analysis/series.h"
#include "cli/asking.h"
#include "cli/options.h"
#include "cli/plot.h"
#include "formats/analysis_json.h"
#include "views/table.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Counts what each of two sides did to the other month by month, with the mean Goldstein value\n"
    "(-10 conflict to 10 cooperation) and the quad classes. `--format json` names the events of\n"
    "each figure, for `detente why`.\n\n"
    "Examples:\n"
    "  detente series PRT MAR --plot\n"
    "  detente series PRT MAR --since 2031-06-01 --format csv > series.csv\n";

struct SeriesOptions {
  std::string ledger;
  std::string a, b;
  std::optional<Date> since, until, as_of;
  std::string format;
  bool plot = false;
};

void add_rows(Table& table, const std::string& source, const std::string& target,
              std::span<const Month> months) {
  for (const Month& month : months) {
    if (month.events == 0) continue;
    std::vector<std::string> row{month.month.iso(), source + " > " + target,
                                 std::to_string(month.events),
                                 fmt::format("{:+.1f}", month.mean())};
    for (const int count : month.by_quad) row.push_back(count == 0 ? "" : std::to_string(count));
    std::vector<std::string> roots;
    for (const auto& [root, count] : month.by_root)
      roots.push_back(count == 1 ? root : fmt::format("{} {}", root, count));
    row.push_back(fmt::format("{}", fmt::join(roots, ", ")));
    table.rows.push_back(std::move(row));
  }
}

std::string table_of(const Pair& pair, std::span<const Month> a_to_b,
                     std::span<const Month> b_to_a) {
  Table table{.heads = {"MONTH", "WHO TO WHOM", "EVENTS", "MEAN", "V.COOP", "M.COOP", "V.CONF",
                        "M.CONF", "ROOTS"},
              .rows = {},
              .wide = 8};
  add_rows(table, pair.a, pair.b, a_to_b);
  add_rows(table, pair.b, pair.a, b_to_a);
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const auto& one, const auto& other) { return one[0] < other[0]; });
  return render_table(table, output_width(), colour_on_output());
}

Curve curve_of(std::string name, std::span<const Month> months, std::span<const Month> axis) {
  Curve curve{std::move(name), {}};
  for (const Month& place : axis) {
    double value = std::numeric_limits<double>::quiet_NaN();
    for (const Month& month : months) {
      if (month.month == place.month && month.events > 0) value = month.mean();
    }
    curve.values.push_back(value);
  }
  return curve;
}

Result<std::string> plot_of(const Pair& pair, std::span<const Line> lines, const Ontology& ontology,
                            const Asking& asking) {
  const auto both = monthly_series(lines, ontology, {});
  if (both.empty()) return fail(ErrorCode::kNotFound, "", "no event between the two is dated");
  Plot plot{.title = fmt::format("Mean Goldstein value a month, {} and {}", asking.name_of(pair.a),
                                 asking.name_of(pair.b)),
            .axis = {},
            .curves = {},
            .width = page_width(),
            .colour = colour_on_output()};
  for (const Month& month : both) plot.axis.push_back(month.month.iso());
  plot.curves = {
      curve_of(pair.a + " to " + pair.b, monthly_series(lines, ontology, {pair.a, pair.b}), both),
      curve_of(pair.b + " to " + pair.a, monthly_series(lines, ontology, {pair.b, pair.a}), both)};
  return draw(plot);
}

int run_series(const GlobalOptions& global, const SeriesOptions& options, Console& console) {
  const auto asking = open_to_ask(global, options.ledger);
  if (!asking) return console.stop(asking.error());
  const auto pair = pair_of(options.a, options.b, asking->knowledge->actors);
  if (!pair) return console.stop(pair.error());
  Filter filter{.actor = pair->a,
                .other = pair->b,
                .since = options.since,
                .until = options.until,
                .kind = {},
                .status = {},
                .outlet = {},
                .as_of = options.as_of,
                .known_by = {},
                .cursor = {},
                .limit = 0,
                .newest_first = false};
  const auto listed = asking->ledger.lines(List::kEvents, filter);
  if (!listed) return console.stop(listed.error());
  const Ontology& ontology = asking->knowledge->ontology;
  if (options.plot) {
    const auto plot = plot_of(*pair, listed->lines, ontology, *asking);
    if (!plot) return console.stop(plot.error());
    console.write(*plot);
    return console.finish();
  }
  const auto a_to_b = monthly_series(listed->lines, ontology, {pair->a, pair->b});
  const auto b_to_a = monthly_series(listed->lines, ontology, {pair->b, pair->a});
  if (options.format == Formats::kJson) {
    console.write(dump(series_json(pair->a, pair->b, a_to_b, b_to_a)) + "\n");
  } else if (options.format == Formats::kCsv) {
    console.write(series_csv(pair->a, pair->b, a_to_b, b_to_a));
  } else {
    console.write(table_of(*pair, a_to_b, b_to_a));
  }
  return console.finish();
}

}  // namespace

void add_series(CLI::App& app, Program& program) {
  auto [command, options] = add_command<SeriesOptions>(
      app, program, "series", "Conflict and cooperation of two sides month by month", run_series);
  describe(*command, kHelp);
  add_pair(*command, options->a, options->b);
  add_day(*command, "--since", options->since, "From this day");
  add_day(*command, "--until", options->until, "To this day");
  add_day(*command, "--as-of", options->as_of, "As things stood on this day");
  command->add_flag("--plot", options->plot, "Draw the means in the terminal (gnuplot does)");
  add_format(*command, options->format, {Formats::kTable, Formats::kJson, Formats::kCsv});
  add_ledger(*command, options->ledger);
}

}  // namespace detente::cli
