#include <fmt/format.h>

#include "analysis/reciprocity.h"
#include "cli/asking.h"
#include "cli/options.h"
#include "formats/analysis_json.h"
#include "views/page.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Tells who answers whom, with what, how soon and how often in kind; the measures that have\n"
    "stood longest; and where the two sides are uneven.\n\n"
    "Examples:\n"
    "  detente reciprocity PRT MAR\n"
    "  detente reciprocity PRT MAR --as-of 2032-01-01 --format json\n";

constexpr std::size_t kStandingShown = 8;

struct ReciprocityOptions {
  std::string ledger;
  std::string a, b;
  std::optional<Date> as_of;
  std::string format;
};

std::string days_words(double days) {
  return fmt::format("{:g} {}", days, days == 1 ? "day" : "days");
}

void side_section(const Reciprocity& side, const Naming& naming, Page& page) {
  const std::string who = naming.name(side.answerer);
  page.section(capitalised(fmt::format("{} answering {}", without_article(who),
                                       without_article(naming.name(side.answered)))));
  std::string summary =
      fmt::format("{} answered {} of {} that were imposed on it.", capitalised(who), side.met,
                  count_of(static_cast<std::size_t>(side.measures), "measure"));
  if (!side.answers.empty())
    summary += fmt::format(" {:.0f} % of its answers were in kind.", 100 * side.share_in_kind());
  if (side.median_lag)
    summary += fmt::format(" The median lag is {}.", days_words(*side.median_lag));
  page.paragraph(summary);
  for (const Answer& answer : side.answers) {
    page.row(
        {.label = answer.lag ? days_words(*answer.lag) : "",
         .text = capitalised(
             fmt::format("{} answers {}", words_of(answer.kind), words_of(answer.trigger_kind))),
         .details = {fmt::format("{}; the trigger is {}",
                                 answer.told ? "A report says so" : "Found by sides, kind and time",
                                 answer.trigger.empty() ? "unknown" : answer.trigger)},
         .id = answer.line});
  }
}

void standing_section(std::span<const Standing> standing, const Naming& naming, Page& page) {
  if (standing.empty()) return page.empty_section("Longest-standing measures", "none in force.");
  page.section("Longest-standing measures");
  for (std::size_t i = 0; i < std::min(standing.size(), kStandingShown); ++i) {
    page.row({.label = days_words(standing[i].days),
              .text = sentence_of(standing[i].line->object, naming) + ", since " +
                      date_words(standing[i].since),
              .id = standing[i].line->id});
  }
}

void uneven_section(std::span<const Asymmetry> figures, const Pair& pair, const Naming& naming,
                    Page& page) {
  if (figures.empty()) return page.empty_section("Each towards the other", "nothing to compare.");
  page.section("Each towards the other");
  for (const Asymmetry& one : figures) {
    page.row({.label = fmt::format("{:.3g} : {:.3g}", one.from_a, one.from_b),
              .text = fmt::format("{} ({} : {})", words_of(one.what),
                                  without_article(naming.name(pair.a)),
                                  without_article(naming.name(pair.b)))});
  }
}

int run_reciprocity(const GlobalOptions& global, const ReciprocityOptions& options,
                    Console& console) {
  const auto asking = open_to_ask(global, options.ledger);
  if (!asking) return console.stop(asking.error());
  const auto pair = pair_of(options.a, options.b, asking->knowledge->actors);
  if (!pair) return console.stop(pair.error());
  const Date as_of = day_asked(asking->ledger, options.as_of);
  const auto lines = asking->ledger.between(pair->a, pair->b, as_of, std::nullopt);
  if (!lines) return console.stop(lines.error());
  const Dealings dealings =
      dealings_between(*lines, asking->knowledge->ontology, pair->a, pair->b, as_of);
  if (options.format == Formats::kJson) {
    console.write(dump(reciprocity_json(dealings)) + "\n");
  } else if (options.format == Formats::kCsv) {
    console.write(reciprocity_csv(dealings));
  } else {
    const Naming naming{asking->name_of};
    Page page(page_width(), colour_on_output());
    page.title(fmt::format("{} – {}", asking->name_of(pair->a), asking->name_of(pair->b)),
               "as of " + date_words(as_of));
    for (const Reciprocity& side : dealings.sides) side_section(side, naming, page);
    standing_section(dealings.standing, naming, page);
    uneven_section(dealings.asymmetries, *pair, naming, page);
    console.write(page.text());
  }
  return console.finish();
}

}  // namespace

void add_reciprocity(CLI::App& app, Program& program) {
  auto [command, options] = add_command<ReciprocityOptions>(
      app, program, "reciprocity", "Who answers whom, with what, and how soon", run_reciprocity);
  describe(*command, kHelp);
  add_pair(*command, options->a, options->b);
  add_day(*command, "--as-of", options->as_of,
          "Day that is asked about (default: the latest publication)");
  add_format(*command, options->format, {Formats::kTable, Formats::kJson, Formats::kCsv});
  add_ledger(*command, options->ledger);
}

}  // namespace detente::cli
