#include "cli/command.h"
#include "cli/reports.h"
#include "ledger/record_json.h"

namespace detente::cli {

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

}  // namespace detente::cli
