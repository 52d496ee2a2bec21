#include <algorithm>

#include "base/clock.h"
#include "server/site.h"

namespace detente::server {

const std::map<std::string, Handler>& handlers() {
  static const std::map<std::string, Handler> kHandlers = {
      {"health", health},
      {"metrics", metrics},
      {"contract", contract_answer},
      {"info", info},
      {"vocabulary", vocabulary},
      {"lines", lines},
      {"line", line},
      {"why", why},
      {"document", document},
      {"due", due},
      {"search", search},
      {"actors", actors},
      {"dyads", dyads},
      {"dossier", dossier},
      {"series", series},
      {"reciprocity", reciprocity},
      {"addDocuments", add_documents},
      {"job", job},
      {"words", words},
      {"say", say},
  };
  return kHandlers;
}

Result<Date> day_of(const Asked& asked) {
  return asked.ledger.day_asked(asked.call.day("as_of"), asked.call.day("known_by"), today());
}

Filter filter_of(const Call& call) {
  Filter filter;
  filter.actor = call.text("actor");
  filter.other = call.text("other");
  if (filter.actor.empty()) filter.actor.swap(filter.other);  // the contract: then as `actor`
  filter.since = call.day("since");
  filter.until = call.day("until");
  filter.kind = call.text("kind");
  filter.status = call.text("status");
  filter.outlet = call.text("outlet");
  filter.as_of = call.day("as_of");
  filter.known_by = call.day("known_by");
  filter.cursor = call.text("cursor");
  filter.limit = call.number("limit");
  filter.newest_first = call.text("order") != "oldest";
  return filter;
}

}  // namespace detente::server
