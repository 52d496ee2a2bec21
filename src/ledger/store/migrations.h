// The versions of the file's format, and the way from each to the next.
#pragma once

#include <span>
#include <string_view>

#include "ledger/store/database.h"

namespace detente::store {

// Steps in order: the first makes a ledger of an empty file, number n brings version n - 1 to n.
// The version of a file stands in PRAGMA user_version.
std::span<const std::string_view> migrations();

int version_of(Database& database);

// Takes the steps that the file lacks, all or none of them.
void migrate(Database& database, std::span<const std::string_view> steps);

}  // namespace detente::store
