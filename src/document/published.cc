#include "document/published.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "document/format.h"

namespace detente::document {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// After a day: nothing, or a time of day ("T10:00", " 10:00:00 +0200", "t1000Z").
bool is_time(std::string_view rest) {
  if (rest.empty()) return true;
  if (rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ') return false;
  rest = trimmed(rest.substr(1));
  return !rest.empty() && is_digit(rest[0]);
}

std::optional<Date> parse_iso(std::string_view text) {
  if (text.size() >= 10 && is_time(text.substr(10))) {
    if (const Result<Date> day = Date::parse(text.substr(0, 10))) return *day;
  }
  // The basic form: eight digits.
  if (text.size() < 8 || !is_time(text.substr(8))) return std::nullopt;
  std::string spaced(text.substr(0, 8));
  spaced.insert(6, "-").insert(4, "-");
  if (const Result<Date> day = Date::parse(spaced)) return *day;
  return std::nullopt;
}

// Runs of letters or of digits; the rest separates.
std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto same = is_digit(text[at]) ? is_digit : is_letter;
    std::size_t end = at;
    while (end < text.size() && same(text[end])) ++end;
    if (end > at) found.push_back(ascii_lower(text.substr(at, end - at)));
    at = std::max(end, at + 1);
  }
  return found;
}

int month_number(const std::string& word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool abbreviated = word.size() == 3 && kMonths[i].starts_with(word);
    if (word == kMonths[i] || abbreviated || (word == "sept" && i == 8))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

// 1 or 2 digits with an ordinal's ending or without; 0 for anything else.
int day_number(const std::string& word) {
  if (word.empty() || word.size() > 2 || !std::ranges::all_of(word, is_digit)) return 0;
  return std::stoi(word);
}

bool is_ordinal_ending(const std::string& word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

// "13 September 2017" and "September 13, 2017", with whatever stands before (a weekday) and after.
std::optional<Date> parse_english(std::string_view text) {
  std::vector<std::string> parts = words(text.substr(0, 64));
  std::erase_if(parts, is_ordinal_ending);
  for (std::size_t i = 0; i + 2 < parts.size() && i < 3; ++i) {
    const bool month_first = month_number(parts[i]) != 0;
    const int month = month_number(parts[month_first ? i : i + 1]);
    const int day = day_number(parts[month_first ? i + 1 : i]);
    if (month == 0 || day == 0 || parts[i + 2].size() != 4) continue;
    const auto two = [](int value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
    if (const Result<Date> date = Date::parse(parts[i + 2] + two(month) + two(day))) return *date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> parse_published(std::string_view written) {
  const std::string_view text = trimmed(written);
  if (const auto day = parse_iso(text)) return day;
  return parse_english(text);
}

}  // namespace detente::document
