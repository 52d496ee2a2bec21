#include "base/hash.h"

#include <array>
#include <openssl/sha.h>

namespace detente {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Digest sha256(std::string_view bytes) {
  Digest digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 0x0F];
  }
  return hex;
}

std::string content_id(std::string_view bytes) {
  return "sha256:" + sha256_hex(bytes).substr(0, 16);
}

std::string short_id(std::string_view bytes, std::size_t length) {
  constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";
  constexpr unsigned kBitsALetter = 5;
  const Digest digest = sha256(bytes);
  std::string id;
  unsigned held = 0;  // bits that were read and not yet written, at the end of `bits`
  unsigned bits = 0;
  for (auto at = digest.begin(); id.size() < length; held -= kBitsALetter) {
    while (held < kBitsALetter) {
      bits = (bits << 8U | *at++) & 0xFFFFU;
      held += 8;
    }
    id += kLetters[(bits >> (held - kBitsALetter)) & 31U];
  }
  return id;
}

}  // namespace detente
