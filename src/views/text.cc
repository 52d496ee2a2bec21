#include "views/text.h"

#include <algorithm>
#include <utf8proc.h>

#include "base/utf8.h"

namespace detente {
namespace {

int width_of(char32_t point) { return utf8proc_charwidth(static_cast<utf8proc_int32_t>(point)); }

bool is_blank(char32_t point) {
  if (point == U'\t' || point == U'\n' || point == U'\r' || point == 0x0BU || point == 0x0CU) {
    return true;
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
  // U+00A0 and its kin keep words together; they stay what they are.
  const bool sticks = point == 0x00A0U || point == 0x202FU || point == 0x2007U;
  return !sticks && (category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
                     category == UTF8PROC_CATEGORY_ZP);
}

bool is_unseen(char32_t point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF;
}

// The most bytes of `word` that fit into `columns`; at least one letter.
std::size_t bytes_that_fit(std::string_view word, int columns) {
  int used = 0;
  std::size_t at = 0;
  while (at < word.size()) {
    const CodePoint point = decode_at(word, at);
    const int width = width_of(point.value);
    if (used + width > columns && at > 0) break;
    used += width;
    at += point.size;
  }
  return at;
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    width += width_of(point.value);
    at += point.size;
  }
  return width;
}

std::string one_line(std::string_view text) {
  std::string line;
  bool blank_due = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    at += point.size;
    if (is_blank(point.value)) {
      blank_due = !line.empty();
    } else if (!is_unseen(point.value)) {
      if (blank_due) line += ' ';
      blank_due = false;
      append_code_point(line, point.value);
    }
  }
  return line;
}

std::string shortened(std::string_view text, int columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::string_view kept = text.substr(0, bytes_that_fit(text, columns - 2));
  const bool whole_word = kept.size() < text.size() && text[kept.size()] == ' ';
  const auto blank = kept.rfind(' ');
  if (!whole_word && blank != kept.npos) kept = kept.substr(0, blank);
  return std::string(kept) + " …";
}

std::vector<std::string> wrapped(std::string_view text, int columns) {
  std::vector<std::string> lines(1);
  int used = 0;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (used > 0 && used + 1 + display_width(word) > columns) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    while (display_width(word) > columns) {
      const std::size_t fits = bytes_that_fit(word, columns);
      lines.back() += word.substr(0, fits);
      lines.emplace_back();
      word.remove_prefix(fits);
    }
    lines.back() += word;
    used += display_width(word);
  }
  return lines;
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint first = decode_at(text, 0);
  std::string result;
  append_code_point(
      result, static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(first.value))));
  result += text.substr(first.size);
  return result;
}

}  // namespace detente
