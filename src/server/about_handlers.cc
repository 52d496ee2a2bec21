// The server itself: health, counters, contract, what the ledger holds, what its codes mean.
#include "analysis/series.h"
#include "formats/line_json.h"
#include "server/site.h"

namespace detente::server {
namespace {

Json root_json(const EventRoot& root) {
  return {{"root", root.name},
          {"gloss", root.gloss},
          {"goldstein", root.goldstein},
          {"quad", kQuadCodes[static_cast<std::size_t>(root.penta - 1)]},
          {"cameo", root.cameo}};
}

Json kinds_json(const Lexicon& lexicon) {
  Json out = Json::array();
  for (const Announced& kind : lexicon.entries()) {
    out.push_back({{"kind", kind.name}, {"gloss", kind.gloss}});
  }
  return out;
}

}  // namespace

Answer health(const Asked&) { return json_answer({{"status", "ok"}}); }

Answer metrics(const Asked& asked) {
  const auto counts = asked.ledger.counts();
  if (!counts) return failure(counts.error());
  return {.type = "text/plain; version=0.0.4; charset=utf-8",
          .body = asked.site.metrics.text(*counts)};
}

Answer contract_answer(const Asked&) {
  return {.type = kJsonType, .body = std::string(contract_text())};
}

Answer info(const Asked& asked) {
  const auto counts = asked.ledger.counts();
  if (!counts) return failure(counts.error());
  const auto first = asked.ledger.first_day();
  if (!first) return failure(first.error());
  const auto last = asked.ledger.latest_day();
  if (!last) return failure(last.error());
  Json json{{"name", "detente"},
            {"version", asked.site.version},
            {"coder", asked.site.coder},
            {"documents", counts->documents},
            {"superseded", counts->superseded},
            {"assertions", counts->assertions},
            {"words", counts->words},
            {"lines", counts_json(*counts)}};
  if (*first) json["first_day"] = (*first)->iso();
  if (*last) json["last_day"] = (*last)->iso();
  json["editing"] = asked.site.writer != nullptr;
  return json_answer(json);
}

Answer vocabulary(const Asked& asked) {
  const Ontology& ontology = asked.site.knowledge.ontology;
  Json roots = Json::array();
  for (const EventRoot& root : ontology.roots) roots.push_back(root_json(root));
  return json_answer({{"roots", std::move(roots)},
                      {"measures", kinds_json(ontology.measures)},
                      {"channels", kinds_json(ontology.channels)},
                      {"terms", kinds_json(ontology.terms)}});
}

}  // namespace detente::server
