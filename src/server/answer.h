// What a handler gives back.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace detente::server {

using Json = nlohmann::ordered_json;

struct Answer {
  int status = 200;
  std::string type{};  // Content-Type; empty: there is no body
  std::string body{};
  std::vector<std::pair<std::string, std::string>> headers{};

  Answer& with(std::string name, std::string value);
  const std::string* header(std::string_view name) const;  // null where there is none
};

inline constexpr const char* kJsonType = "application/json";
inline constexpr const char* kProblemType = "application/problem+json";

// Broken UTF-8 is replaced.
std::string text_of(const Json& json);
Answer json_answer(const Json& json, int status = 200);

// An error as RFC 9457 wants it. `parameter`: what is wrong with the request, where it is one of
// its parameters; `detail` then begins with its name.
Answer problem(int status, const std::string& detail, const std::string& parameter = {});

// "Not Found"; "Error" for a status without a name here.
std::string_view title_of(int status);

// A failure of the rooms below, as their error code says. What is damaged on the server's side is
// not told in detail.
Answer failure(const Error& error);

}  // namespace detente::server
