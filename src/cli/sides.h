// Sides as a user names them.
#pragma once

#include <string>

#include "base/result.h"
#include "knowledge/actors.h"

namespace detente::cli {

// The code for a code ("PRT", "prt") or a name ("Portugal", "the European Union"). kBadUsage where
// it names no side, or more than one.
Result<std::string> side_of(const std::string& given, const Actors& actors);

struct Pair {
  std::string a, b;
};
// Both of a dyad; kBadUsage too where they are one.
Result<Pair> pair_of(const std::string& a, const std::string& b, const Actors& actors);

}  // namespace detente::cli
