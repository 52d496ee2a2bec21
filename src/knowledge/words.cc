#include "knowledge/words.h"

#include <array>
#include <cstdint>

namespace detente {
namespace {

// Base letters of U+00C0 to U+017F, one entry a code point. "" keeps the character as it is.
constexpr std::array<std::string_view, 0x180 - 0xC0> kLatin = {
    "A", "A", "A", "A", "A", "A", "AE", "C", "E", "E", "E", "E", "I", "I", "I", "I",
    "D", "N", "O", "O", "O", "O", "O", "", "O", "U", "U", "U", "U", "Y", "Th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y",
    "A", "a", "A", "a", "A", "a", "C", "c", "C", "c", "C", "c", "C", "c", "D", "d",
    "D", "d", "E", "e", "E", "e", "E", "e", "E", "e", "E", "e", "G", "g", "G", "g",
    "G", "g", "G", "g", "H", "h", "H", "h", "I", "i", "I", "i", "I", "i", "I", "i",
    "I", "i", "IJ", "ij", "J", "j", "K", "k", "k", "L", "l", "L", "l", "L", "l", "L",
    "l", "L", "l", "N", "n", "N", "n", "N", "n", "n", "N", "n", "O", "o", "O", "o",
    "O", "o", "OE", "oe", "R", "r", "R", "r", "R", "r", "S", "s", "S", "s", "S", "s",
    "S", "s", "T", "t", "T", "t", "T", "t", "U", "u", "U", "u", "U", "u", "U", "u",
    "U", "u", "U", "u", "W", "w", "Y", "y", "Y", "Z", "z", "Z", "z", "Z", "z", "s"};

// Base letters of U+1EA0 to U+1EF9 (Vietnamese), capital and small in turn.
constexpr std::string_view kVietnamese =
    "AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOo"
    "UuUuUuUuUuUuUuYyYyYyYy";

// Appends the folded form of one code point from outside ASCII; `raw` are its own bytes.
void append_folded(std::string& out, std::uint32_t point, std::string_view raw) {
  if (point >= 0xC0 && point < 0x180) {
    const std::string_view base = kLatin[point - 0xC0];
    out += base.empty() ? raw : base;
  } else if (point >= 0x1EA0 && point - 0x1EA0 < kVietnamese.size()) {
    out += kVietnamese[point - 0x1EA0];
  } else if (point == 0x218 || point == 0x219) {
    out += point == 0x218 ? 'S' : 's';
  } else if (point == 0x21A || point == 0x21B) {
    out += point == 0x21A ? 'T' : 't';
  } else if (point == 0x1A0 || point == 0x1A1) {
    out += point == 0x1A0 ? 'O' : 'o';
  } else if (point == 0x1AF || point == 0x1B0) {
    out += point == 0x1AF ? 'U' : 'u';
  } else if (point == 0x1CD || point == 0x1CE) {
    out += point == 0x1CD ? 'A' : 'a';
  } else if (point == 0x2018 || point == 0x2019 || point == 0x2BC || point == 0x2BB) {
    out += '\'';
  } else if (point >= 0x2010 && point <= 0x2014) {
    out += '-';
  } else if (point == 0xA0 || point == 0x202F) {
    out += ' ';
  } else if (point < 0x300 || point > 0x36F) {  // combining accents vanish
    out += raw;
  }
}

// Length of the UTF-8 sequence at `text[0]`, and its code point; 1 and U+FFFD where it is broken.
std::size_t decode(std::string_view text, std::uint32_t& point) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  point = 0xFFFD;
  if (size == 1 || text.size() < size) return 1;
  std::uint32_t value = lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return 1;
    value = (value << 6) | (byte & 0x3Fu);
  }
  point = value;
  return size;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string fold(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t i = 0; i < word.size();) {
    if (static_cast<unsigned char>(word[i]) < 0x80) {
      if (word[i] != '.') out += word[i];
      ++i;
      continue;
    }
    std::uint32_t point = 0;
    const std::size_t size = decode(word.substr(i), point);
    append_folded(out, point, word.substr(i, size));
    i += size;
  }
  return out;
}

std::string fold_lower(std::string_view word) {
  std::string out = fold(word);
  for (char& c : out) {
    if (is_capital(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<std::string> pieces_of(std::string_view phrase) {
  std::vector<std::string> pieces;
  std::string piece;
  for (const char c : fold(phrase)) {
    if (c == ' ' || c == '-' || c == '\'' || c == '`') {
      if (!piece.empty()) pieces.push_back(std::move(piece));
      piece.clear();
    } else {
      piece += c;
    }
  }
  if (!piece.empty()) pieces.push_back(std::move(piece));
  return pieces;
}

std::string title_case_of_capitals(std::string_view folded) {
  if (folded.size() < 4) return {};
  std::string out(folded);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!is_capital(out[i])) return {};
    if (i > 0) out[i] = static_cast<char>(out[i] - 'A' + 'a');
  }
  return out;
}

}  // namespace detente
