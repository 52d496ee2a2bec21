#include "language/windows.h"

#include <gtest/gtest.h>

#include "language/labels.h"
#include "language/segment.h"

namespace detente {
namespace {

WordPieces vocabulary() {
  auto pieces = WordPieces::load(std::string(DETENTE_SOURCE_DIR) + "/model/vocabulary.txt");
  EXPECT_TRUE(pieces.has_value());
  return std::move(*pieces);
}

TEST(Windows, KeepsSentencesWhole) {
  const Analysis cut = segment("Oslo spoke first. Then Lima spoke at length. Quito was silent.");
  const auto windows = make_windows(cut, vocabulary(), 10);
  ASSERT_EQ(windows.size(), 2U);
  EXPECT_EQ(windows[0].tokens, (TokenRange{0, 10}));
  EXPECT_EQ(windows[1].tokens, (TokenRange{10, 14}));
  EXPECT_EQ(windows[0].sentence, (std::vector<std::int64_t>{0, 0, 0, 0, 1, 1, 1, 1, 1, 1}));
}

TEST(Windows, TellsLetterCase) {
  const Analysis cut = segment("The US and McCoy met Lavrov in 2017.");
  const auto windows = make_windows(cut, vocabulary(), 100);
  ASSERT_EQ(windows.size(), 1U);
  const Window& window = windows[0];
  std::vector<std::int64_t> words;
  for (const auto piece : window.first)
    words.push_back(window.cases[static_cast<std::size_t>(piece)]);
  // initial, upper, lower, mixed, lower, title, lower, none, none
  EXPECT_EQ(words, (std::vector<std::int64_t>{5, 3, 1, 4, 1, 2, 1, 0, 0}));
}

TEST(Windows, FitsTheEncoderWhateverTheSentence) {
  std::string text;
  for (int i = 0; i < 390; ++i) text += "incomprehensibilities ";
  const Analysis cut = segment(text);
  for (const Window& window : make_windows(cut, vocabulary(), 110)) {
    EXPECT_LE(window.pieces.size(), kMaxWindowPieces + 1);
    for (const auto piece : window.last)
      EXPECT_LT(static_cast<std::size_t>(piece), window.pieces.size());
  }
}

TEST(Windows, MarksAPair) {
  const Analysis cut = segment("Lima has thanked Quito.");
  const Window window = mark_pair(cut, vocabulary(), {0, 1}, {3, 4});
  EXPECT_EQ(window.first.size(), cut.tokens.size() + 4);
  EXPECT_EQ(window.marks[0], 0);
  EXPECT_EQ(window.marks[1], 5);
  EXPECT_EQ(window.pieces[static_cast<std::size_t>(window.first[0])], 1);
  EXPECT_EQ(window.pieces[static_cast<std::size_t>(window.first[5])], 3);
}

TEST(Windows, MarksASourceAlone) {
  const Analysis cut = segment("Lima has opened a park.");
  const Window window = mark_pair(cut, vocabulary(), {0, 1}, {});
  EXPECT_EQ(window.first.size(), cut.tokens.size() + 2);
  EXPECT_EQ(window.marks[1], window.marks[0]);
}

TEST(LemmaScript, MakesLemmas) {
  const struct {
    const char* script;
    const char* form;
    const char* lemma;
  } cases[] = {{"l|0|", "The", "the"},    {"k|0|", "Moscow", "Moscow"},
               {"l|1|", "talks", "talk"}, {"l|3|y", "embassies", "embassy"},
               {"w|be", "was", "be"},     {"l|9|", "É", "É"}};
  for (const auto& c : cases)
    EXPECT_EQ(apply_lemma_script(c.script, c.form), c.lemma) << c.script << " " << c.form;
}

}  // namespace
}  // namespace detente
