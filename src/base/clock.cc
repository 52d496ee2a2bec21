#include "base/clock.h"

#include <chrono>
#include <ctime>

namespace detente {
namespace {

std::string formatted(const char* format) {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char text[40];
  return {text, std::strftime(text, sizeof text, format, &utc)};
}

}  // namespace

std::string utc_now() { return formatted("%Y-%m-%dT%H:%M:%SZ"); }

Date today() {
  return Date::from_days(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

// The names are English: the program sets no locale.
std::string http_date() { return formatted("%a, %d %b %Y %H:%M:%S GMT"); }

}  // namespace detente
