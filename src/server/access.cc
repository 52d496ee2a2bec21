#include "server/access.h"

#include <algorithm>
#include <openssl/crypto.h>

#include "base/hash.h"

namespace detente::server {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// "[::1]:8080" -> "[::1]", "localhost:8080" -> "localhost"
std::string without_port(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const std::size_t bracket = host.rfind(']');
  const bool has_port =
      colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  return lower(has_port ? host.substr(0, colon) : host);
}

}  // namespace

HostNames::HostNames(const std::string& listen, const std::vector<std::string>& more) {
  const bool loopback = listen.starts_with("127.") || listen == "::1" || listen == "localhost";
  any_ = !loopback && more.empty();
  names_ = {"localhost", "127.0.0.1", "[::1]"};
  names_.push_back(listen.find(':') == std::string::npos ? lower(listen) : "[" + listen + "]");
  for (const std::string& name : more) names_.push_back(lower(name));
}

bool HostNames::allow(std::string_view host) const {
  return any_ || std::ranges::find(names_, without_port(host)) != names_.end();
}

Token::Token(std::string_view token) : hash_(token.empty() ? "" : sha256_hex(token)) {}

bool Token::opens(std::string_view authorization) const {
  constexpr std::string_view kScheme = "bearer ";
  const bool bearer = lower(authorization.substr(0, kScheme.size())) == kScheme;
  const std::string given =
      sha256_hex(bearer ? authorization.substr(kScheme.size()) : std::string_view());
  return is_set() && CRYPTO_memcmp(given.data(), hash_.data(), hash_.size()) == 0;
}

}  // namespace detente::server
