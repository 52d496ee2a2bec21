#include "cli/command.h"
#include "cli/options.h"
#include "cli/reports.h"
#include "ledger/record_json.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Reads reports and prints the record as one JSON object: events, statements, proposals,\n"
    "channels, measures, meetings, claims and roles, each with its evidence.\n\n"
    "Examples:\n"
    "  detente record < reports.jsonl > record.json\n"
    "  detente record --as-of 2031-09-01 reports/\n\n"
    "A line of JSON Lines is one report, of which only `text` is needed:\n"
    "  {\"id\": \"d1\", \"title\": \"...\", \"source\": \"CNN\", \"published\": \"2017-09-13\",\n"
    "   \"url\": \"...\", \"text\": \"...\"}\n";

struct RecordOptions {
  std::optional<Date> as_of;  // nothing: the latest publication
  std::vector<std::string> inputs;
};

int run_record(const GlobalOptions& global, const RecordOptions& options, Console& console) {
  Result<EngineOptions> own = engine_options(global, true);
  if (!own) return console.stop(own.error());
  Engine engine(*std::move(own));
  const auto folded = fold_reports(engine, options.inputs, options.as_of, console);
  if (!folded) return console.stop(folded.error());
  nlohmann::ordered_json json = to_json(folded->record, folded->documents);
  using Json = nlohmann::ordered_json;
  console.write(json.dump(-1, ' ', false, Json::error_handler_t::replace));
  console.write("\n");
  return console.finish();
}

}  // namespace

void add_record(CLI::App& app, Program& program) {
  auto [command, options] = add_command<RecordOptions>(
      app, program, "record", "Reports in, their record as JSON out", run_record);
  describe(*command, kHelp);
  add_day(*command, "--as-of", options->as_of,
          "Day that the record is of (default: the latest publication)");
  add_inputs(*command, options->inputs, "Reports (default: standard input)");
}

}  // namespace detente::cli
