#include "ledger/stems.h"

#include <algorithm>
#include <cstdlib>

namespace detente {
namespace {

constexpr std::size_t kLeastLetters = 4;
constexpr std::size_t kStem = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Bytes above ASCII count as letters of some alphabet: see `plain`.
bool is_word(char c) {
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || (c & 0x80) != 0;
}

// The text with its long dashes and curly quotes (U+2000 to U+203F: E2 80 ..) as spaces.
std::string plain(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find("\xE2\x80"); at != std::string::npos;
       at = out.find("\xE2\x80", at)) {
    out.replace(at, 3, 3, ' ');
  }
  return out;
}

// FNV-1a of the first letters.
std::uint64_t stem_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : word.substr(0, kStem)) {
    hash ^= static_cast<unsigned char>(lower(c));
    hash *= 1099511628211U;
  }
  return hash;
}

template <typename T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

std::vector<std::uint64_t> stems_of(std::string_view told) {
  const std::string cleaned = plain(told);
  const std::string_view text = cleaned;
  std::vector<std::uint64_t> stems;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end - at >= kLeastLetters) stems.push_back(stem_of(text.substr(at, end - at)));
    at = end + 1;
  }
  sort_unique(stems);
  return stems;
}

double overlap_of(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++common;
    const bool step_a = *i <= *j;
    const bool step_b = *j <= *i;
    i += step_a ? 1 : 0;
    j += step_b ? 1 : 0;
  }
  return static_cast<double>(common) / static_cast<double>(std::min(a.size(), b.size()));
}

std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::string digits;
    const auto groups = [&] {  // a comma or point between digits belongs to the number
      return (text[at] == ',' || text[at] == '.') && at + 1 < text.size() && is_digit(text[at + 1]);
    };
    for (; at < text.size() && (is_digit(text[at]) || groups()); ++at) {
      if (text[at] != ',') digits.push_back(text[at]);
    }
    numbers.push_back(std::strtod(digits.c_str(), nullptr));
  }
  sort_unique(numbers);
  return numbers;
}

std::string last_name(std::string_view name) {
  while (!name.empty() && !is_word(name.back())) name.remove_suffix(1);
  std::size_t begin = name.size();
  while (begin > 0 && is_word(name[begin - 1])) --begin;
  std::string out(name.substr(begin));
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

}  // namespace detente
