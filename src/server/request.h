// A request as the handlers see it: plain, decoded, and the same whatever library reads the wire.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detente::server {

struct Request {
  std::string method{};             // "GET"
  std::string target{};             // as it came: "/api/v1/events?actor=PRT"
  std::vector<std::string> path{};  // its segments, percent-decoded: {"api", "v1", "events"}
  std::vector<std::pair<std::string, std::string>> query{};  // decoded, in the order they came
  std::map<std::string, std::string> headers{};  // names in lower case; repeated: joined by ", "
  std::string body{};
  std::string client{};  // address without port

  const std::string& header(const std::string& name) const;  // empty where there is none
};

// Fills path and query from the target, which begins with "/". False where an escape is broken, or
// what comes out is no UTF-8.
bool read_target(std::string_view target, Request& request);

// "%2F" -> "/", and "+" -> " " where `form` says so; nothing where an escape is broken.
std::optional<std::string> percent_decoded(std::string_view text, bool form);

// Everything but letters, digits and "-._~" as %XX.
std::string percent_encoded(std::string_view text);

}  // namespace detente::server
