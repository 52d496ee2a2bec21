#include "base/utf8.h"

#include <algorithm>

namespace detente {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Length, smallest value of that length and the lead byte's own bits; length 0 for no lead byte.
struct Lead {
  std::uint8_t size;
  char32_t smallest;
  char32_t bits;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, 0, byte};
  if (byte >= 0xC2 && byte < 0xE0) return {2, 0x80, char32_t{byte} & 0x1F};
  if (byte >= 0xE0 && byte < 0xF0) return {3, 0x800, char32_t{byte} & 0x0F};
  if (byte >= 0xF0 && byte < 0xF5) return {4, 0x10000, char32_t{byte} & 0x07};
  return {0, 0, 0};
}

bool is_scalar(char32_t value) { return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF); }

std::optional<CodePoint> decode_strictly(std::string_view text, std::size_t at) {
  const Lead lead = lead_of(byte_at(text, at));
  if (lead.size == 0 || at + lead.size > text.size()) return std::nullopt;
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.size; ++i) {
    if (!is_continuation(text[at + i])) return std::nullopt;
    value = (value << 6) | (byte_at(text, at + i) & 0x3F);
  }
  if (value < lead.smallest || !is_scalar(value)) return std::nullopt;
  return CodePoint{value, lead.size};
}

}  // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    const auto point = decode_strictly(text, at);
    if (!point) return at;
    at += point->size;
  }
  return std::nullopt;
}

CodePoint decode_at(std::string_view text, std::size_t at) {
  return decode_strictly(text, at).value_or(CodePoint{kReplacement, 1});
}

CodePoint decode_before(std::string_view text, std::size_t at) {
  for (std::size_t size = 1; size <= 4 && size <= at; ++size) {
    if (is_continuation(text[at - size])) continue;
    const CodePoint point = decode_at(text, at - size);
    if (point.size == size) return point;
    break;
  }
  return {kReplacement, 1};
}

void append_code_point(std::string& text, char32_t value) {
  if (!is_scalar(value)) value = kReplacement;
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (value < 0x80) return put(value);
  if (value < 0x800) {
    put(0xC0 | (value >> 6));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
  }
  put(0x80 | (value & 0x3F));
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return !is_continuation(byte); }));
}

OffsetIndex::OffsetIndex(std::string_view text) : text_(text) {
  marks_.reserve(text.size() / kStride + 1);
  for (std::size_t begin = 0; begin <= text.size(); begin += kStride) {
    marks_.push_back(static_cast<std::uint32_t>(code_points_));
    code_points_ += count_code_points(text.substr(begin, kStride));
  }
}

std::size_t OffsetIndex::to_code_point(std::size_t byte) const {
  if (byte >= text_.size()) return code_points_;
  while (is_continuation(text_[byte]) && byte > 0) --byte;
  const std::size_t mark = byte / kStride;
  return marks_[mark] + count_code_points(text_.substr(mark * kStride, byte - mark * kStride));
}

std::size_t OffsetIndex::to_byte(std::size_t point) const {
  if (point >= code_points_) return text_.size();
  // The last mark at or before the point; from there at most kStride bytes to go.
  const auto after = std::ranges::upper_bound(marks_, point);
  const auto mark = static_cast<std::size_t>(after - marks_.begin()) - 1;
  std::size_t left = point - marks_[mark];
  std::size_t byte = mark * kStride;
  // A code point that began before the mark is counted there: its tail is skipped here.
  while (is_continuation(text_[byte])) ++byte;
  for (; left > 0; --left) byte += decode_at(text_, byte).size;
  return byte;
}

}  // namespace detente
