#include "language/segment_chars.h"

#include <utf8proc.h>

namespace detente {
namespace {

CharClass class_of_category(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LL:
      return CharClass::kLower;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::kUpper;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharClass::kLetter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharClass::kMark;
    case UTF8PROC_CATEGORY_ND:
      return CharClass::kDigit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
      return CharClass::kSpace;
    case UTF8PROC_CATEGORY_CF:
      return CharClass::kFormat;
    default:
      return CharClass::kOther;
  }
}

CharClass class_of(char32_t c) {
  switch (c) {
    case U'\n': case U'\r': case U'\v': case U'\f': case 0x85: case 0x2028: case 0x2029:
      return CharClass::kNewline;
    case U'\'': case 0x2019: case 0x02BC: case 0xFF07:
      return CharClass::kApostrophe;
    case U'-': case 0x2010: case 0x2011:
      return CharClass::kHyphen;
    case 0x2012: case 0x2013: case 0x2014: case 0x2015:
      return CharClass::kDash;
    default:
      return class_of_category(c);
  }
}

}  // namespace

Chars::Chars(std::string_view text) : end_(static_cast<std::uint32_t>(text.size())) {
  chars_.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  for (utf8proc_ssize_t at = 0; at < size;) {
    utf8proc_int32_t value = 0;
    utf8proc_ssize_t length = utf8proc_iterate(bytes + at, size - at, &value);
    const bool valid = length > 0;
    if (!valid) {
      length = 1;
      value = 0xFFFD;
    }
    const auto c = static_cast<char32_t>(value);
    chars_.push_back({c, static_cast<std::uint32_t>(at), class_of(c)});
    at += length;
  }
}

std::string Chars::ascii(std::ptrdiff_t begin, std::ptrdiff_t end) const {
  std::string out;
  for (std::ptrdiff_t i = begin; i < end; ++i) {
    const char32_t c = kind(i) == CharClass::kApostrophe ? U'\'' : at(i);
    out += c < 0x80 ? static_cast<char>(c) : '?';
  }
  return out;
}

std::string Chars::lowered(std::ptrdiff_t begin, std::ptrdiff_t end) const {
  std::string out = ascii(begin, end);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace detente
