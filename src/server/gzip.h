// Compression of answers.
#pragma once

#include <string>
#include <string_view>

namespace detente::server {

// Shorter bodies gain nothing.
inline constexpr std::size_t kWorthCompressing = 600;

std::string gzip(std::string_view bytes);

}  // namespace detente::server
