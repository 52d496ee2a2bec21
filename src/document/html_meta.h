// What a page says about itself: title, outlet, address, day of publication.
#pragma once

#include <string>
#include <vector>

#include "document/html_tree.h"

namespace detente::document {

struct HtmlMeta {
  std::string title;
  std::string outlet;
  std::string url;
  std::vector<std::string> dates;  // every mention of the day of publication, the surest first
};

HtmlMeta read_meta(const GumboNode& root);

// The encoding that the page declares within its first bytes, before it can be parsed; or empty.
std::string declared_charset(std::string_view bytes);

}  // namespace detente::document
