#include <algorithm>

#include "cli/asking.h"
#include "cli/options.h"
#include "formats/line_json.h"
#include "views/page.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Looks for words in the reports of the ledger and tells which lines rest on each report.\n\n"
    "Examples:\n"
    "  detente search fisheries agreement\n"
    "  detente search '\"state of emergency\"' --actor MAR --since 2032-01-01\n"
    "  detente search consulate --format jsonl\n";

struct SearchOptions {
  std::string ledger;
  std::vector<std::string> words;
  std::string actor;
  Filter filter;
  std::string format;
};

// The snippet with its hits in [brackets], which read on any terminal and in any file.
std::string with_brackets(std::string snippet) {
  std::replace(snippet.begin(), snippet.end(), '\x02', '[');
  std::replace(snippet.begin(), snippet.end(), '\x03', ']');
  return snippet;
}

Result<std::vector<Line>> lines_of(const Ledger& ledger, const Hit& hit) {
  std::vector<Line> out;
  for (const std::string& id : hit.lines) {
    Result<Line> line = ledger.line(id);
    if (!line) return tl::unexpected(line.error());
    out.push_back(*std::move(line));
  }
  return out;
}

void add_hit(const Hit& hit, std::span<const Line> lines, const NameOf& name_of, Page& page) {
  constexpr std::size_t kShown = 4;
  Row row{.label = hit.published ? date_words(*hit.published, true) : "undated",
          .text = one_line(hit.title.empty() ? hit.document : hit.title)};
  if (!hit.outlet.empty()) row.text += " — " + one_line(hit.outlet);
  for (std::size_t i = 0; i < std::min(lines.size(), kShown); ++i)
    row.points.push_back(lines[i].id + "  " + sentence_of(lines[i].object, Naming{name_of}));
  if (lines.size() > kShown)
    row.points.push_back(number_word(lines.size() - kShown) + " more lines rest on it");
  row.source = one_line(with_brackets(hit.snippet));
  page.row(row);
}

int run_search(const GlobalOptions& global, const SearchOptions& options, Console& console) {
  const auto asking = open_to_ask(global, options.ledger);
  if (!asking) return console.stop(asking.error());
  Filter filter = options.filter;
  if (!options.actor.empty()) {
    const auto side = side_of(options.actor, asking->knowledge->actors);
    if (!side) return console.stop(side.error());
    filter.actor = *side;
  }
  std::string text;
  for (const std::string& word : options.words) text += (text.empty() ? "" : " ") + word;
  const auto hits = asking->ledger.search(text, filter);
  if (!hits) return console.stop(hits.error());
  Page page(page_width(), colour_on_output());
  for (const Hit& hit : *hits) {
    const auto lines = lines_of(asking->ledger, hit);
    if (!lines) return console.stop(lines.error());
    if (options.format == Formats::kJsonLines) {
      console.write(dump(hit_json(hit, *lines)) + "\n");
    } else {
      add_hit(hit, *lines, asking->name_of, page);
    }
  }
  if (hits->empty()) console.say("no report has these words");
  console.write(page.text());
  return console.finish();
}

}  // namespace

void add_search(CLI::App& app, Program& program) {
  auto [command, options] = add_command<SearchOptions>(
      app, program, "search", "Words in the reports, and the lines that rest on them", run_search);
  describe(*command, kHelp);
  command->add_option("TEXT", options->words, "Words; quotes keep them together")
      ->required()
      ->type_name("");
  command->add_option("--actor", options->actor, "A side that takes part in a line of the report")
      ->type_name("SIDE");
  add_day(*command, "--since", options->filter.since, "Published on or after this day");
  add_day(*command, "--until", options->filter.until, "Published on or before this day");
  command->add_option("--outlet", options->filter.outlet, "Of this outlet")->type_name("NAME");
  command->add_option("--limit", options->filter.limit, "At most so many (default: 50)")
      ->check(CLI::PositiveNumber.description(""))
      ->type_name("N");
  add_format(*command, options->format, {"text", Formats::kJsonLines});
  add_ledger(*command, options->ledger);
}

}  // namespace detente::cli
