#include "reading/times/words.h"

#include <algorithm>

namespace detente {

std::string_view name_of(Mod mod) {
  switch (mod) {
    case Mod::kNone: return "";
    case Mod::kStart: return "START";
    case Mod::kMid: return "MID";
    case Mod::kEnd: return "END";
    case Mod::kApprox: return "APPROX";
    case Mod::kMoreThan: return "MORE_THAN";
    case Mod::kLessThan: return "LESS_THAN";
    case Mod::kEqualOrMore: return "EQUAL_OR_MORE";
    case Mod::kEqualOrLess: return "EQUAL_OR_LESS";
  }
  return "";
}

const TimeWord* TimeWords::find(std::string_view lower) const {
  const auto found = words_.find(lower);
  return found == words_.end() ? nullptr : &found->second;
}

const std::vector<TimePhrase>* TimeWords::phrases(std::string_view first) const {
  const auto found = phrases_.find(first);
  return found == phrases_.end() ? nullptr : &found->second;
}

std::vector<std::string> phrase_words(std::string_view phrase) {
  static constexpr std::string_view kApostrophes[] = {"'", "’"};
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < phrase.size();) {
    const bool clitic = std::ranges::any_of(kApostrophes, [&](std::string_view mark) {
      return phrase.substr(i).starts_with(mark) && !word.empty() && word != "o";
    });
    if (phrase[i] == ' ') {
      flush();
      ++i;
    } else if (phrase[i] == '-' || phrase[i] == '/') {
      flush();
      words.emplace_back(1, phrase[i++]);
    } else {
      if (clitic) flush();
      word += phrase[i++];
    }
  }
  flush();
  return words;
}

}  // namespace detente
