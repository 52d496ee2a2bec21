// A stretch of a document's text.
#pragma once

#include <compare>
#include <cstdint>

namespace detente {

// Half-open range of UTF-8 bytes [begin, end) of a document's text. Doors turn it into code points.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

}  // namespace detente
