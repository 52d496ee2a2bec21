#include "ledger/store/migrations.h"

#include <array>
#include <string>

#include "ledger/store/schema_sql.h"

namespace detente::store {
namespace {

constexpr std::array<std::string_view, 1> kSteps = {kSchemaSql};

}  // namespace

std::span<const std::string_view> migrations() { return kSteps; }

int version_of(Database& database) {
  Query query(database, "PRAGMA user_version");
  query.next();
  return static_cast<int>(query.number(0));
}

void migrate(Database& database, std::span<const std::string_view> steps) {
  if (version_of(database) >= static_cast<int>(steps.size())) return;
  Transaction transaction(database, Transaction::Kind::kWrite);
  // Asked again: another program may have been faster.
  for (std::size_t at = static_cast<std::size_t>(version_of(database)); at < steps.size(); ++at) {
    database.run(std::string(steps[at]));
    database.run("PRAGMA user_version = " + std::to_string(at + 1));
  }
  transaction.commit();
}

}  // namespace detente::store
