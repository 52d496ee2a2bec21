#include "language/wordpiece.h"

#include <fstream>
#include <gtest/gtest.h>

namespace detente {
namespace {

// A vocabulary of some pieces after the 103 that BERT reserves.
class WordPieceTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = std::filesystem::temp_directory_path() / "detente_wordpiece_test.txt";
    std::ofstream out(path_);
    for (int i = 0; i <= kLastPiece; ++i) out << "[" << i << "]\n";
    for (const char* piece :
         {"embassy", "em", "##bass", "##ies", "cote", "d", "'", "##s", "u", ".", "北", "京"}) {
      out << piece << "\n";
    }
  }
  void TearDown() override { std::filesystem::remove(path_); }

  std::vector<std::string> cut(std::string_view word) {
    auto pieces = WordPieces::load(path_);
    EXPECT_TRUE(pieces.has_value());
    std::vector<std::int32_t> ids;
    pieces->append(word, ids);
    std::vector<std::string> names;
    std::ifstream in(path_);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    for (const auto id : ids) names.push_back(lines[static_cast<std::size_t>(id)]);
    return names;
  }

  std::filesystem::path path_;
};

using Names = std::vector<std::string>;

TEST_F(WordPieceTest, TakesTheLongestPiece) { EXPECT_EQ(cut("Embassy"), Names({"embassy"})); }
TEST_F(WordPieceTest, ContinuesAWord) {
  EXPECT_EQ(cut("embassies"), Names({"em", "##bass", "##ies"}));
}
TEST_F(WordPieceTest, DropsAccents) { EXPECT_EQ(cut("Côte"), Names({"cote"})); }
TEST_F(WordPieceTest, PutsPunctuationApart) { EXPECT_EQ(cut("U.'d"), Names({"u", ".", "'", "d"})); }
TEST_F(WordPieceTest, CutsChineseCharacters) { EXPECT_EQ(cut("北京"), Names({"北", "京"})); }
TEST_F(WordPieceTest, KnowsNothingOfTheRest) { EXPECT_EQ(cut("zebra"), Names({"[100]"})); }
TEST_F(WordPieceTest, GivesOnePieceForNothing) { EXPECT_EQ(cut("\xE2\x80\x8B"), Names({"[100]"})); }

TEST_F(WordPieceTest, LimitsTheLongestWord) {
  EXPECT_EQ(cut(std::string(5000, '.')).size(), kMaxPiecesPerWord);
}

TEST(WordPieceLoad, SaysWhatIsMissing) {
  const auto missing = WordPieces::load("/nowhere/vocabulary.txt");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(missing.error().message().find("/nowhere/vocabulary.txt"), std::string::npos);
}

}  // namespace
}  // namespace detente
