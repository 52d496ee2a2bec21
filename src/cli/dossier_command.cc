#include <algorithm>
#include <chrono>

#include "cli/command.h"
#include "cli/reports.h"
#include "views/dossier.h"

namespace detente::cli {
namespace {

// "new zealand" -> "New Zealand": names are known with their capitals.
std::string with_capitals(std::string name) {
  bool begins = true;
  for (char& c : name) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ' || c == '-';
  }
  return name;
}

// Takes a code ("PRT") or a name ("Portugal", "the European Union").
Result<std::string> side_of(const std::string& given, const Actors& actors) {
  std::string code = given;
  for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (actors.find(code) != nullptr) return code;
  std::vector<std::string> found;
  auto readings = actors.readings(given);
  if (readings.empty()) readings = actors.readings(with_capitals(given));
  for (const ActorName& reading : readings) {
    if (std::ranges::find(found, reading.code) == found.end()) found.push_back(reading.code);
  }
  if (found.size() == 1) return found.front();
  std::string which;
  for (const std::string& one : found) which += (which.empty() ? "" : ", ") + one;
  return fail(ErrorCode::kBadUsage, "\"" + given + "\"",
              found.empty() ? "names no state or organisation; give a code such as PRT, or a name"
                            : "names more than one side: " + which);
}

Date today() {
  return Date::from_days(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

}  // namespace

int run_dossier(const GlobalOptions& global, const PairOptions& options, Console& console) {
  Result<EngineOptions> own = engine_options(global, true);
  if (!own) return console.stop(own.error());
  Engine engine(*std::move(own));
  const auto lore = engine.lore();
  if (!lore) return console.stop(lore.error());
  const Actors& actors = (*lore)->knowledge.actors;
  const auto a = side_of(options.a, actors);
  if (!a) return console.stop(a.error());
  const auto b = side_of(options.b, actors);
  if (!b) return console.stop(b.error());
  if (*a == *b) {
    return console.stop(
        {ErrorCode::kBadUsage, "", "a dossier is on two sides, not " + *a + " twice"});
  }
  const auto folded = fold_reports(engine, options.inputs, options.as_of, console);
  if (!folded) return console.stop(folded.error());
  const auto name_of = [&](const std::string& code) {
    const Actor* actor = actors.find(code);
    return actor == nullptr ? std::string() : actor->name;
  };
  DossierOptions view;
  view.as_of = folded->as_of ? *folded->as_of : today();
  if (!folded->as_of && !folded->documents.empty()) {
    console.warn("no report tells its day of publication; the dossier is as of today, " +
                 view.as_of.iso() + " (--as-of DATE sets another day)");
  }
  view.width = std::min(output_width(), 100);  // longer lines are hard to read
  view.colour = colour_on_output();
  console.write(render_dossier(folded->record, folded->documents, *a, *b, name_of, view));
  return console.finish();
}

}  // namespace detente::cli
