#include "knowledge/ontology.h"

#include <gtest/gtest.h>

#include "knowledge/plain_text.h"

namespace detente {
namespace {

constexpr std::string_view kKinds = R"(
measures:
  - kind: border_closure
    root: SANCTION
    words: [border closure, seal off]
    acts: [shut, reopen]
    things: [border, crossing]
  - kind: visa_restriction
    acts: [stop, shut]
    things: [visa]
    not: [stop short, visa card]
  - kind: ambassador_recall
    acts: [call ... home]
    things: [envoy]
)";

class LexiconTest : public testing::Test {
 protected:
  void SetUp() override {
    YamlFile file(kKinds, "k/kinds.yaml");
    lexicon_.load(file, file.entries("measures"), "kind", vocabulary_);
    ASSERT_TRUE(file.ok()) << file.status().error().message();
  }

  // "kind first-last" or "kind first-last+thing_first-thing_last" of each hit.
  std::string hits_in(std::string_view sentence) const {
    const PlainText text = read_plain(sentence, vocabulary_);
    std::vector<LexicalWord> words;
    for (std::size_t i = 0; i < text.forms.size(); ++i) {
      words.push_back({vocabulary_.find(text.lemmas[i]), vocabulary_.find(text.forms[i])});
    }
    std::string out;
    const auto range = [](int first, int last) {
      return std::to_string(first) + "-" + std::to_string(last);
    };
    for (const LexiconHit& hit : lexicon_.find(words, 0, words.size())) {
      if (!out.empty()) out += ", ";
      out += lexicon_.at(hit.entry).name + " " + range(hit.first, hit.last);
      if (hit.has_thing()) out += "+" + range(hit.thing_first, hit.thing_last);
    }
    return out;
  }

  Vocabulary vocabulary_;
  Lexicon lexicon_;
};

TEST_F(LexiconTest, FindsPhrasesAndActsWithThings) {
  const struct {
    const char* sentence;
    const char* hits;
  } kCases[] = {
      {"The border closure hurt both", "border_closure 1-3"},
      {"They shut the border", "border_closure 1-2+3-4"},
      {"The crossing was shut at noon", "border_closure 3-4+1-2"},
      {"They shut the shop", ""},
      {"The border is long", ""},
      {"They stopped all visas and reopened the crossing",
       "visa_restriction 1-2+3-4, border_closure 5-6+7-8"},
      {"They shut it down for the very first time in many years at the border", ""},
      {"They stopped short of visas", ""},
      {"They called their envoy in Lima home", "ambassador_recall 1-7+3-4"},
      {"They called home", ""},
      {"", ""},
  };
  for (const auto& test : kCases) EXPECT_EQ(hits_in(test.sentence), test.hits) << test.sentence;
}

TEST_F(LexiconTest, IndexOfNames) {
  EXPECT_EQ(lexicon_.index_of("visa_restriction"), 1);
  EXPECT_EQ(lexicon_.index_of("tariff"), -1);
}

TEST(Lexicon, BadFilesNameTheirLine) {
  const struct {
    const char* text;
    const char* message;
  } kCases[] = {
      {"measures: []\n", "k/k.yaml:1: 'measures' must be a list of entries"},
      {"channels: [a]\n", "k/k.yaml:1: 'measures' must be a list of entries"},
      {"measures:\n  - {gloss: a}\n", "k/k.yaml:2: 'kind' is missing"},
      {"measures:\n  - {kind: a}\n  - {kind: a}\n", "k/k.yaml:3: 'a' has an entry already"},
      {"measures:\n  - {kind: a, acts: [b]}\n", "k/k.yaml:2: 'acts' and 'things' go together"},
      {"measures:\n  - kind: a\n    words: [\"... b\"]\n", "k/k.yaml:3: '... b' is no phrase"},
      {"measures:\n  - kind: a\n    reads: []\n", "k/k.yaml:3: a list of texts is needed"},
      {"measures:\n  - kind: a\n    verbs: [b]\n", "k/k.yaml:3: unknown key 'verbs'"},
  };
  for (const auto& test : kCases) {
    YamlFile file(std::string_view(test.text), "k/k.yaml");
    Vocabulary vocabulary;
    Lexicon lexicon;
    lexicon.load(file, file.entries("measures"), "kind", vocabulary);
    ASSERT_FALSE(file.ok()) << test.text;
    EXPECT_EQ(file.status().error().message(), test.message) << test.text;
  }
}

}  // namespace
}  // namespace detente
