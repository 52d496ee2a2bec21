#include "document/html_tree.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "document/format.h"

namespace detente::document {
namespace {

void* allocate(void* arena, std::size_t size) {
  return static_cast<std::pmr::memory_resource*>(arena)->allocate(size, alignof(std::max_align_t));
}

void keep(void*, void*) {}  // the arena frees everything at its end

// Elements that have no content or whose end tag is commonly left out: they do not nest.
bool opens_no_level(std::string_view tag) {
  constexpr std::array<std::string_view, 28> kTags = {
      "area", "base",  "br",   "col",    "dd", "dt",    "embed", "hr",    "img",    "input",
      "li",   "link",  "meta", "option", "p",  "param", "rp",    "rt",    "source", "tbody",
      "td",   "tfoot", "th",   "thead",  "tr", "track", "wbr",   "keygen"};
  return std::ranges::find(kTags, tag) != kTags.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_dropped(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF; }

bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) : arena_(html.size() + 65536) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = static_cast<std::pmr::memory_resource*>(&arena_);
  options.max_errors = 0;  // no page is free of errors, and nobody reads them
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

std::size_t html_depth(std::string_view html) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closes = html.substr(at + 1).starts_with('/');
    const std::size_t begin = at + (closes ? 2 : 1);
    std::size_t end = begin;
    while (end < html.size() && is_letter(html[end]) && end - begin < 8) ++end;
    if (end == begin || opens_no_level(ascii_lower(html.substr(begin, end - begin)))) continue;
    if (!closes) {
      deepest = std::max(deepest, ++depth);
    } else if (depth > 0) {
      --depth;
    }
  }
  return deepest;
}

std::string_view attribute(const GumboNode& element, const char* name) {
  if (!is_element(element)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode& element, const char* name) {
  return is_element(element) && gumbo_get_attribute(&element.v.element.attributes, name) != nullptr;
}

std::string_view characters(const GumboNode& node) {
  const bool is_text = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
                       node.type == GUMBO_NODE_CDATA;
  return is_text ? std::string_view(node.v.text.text) : std::string_view();
}

std::string text_below(const GumboNode& node) {
  std::string text;
  walk(
      node,
      [&text](const GumboNode& child) {
        text += characters(child);
        return true;
      },
      [](const GumboNode&) {});
  return collapsed(text);
}

std::string collapsed(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool blank_due = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    const std::string_view bytes = text.substr(at, point.size);
    at += point.size;
    if (is_dropped(point.value)) continue;
    if (is_blank(point.value)) {
      blank_due = !result.empty();
      continue;
    }
    if (blank_due) result += ' ';
    blank_due = false;
    result += bytes;
  }
  return result;
}

const GumboVector* children_of(const GumboNode& node) {
  if (is_element(node)) return &node.v.element.children;
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return nullptr;
}

}  // namespace detente::document
