// A text as code points with the few classes that cutting words needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace detente {

enum class CharClass : std::uint8_t {
  kSpace,
  kNewline,
  kFormat,      // invisible: zero-width characters, direction marks, soft hyphen
  kLower,
  kUpper,       // upper and title case
  kLetter,      // letters of scripts without case
  kMark,        // accents and the like, which belong to the character before
  kDigit,
  kApostrophe,  // ' ’ and their look-alikes
  kHyphen,      // - and its look-alikes, not the dashes
  kDash,        // en dash, em dash and longer
  kOther,       // punctuation and symbols
};

struct Char {
  char32_t value = 0;
  std::uint32_t byte = 0;  // offset of its first byte
  CharClass kind = CharClass::kOther;
};

// The characters of a text. Any position may be asked for: outside the text there is white space.
class Chars {
 public:
  explicit Chars(std::string_view text);

  std::ptrdiff_t size() const { return static_cast<std::ptrdiff_t>(chars_.size()); }
  char32_t at(std::ptrdiff_t i) const { return inside(i) ? chars_[i].value : U'\n'; }
  CharClass kind(std::ptrdiff_t i) const {
    return inside(i) ? chars_[i].kind : CharClass::kNewline;
  }
  // Byte offset of character i; of the text's end for i == size().
  std::uint32_t byte(std::ptrdiff_t i) const { return inside(i) ? chars_[i].byte : end_; }

  bool is_blank(std::ptrdiff_t i) const { return kind(i) <= CharClass::kFormat; }
  bool is_letter(std::ptrdiff_t i) const {
    return kind(i) >= CharClass::kLower && kind(i) <= CharClass::kLetter;
  }
  bool is_digit(std::ptrdiff_t i) const { return kind(i) == CharClass::kDigit; }
  // Letter, mark or digit.
  bool is_word(std::ptrdiff_t i) const {
    return kind(i) >= CharClass::kLower && kind(i) <= CharClass::kDigit;
  }
  // The characters [begin, end) with ASCII letters in lower case; others than ASCII become '?'.
  std::string lowered(std::ptrdiff_t begin, std::ptrdiff_t end) const;
  // The same with the letters' case kept.
  std::string ascii(std::ptrdiff_t begin, std::ptrdiff_t end) const;

 private:
  bool inside(std::ptrdiff_t i) const { return i >= 0 && i < size(); }

  std::vector<Char> chars_;
  std::uint32_t end_ = 0;
};

}  // namespace detente
