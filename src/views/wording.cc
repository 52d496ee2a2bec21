#include "views/wording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace detente {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<std::string_view, 13> kNumbers = {"no",   "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};

// Codes whose letters are not how people say it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kBetterWords = {{
    {"normalise_ties", "normal ties"},
    {"restore_channel", "restored lines"},
    {"cooperate", "cooperation"},
    {"meet", "a meeting"},
    {"lift_measures", "measures lifted"},
    {"cease_fire", "a ceasefire"},
    {"immediate", "at once"},
    {"near_term", "soon"},
    {"eventual", "in time"},
    {"conditional", "on a condition"},
    {"dated", "by a date"},
    {"third_country", "in a third country"},
}};

struct Deed {
  std::string_view root;
  std::string_view one;
  std::string_view many;
};

constexpr std::array<Deed, 16> kDeeds = {{
    {"AGREE", "agrees with", "agree with"},
    {"CONSULT", "talks with", "talk with"},
    {"SUPPORT", "backs", "back"},
    {"CONCEDE", "gives way to", "give way to"},
    {"COOPERATE", "works with", "work with"},
    {"AID", "gives aid to", "give aid to"},
    {"RETREAT", "pulls back from", "pull back from"},
    {"REQUEST", "asks something of", "ask something of"},
    {"ACCUSE", "accuses", "accuse"},
    {"REJECT", "turns down", "turn down"},
    {"THREATEN", "threatens", "threaten"},
    {"PROTEST", "protests against", "protest against"},
    {"SANCTION", "sanctions", "sanction"},
    {"MOBILIZE", "mobilises against", "mobilise against"},
    {"COERCE", "coerces", "coerce"},
    {"ASSAULT", "attacks", "attack"},
}};

// Words that make a name one that English gives an article.
constexpr std::array<std::string_view, 20> kCommonNouns = {
    "United",  "States",   "Republic",     "Kingdom",      "Union", "Nations",     "League",
    "Council", "Agency",   "Organisation", "Organization", "Court", "Bank",        "Fund",
    "Islands", "Emirates", "Community",    "Association",  "Group", "Commonwealth"};

std::string month_name(int month, bool brief) {
  const std::string_view name = kMonths[static_cast<std::size_t>(month - 1)];
  return std::string(brief ? name.substr(0, 3) : name);
}

// Digits in groups of three from five digits on, as newspapers set them: 1200 but 12,000.
std::string grouped(std::string digits) {
  if (digits.size() < 5) return digits;
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string_view unit_of(char letter) {
  switch (letter) {
    case 'Y': return "year";
    case 'M': return "month";
    case 'W': return "week";
    case 'D': return "day";
    default: return {};
  }
}

}  // namespace

std::string words_of(std::string_view code) {
  for (const auto& [known, words] : kBetterWords) {
    if (known == code) return std::string(words);
  }
  std::string words(code);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string deed_of(std::string_view root, bool many) {
  for (const Deed& deed : kDeeds) {
    if (deed.root == root) return std::string(many ? deed.many : deed.one);
  }
  std::string words(root);
  for (char& letter : words) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return words_of(words);
}

std::string date_words(const Date& date, bool brief) {
  switch (date.precision()) {
    case Precision::kYear: return fmt::format("{}", date.year);
    case Precision::kMonth: return fmt::format("{} {}", month_name(date.month, brief), date.year);
    case Precision::kDay: break;
  }
  return fmt::format("{} {} {}", date.day, month_name(date.month, brief), date.year);
}

std::string date_words(const Interval& when, bool brief) {
  const auto& [begin, end] = when;
  if (begin == end) return date_words(begin, brief);
  const bool same_year = begin.year == end.year && begin.precision() == end.precision();
  if (same_year && begin.precision() == Precision::kDay) {
    if (begin.month == end.month) {
      return fmt::format("{}–{} {} {}", begin.day, end.day, month_name(end.month, brief), end.year);
    }
    return fmt::format("{} {} – {}", begin.day, month_name(begin.month, brief),
                       date_words(end, brief));
  }
  if (same_year && begin.precision() == Precision::kMonth) {
    return fmt::format("{} – {}", month_name(begin.month, brief), date_words(end, brief));
  }
  return fmt::format("{} – {}", date_words(begin, brief), date_words(end, brief));
}

std::string on_date(const Interval& when) {
  const auto& [begin, end] = when;
  const bool days = begin.precision() == Precision::kDay && end.precision() == Precision::kDay;
  if (days && begin.year == end.year && begin.month == end.month) return "on " + date_words(when);
  if (begin != end) {
    return fmt::format("between {} and {}", date_words(begin), date_words(end));
  }
  return "in " + date_words(begin);
}

std::string duration_words(std::string_view iso) {
  if (iso.size() < 3 || iso.front() != 'P') return std::string(iso);
  std::vector<std::string> parts;
  std::size_t count = 0;
  for (const char letter : iso.substr(1)) {
    if (letter >= '0' && letter <= '9') {
      if (count > 100'000) return std::string(iso);
      count = count * 10 + static_cast<std::size_t>(letter - '0');
      continue;
    }
    const std::string_view unit = unit_of(letter);
    if (unit.empty()) return std::string(iso);
    if (count > 0) parts.push_back(count_of(count, unit));
    count = 0;
  }
  return parts.empty() ? "less than a day" : joined(parts);
}

std::string quantity_words(const Quantity& quantity) {
  constexpr double kExact = 9007199254740992.0;  // 2^53
  const double value = quantity.value;
  const bool whole = std::nearbyint(value) == value && std::abs(value) < kExact;
  std::string number =
      whole && value >= 0 ? grouped(fmt::format("{:.0f}", value)) : fmt::format("{}", value);
  return quantity.unit.empty() ? number : fmt::format("{} {}", number, quantity.unit);
}

std::string number_word(std::size_t count) {
  return count < kNumbers.size() ? std::string(kNumbers[count]) : fmt::format("{}", count);
}

std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", number_word(count), noun, count == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string with_article(std::string_view name) {
  for (std::size_t at = 0; at < name.size() && !name.starts_with("the ");) {
    const std::size_t blank = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, blank - at);
    if (std::find(kCommonNouns.begin(), kCommonNouns.end(), word) != kCommonNouns.end()) {
      return fmt::format("the {}", name);
    }
    at = blank + 1;
  }
  return std::string(name);
}

std::string without_article(std::string_view name) {
  return std::string(name.starts_with("the ") ? name.substr(4) : name);
}

}  // namespace detente
