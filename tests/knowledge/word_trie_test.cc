#include "knowledge/word_trie.h"

#include <gtest/gtest.h>

#include "knowledge/plain_text.h"

namespace detente {
namespace {

// The words that the longest match at word `index` covers, or 0.
int matched(const WordTrie& trie, const std::vector<std::string_view>& words, std::size_t index) {
  const auto match = trie.longest(words, index);
  return match ? match->words : 0;
}

TEST(WordTrie, SlotsNumberSequencesOnce) {
  WordTrie trie;
  EXPECT_EQ(trie.insert("Guinea"), 0);
  EXPECT_EQ(trie.insert("Guinea-Bissau"), 1);
  EXPECT_EQ(trie.insert("Guinea Bissau"), 1);
  EXPECT_EQ(trie.insert("'-"), -1);
  EXPECT_EQ(trie.find("Guinea"), 0);
  EXPECT_EQ(trie.find("Bissau"), -1);
  EXPECT_EQ(trie.size(), 2);
}

TEST(WordTrie, LongestMatch) {
  WordTrie trie;
  for (const char* name : {"US", "Guinea", "Guinea-Bissau", "Cote d'Ivoire", "New York",
                           "New York City", "Antony Blinken", "Moscow", "Vietnam"}) {
    trie.insert(name);
  }
  const struct {
    std::vector<std::string_view> words;
    int expected;
  } kCases[] = {
      {{"US", "troops"}, 1},
      {{"us", "too"}, 0},
      {{"U.S.", "troops"}, 1},
      {{"the", "US"}, 2},
      {{"Guinea", "-", "Bissau"}, 3},
      {{"Guinea-Bissau"}, 1},
      {{"Guinea", "-", "based"}, 1},
      {{"Côte", "d'", "Ivoire"}, 3},
      {{"Côte", "d’Ivoire"}, 2},
      {{"New", "York", "said"}, 2},
      {{"New", "York", "City"}, 3},
      {{"New", "Delhi"}, 0},
      {{"Antony", "J.", "Blinken"}, 3},
      {{"Moscow's"}, 1},
      {{"MOSCOW", "SAYS"}, 1},
      {{"moscow"}, 0},
      {{"the"}, 0},
      {{}, 0},
  };
  for (const auto& test : kCases) {
    EXPECT_EQ(matched(trie, test.words, 0), test.expected)
        << (test.words.empty() ? "" : test.words.front());
  }
}

TEST(WordTrie, MatchesInsideAText) {
  WordTrie trie;
  trie.insert("South Sudan");
  trie.insert("Sudan");
  const std::vector<std::string_view> words = {"in", "South", "Sudan", "and", "Sudan"};
  EXPECT_EQ(matched(trie, words, 0), 0);
  EXPECT_EQ(matched(trie, words, 1), 2);
  EXPECT_EQ(matched(trie, words, 2), 1);
  EXPECT_EQ(matched(trie, words, 9), 0);
}

}  // namespace
}  // namespace detente
