// Sides as a user names them.
#pragma once

#include <string>

#include "base/result.h"
#include "knowledge/actors.h"
#include "views/sentences.h"

namespace detente::cli {

// The code for a code ("PRT", "prt") or a name ("Portugal", "the European Union"). kBadUsage where
// it names no side, or more than one.
Result<std::string> side_of(const std::string& given, const Actors& actors);

struct Pair {
  std::string a, b;
};
// Both of a dyad; kBadUsage too where they are one.
Result<Pair> pair_of(const std::string& a, const std::string& b, const Actors& actors);

// The usual names of sides; `actors` must outlive it.
NameOf names_from(const Actors& actors);

}  // namespace detente::cli
