// The dossier of two sides as JSON: the form Dossier of the contract.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/result.h"
#include "knowledge/actors.h"
#include "ledger/store/ledger.h"
#include "server/answer.h"

namespace detente::server {

struct DossierQuestion {
  const Actor& a;
  const Actor& b;
  Date as_of;
  std::optional<Date> known_by;
  std::optional<Date> since;  // what has changed since then is told
  std::size_t limit = 100;    // lines a list
};

Result<Json> dossier_json(const Ledger& ledger, const Actors& actors,
                          const DossierQuestion& question);

// The form Actor with how often the record names the side.
Json actor_json(const Actor& actor, const SideCount& count);

}  // namespace detente::server
