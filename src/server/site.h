// What the handlers share, and the table of them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "knowledge/knowledge.h"
#include "ledger/store/ledger.h"
#include "server/answer.h"
#include "server/call.h"
#include "server/hub.h"
#include "server/jobs.h"
#include "server/metrics.h"
#include "server/request.h"

namespace detente::server {

struct Site {
  const Knowledge& knowledge;
  std::string version;  // of the program
  std::string coder;    // see Stamp
  Hub hub{};
  Metrics metrics{};
  // Null where the server takes no writing.
  std::unique_ptr<Writer> writer{};
  std::unique_ptr<Jobs> jobs{};
};

// One request on its way through a handler. The ledger is the thread's own.
struct Asked {
  const Call& call;
  const Request& request;
  Site& site;
  const Ledger& ledger;
};

using Handler = Answer (*)(const Asked& asked);

// By the operation's id; the stream, which never ends with one answer, is not among them.
const std::map<std::string, Handler>& handlers();

// About the server.
Answer health(const Asked& asked);
Answer metrics(const Asked& asked);
Answer contract_answer(const Asked& asked);
Answer info(const Asked& asked);
Answer vocabulary(const Asked& asked);

// The record.
Answer lines(const Asked& asked);
Answer line(const Asked& asked);
Answer why(const Asked& asked);
Answer document(const Asked& asked);
Answer due(const Asked& asked);
Answer search(const Asked& asked);

// Sides and pairs of them.
Answer actors(const Asked& asked);
Answer dyads(const Asked& asked);
Answer dossier(const Asked& asked);
Answer series(const Asked& asked);
Answer reciprocity(const Asked& asked);

// Writing.
Answer add_documents(const Asked& asked);
Answer job(const Asked& asked);
Answer words(const Asked& asked);
Answer say(const Asked& asked);

// The day asked about: as_of, else the last day of publication, not after known_by; today in an
// empty ledger.
Result<Date> day_of(const Asked& asked);

// What the filter parameters of the contract ask.
Filter filter_of(const Call& call);

}  // namespace detente::server
