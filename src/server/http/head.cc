#include "server/http/head.h"

#include <array>
#include <utility>

#include "base/clock.h"

namespace detente::server {
namespace {

namespace http = boost::beast::http;

// The page loads nothing from elsewhere and stands in no other's frame.
constexpr std::array<std::pair<const char*, const char*>, 6> kAlways = {{
    {"Content-Security-Policy",
     "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; frame-ancestors 'none'; "
     "base-uri 'none'; form-action 'self'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Server", "detente"},
}};

std::string lower(boost::beast::string_view text) {
  std::string out(text.data(), text.size());
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

Request request_of(const http::request<http::string_body>& message, const std::string& client) {
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  request.client = client;
  for (const auto& field : message) {
    std::string& value = request.headers[lower(field.name_string())];
    if (!value.empty()) value += ", ";
    value.append(field.value().data(), field.value().size());
  }
  return request;
}

http::response<http::span_body<const char>> head_of(const Answer& answer, unsigned version,
                                                    bool keep) {
  http::response<http::span_body<const char>> head;
  head.version(version);
  head.result(static_cast<unsigned>(answer.status));
  head.reason(std::string(title_of(answer.status)));
  for (const auto& [name, value] : kAlways) head.set(name, value);
  head.set(http::field::date, http_date());
  if (!answer.type.empty()) head.set(http::field::content_type, answer.type);
  for (const auto& [name, value] : answer.headers) head.insert(name, value);
  head.keep_alive(keep);
  return head;
}

}  // namespace detente::server
