// Names for content: the same bytes always get the same id.
#pragma once

#include <string>
#include <string_view>

namespace detente {

// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// "sha256:" and the first 16 hexadecimal digits of the hash: short enough to read and print, and
// long enough that a thousand million documents meet by chance about once in forty such
// collections.
std::string content_id(std::string_view bytes);

}  // namespace detente
