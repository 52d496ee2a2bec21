#include "cli/clock.h"

#include <chrono>
#include <ctime>

namespace detente::cli {

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

Date today() {
  return Date::from_days(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

}  // namespace detente::cli
