// Texts made small for keeping.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detente::store {

std::vector<char> pack(std::string_view text);  // one frame of zstd

// Nothing where the bytes are no whole frame.
std::optional<std::string> unpack(std::string_view packed);

}  // namespace detente::store
