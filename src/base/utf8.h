// UTF-8: checking, stepping through code points, and the way between byte and code point offsets.
//
//   text     D   é   t   e   n   t   e          bytes 0..8, code points 0..7
//   byte     0   1   3   4   5   6   7   8
//   point    0   1   2   3   4   5   6   7
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detente {

// One code point and the number of bytes that it takes, 1 to 4.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;
};

// The first byte that is no part of well-formed UTF-8 (overlong forms, surrogates and values above
// U+10FFFF are not); nothing where all is well.
std::optional<std::size_t> first_bad_byte(std::string_view text);

inline bool is_utf8(std::string_view text) { return !first_bad_byte(text); }

// The code point that begins at byte `at`, which must lie inside the text. A byte that begins none
// gives U+FFFD of size 1, so a loop over any bytes ends.
CodePoint decode_at(std::string_view text, std::size_t at);

// The code point that ends before byte `at`; at must be above 0 and at most the text's size.
CodePoint decode_before(std::string_view text, std::size_t at);

// Appends the code point's UTF-8 bytes; a value that is no code point becomes U+FFFD.
void append_code_point(std::string& text, char32_t value);

std::size_t count_code_points(std::string_view text);

// A byte of the middle or end of a code point, where no span may begin or end.
inline bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Byte offset <-> code point offset for one text of well-formed UTF-8. Built once, a byte of memory
// for about every 32 of text; does not keep the text alive: it must outlive the index, unchanged.
class OffsetIndex {
 public:
  explicit OffsetIndex(std::string_view text);

  // Code points before byte `byte`; O(1). A byte inside a code point counts as its beginning, one
  // past the end as the end.
  std::size_t to_code_point(std::size_t byte) const;

  // Byte where code point `point` begins; O(log n). A point past the end gives the text's size.
  std::size_t to_byte(std::size_t point) const;

  std::size_t code_points() const { return code_points_; }

 private:
  static constexpr std::size_t kStride = 128;  // bytes between two marks

  std::string_view text_;
  std::vector<std::uint32_t> marks_;  // code points begun before byte i * kStride
  std::size_t code_points_ = 0;
};

}  // namespace detente
