// Names for content: the same bytes always get the same id.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace detente {

// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

// "sha256:" and the first 16 hexadecimal digits of the hash: short enough to read and print, and
// long enough that a thousand million documents meet by chance about once in forty such
// collections.
std::string content_id(std::string_view bytes);

// The first `length` letters (at most 50) of the hash in base 32: digits and small letters without
// i, l, o and u, which are misread. Eight tell a million million apart.
std::string short_id(std::string_view bytes, std::size_t length);

}  // namespace detente
