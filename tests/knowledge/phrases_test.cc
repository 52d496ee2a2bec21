#include "knowledge/phrases.h"

#include <gtest/gtest.h>

#include "knowledge/plain_text.h"

namespace detente {
namespace {

std::vector<LexicalWord> words_of(std::string_view sentence, const Vocabulary& vocabulary) {
  const PlainText text = read_plain(sentence, vocabulary);
  std::vector<LexicalWord> words;
  for (std::size_t i = 0; i < text.forms.size(); ++i) {
    words.push_back({vocabulary.find(text.lemmas[i]), vocabulary.find(text.forms[i])});
  }
  return words;
}

// "first-last:entry" for each hit.
std::string hits_in(const PhraseSet& set, const Vocabulary& vocabulary, std::string_view sentence,
                    PhraseSet::Longest longest = PhraseSet::Longest::kOfAll) {
  std::string out;
  const auto words = words_of(sentence, vocabulary);
  for (const PhraseHit& hit : set.find(words, 0, words.size(), longest)) {
    if (!out.empty()) out += ' ';
    out += std::to_string(hit.first) + "-" + std::to_string(hit.last) + ":" +
           std::to_string(hit.entry);
  }
  return out;
}

TEST(PhraseSet, FindsPhrases) {
  Vocabulary vocabulary;
  PhraseSet set;
  ASSERT_TRUE(set.insert(vocabulary, "confirm", 1));
  ASSERT_TRUE(set.insert(vocabulary, "neither ... confirm nor deny", 2));
  ASSERT_TRUE(set.insert(vocabulary, "recall ... ambassador", 3));
  ASSERT_TRUE(set.insert(vocabulary, "cease-fire", 4));
  ASSERT_TRUE(set.insert(vocabulary, "sanctions", 5));
  const struct {
    const char* sentence;
    const char* hits;
  } kCases[] = {
      {"It confirmed the talks", "1-2:1"},
      {"She would neither confirm nor deny it", "2-6:2"},
      {"He neither publicly confirms nor denies it", "1-6:2"},
      {"Rome recalled its ambassador", "1-4:3"},
      {"Rome recalls the much loved old ambassador", "1-7:3"},
      {"Rome recalls the much loved old and wise ambassador", ""},
      {"The cease-fire held", "1-4:4"},
      {"The cease fire held", "1-3:4"},
      {"the Sanctions", "1-2:5"},
      {"Nothing", ""},
      {"", ""},
  };
  for (const auto& test : kCases) {
    EXPECT_EQ(hits_in(set, vocabulary, test.sentence), test.hits) << test.sentence;
  }
}

TEST(PhraseSet, LongestOfAllOrOfEntry) {
  Vocabulary vocabulary;
  PhraseSet set;
  set.insert(vocabulary, "cut", 1);
  set.insert(vocabulary, "cut off", 2);
  set.insert(vocabulary, "cut", 2);
  EXPECT_EQ(hits_in(set, vocabulary, "They cut off aid"), "1-3:2");
  EXPECT_EQ(hits_in(set, vocabulary, "They cut off aid", PhraseSet::Longest::kOfEntry),
            "1-2:1 1-3:2");
}

TEST(PhraseSet, KeepsToTheRangeAsked) {
  Vocabulary vocabulary;
  PhraseSet set;
  set.insert(vocabulary, "break off", 1);
  const auto words = words_of("They break off talks", vocabulary);
  EXPECT_EQ(set.find(words, 0, 2).size(), 0u);
  EXPECT_EQ(set.find(words, 2, 4).size(), 0u);
  EXPECT_EQ(set.find(words, 1, 99).size(), 1u);
}

TEST(PhraseSet, RefusesWhatIsNoPhrase) {
  Vocabulary vocabulary;
  PhraseSet set;
  for (const char* phrase : {"", "  ", "...", "... deny", "recall ...", "a ... ... b"}) {
    EXPECT_FALSE(set.insert(vocabulary, phrase, 0)) << phrase;
  }
  EXPECT_EQ(set.size(), 0u);
}

}  // namespace
}  // namespace detente
