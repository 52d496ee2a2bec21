#include "reading/times/words.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "reading/times/words_for_tests.h"

namespace detente {
namespace {

namespace fs = std::filesystem;

// A copy of the tables that one test may damage.
class DamagedTables : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(testing::TempDir()) /
        ("times-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::copy(DETENTE_SOURCE_DIR "/knowledge/times", folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void append(const std::string& file, const std::string& text) {
    std::ofstream(folder_ / file, std::ios::app) << text;
  }
  std::string complaint() {
    const auto words = TimeWords::load(folder_);
    return words ? "" : words.error().message();
  }

  fs::path folder_;
};

TEST_F(DamagedTables, LoadsUnharmed) { EXPECT_EQ(complaint(), ""); }

TEST_F(DamagedTables, RefusesAnUnknownKeyWithItsLine) {
  append("grammar.yaml", "whenever: [whenever]\n");
  EXPECT_NE(complaint().find("grammar.yaml:"), std::string::npos);
  EXPECT_NE(complaint().find("whenever"), std::string::npos);
}

TEST_F(DamagedTables, RefusesAnUnknownUnit) {
  append("units.yaml", "  - {unit: jiffy, words: [jiffly], vague: true}\n");
  EXPECT_NE(complaint().find("units.yaml:"), std::string::npos);
  EXPECT_NE(complaint().find("unit"), std::string::npos);
}

TEST_F(DamagedTables, RefusesAHolidayWithoutARule) {
  append("holidays.yaml", "  - {names: [\"nobody's day\"]}\n");
  EXPECT_NE(complaint().find("holidays.yaml:"), std::string::npos);
}

TEST_F(DamagedTables, RefusesADateThatDoesNotExist) {
  append("holidays.yaml", "  - {names: [\"leap day\"], date: 02-30}\n");
  EXPECT_NE(complaint().find("MM-DD"), std::string::npos);
}

TEST_F(DamagedTables, NamesAMissingFile) {
  fs::remove(folder_ / "cues.yaml");
  EXPECT_NE(complaint().find("cues.yaml"), std::string::npos);
}

TEST(TimeWords, CutsPhrasesAsTheLexerCutsText) {
  EXPECT_EQ(phrase_words("new year's eve"), (std::vector<std::string>{"new", "year", "'s", "eve"}));
  EXPECT_EQ(phrase_words("eid al-fitr"), (std::vector<std::string>{"eid", "al", "-", "fitr"}));
  EXPECT_EQ(phrase_words("9/11"), (std::vector<std::string>{"9", "/", "11"}));
  EXPECT_EQ(phrase_words(""), std::vector<std::string>{});
}

TEST(TimeWords, KeepsTheLongestPhraseFirst) {
  const auto* phrases = times_words().phrases("christmas");
  ASSERT_NE(phrases, nullptr);
  EXPECT_EQ(phrases->front().words.size(), 2u);
  EXPECT_EQ(phrases->back().words.size(), 1u);
}

}  // namespace
}  // namespace detente
