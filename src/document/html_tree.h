// The parsed tree of a page, and a walk through it that no depth of nesting can hurt.
#pragma once

#include <gumbo.h>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace detente::document {

// Owns the tree of one page. Nodes live as long as it does; texts point into it and into `html`.
class HtmlTree {
 public:
  // `html` must be UTF-8 and outlive the tree.
  explicit HtmlTree(std::string_view html);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboNode* root() const { return output_->root; }

 private:
  // All nodes go into one arena and are let go at once: the library's own way to free a tree calls
  // itself once a level and would overflow the stack.
  std::pmr::monotonic_buffer_resource arena_;
  const GumboOutput* output_;
};

// How deep elements may nest. Parsing takes time with the square of the depth.
inline constexpr std::size_t kMaxHtmlDepth = 16384;

// An upper bound of the page's nesting, from its tags alone.
std::size_t html_depth(std::string_view html);

// The element's attribute; empty where it has none.
std::string_view attribute(const GumboNode& element, const char* name);
bool has_attribute(const GumboNode& element, const char* name);

inline bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

inline GumboTag tag_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

// The characters of a text, white space or CDATA node; empty for any other.
std::string_view characters(const GumboNode& node);

// All characters below a node, white space collapsed.
std::string text_below(const GumboNode& node);

// White space of every kind becomes one blank; soft hyphens and zero-width characters go.
std::string collapsed(std::string_view text);

const GumboVector* children_of(const GumboNode& node);

// Calls enter(node) before a node's children and leave(node) after them. Where enter gives false,
// the children are left out and leave is not called.
template <typename Enter, typename Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  struct Level {
    const GumboNode* node;
    unsigned next;
  };
  std::vector<Level> path;
  if (enter(root)) path.push_back({&root, 0});
  while (!path.empty()) {
    Level& level = path.back();
    const GumboVector* children = children_of(*level.node);
    if (children == nullptr || level.next >= children->length) {
      leave(*level.node);
      path.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[level.next++]);
    if (enter(*child)) path.push_back({child, 0});
  }
}

}  // namespace detente::document
