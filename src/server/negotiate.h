// What a client says that it can take.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detente::server {

// The type of `offered` that an Accept header likes best, the first of equals; nothing where it
// takes none of them. An empty header takes anything.
std::optional<std::string> best_type(std::string_view accept,
                                     const std::vector<std::string>& offered);

// Whether an Accept-Encoding header takes gzip.
bool takes_gzip(std::string_view accept_encoding);

// Whether an If-None-Match header names the tag, compared weakly.
bool names_tag(std::string_view if_none_match, std::string_view tag);

// The type of a Content-Type header in lower case, without its parameters.
std::string bare_type(std::string_view content_type);

}  // namespace detente::server
