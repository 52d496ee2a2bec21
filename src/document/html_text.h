// The report on a page, without what surrounds it.
#pragma once

#include <string>

#include "document/html_tree.h"

namespace detente::document {

// Paragraphs of the page's article, parted by an empty line; empty where the page holds none.
// Left out: headings, menus, captions, asides, forms, footers, boxes about cookies or letters to
// subscribe to, lists of links, lines by whom and when.
std::string main_text(const GumboNode& root);

}  // namespace detente::document
