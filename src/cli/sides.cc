#include "cli/sides.h"

#include <algorithm>
#include <vector>

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

}  // namespace

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

Result<Pair> pair_of(const std::string& a, const std::string& b, const Actors& actors) {
  Result<std::string> one = side_of(a, actors);
  if (!one) return tl::unexpected(one.error());
  Result<std::string> other = side_of(b, actors);
  if (!other) return tl::unexpected(other.error());
  if (*one == *other) {
    return fail(ErrorCode::kBadUsage, "", "two sides are needed, not " + *one + " twice");
  }
  return Pair{*std::move(one), *std::move(other)};
}

}  // namespace detente::cli
