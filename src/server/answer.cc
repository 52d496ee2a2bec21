#include "server/answer.h"

#include <algorithm>
#include <array>

namespace detente::server {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 21> kTitles = {{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
}};

}  // namespace

Answer& Answer::with(std::string name, std::string value) {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

const std::string* Answer::header(std::string_view name) const {
  const auto found = std::ranges::find(
      headers, name, [](const auto& one) -> std::string_view { return one.first; });
  return found == headers.end() ? nullptr : &found->second;
}

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Answer json_answer(const Json& json, int status) {
  return {.status = status, .type = kJsonType, .body = text_of(json)};
}

Answer problem(int status, const std::string& detail, const std::string& parameter) {
  Json json{{"type", "about:blank"}, {"title", title_of(status)}, {"status", status}};
  if (!detail.empty()) json["detail"] = detail;
  if (!parameter.empty()) json["parameter"] = parameter;
  return {.status = status, .type = kProblemType, .body = text_of(json)};
}

std::string_view title_of(int status) {
  const auto found = std::ranges::find(kTitles, status, &std::pair<int, std::string_view>::first);
  return found == kTitles.end() ? "Error" : found->second;
}

Answer failure(const Error& error) {
  switch (error.code) {
    case ErrorCode::kNotFound: return problem(404, error.message());
    case ErrorCode::kBadInput: return problem(400, error.message());
    case ErrorCode::kBadUsage: return problem(422, error.message());
    case ErrorCode::kTooLarge: return problem(413, error.message());
    case ErrorCode::kBroken: break;
  }
  return problem(500, "the ledger could not be read");
}

}  // namespace detente::server
