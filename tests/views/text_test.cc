#include "views/text.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

using Lines = std::vector<std::string>;

TEST(DisplayWidth, CountsColumnsNotBytes) {
  const std::pair<const char*, int> cases[] = {
      {"", 0}, {"abc", 3}, {"Détente", 7}, {"e\u0301", 1}, {"東京", 4}, {"Київ", 4}, {"…", 1},
  };
  for (const auto& [text, width] : cases) EXPECT_EQ(display_width(text), width) << text;
}

TEST(OneLine, FoldsWhiteSpace) {
  EXPECT_EQ(one_line("  a\n\n b\t\u2003c  "), "a b c");
  EXPECT_EQ(one_line("25\u00a0per cent"), "25\u00a0per cent");
  EXPECT_EQ(one_line(" \n "), "");
}

TEST(OneLine, KeepsControlCharactersFromTheScreen) {
  EXPECT_EQ(one_line("a\x1b[31mb"), "a[31mb");
  EXPECT_EQ(one_line("a\u202eb\u200bc\u0085d"), "abcd");
  EXPECT_EQ(one_line(std::string("a\0b", 3)), "ab");
}

TEST(OneLine, BrokenBytesBecomeOneSign) { EXPECT_EQ(one_line("a\xff"), "a\ufffd"); }

TEST(Wrapped, BreaksAtBlanks) {
  EXPECT_EQ(wrapped("", 10), Lines{""});
  EXPECT_EQ(wrapped("one two three", 7), (Lines{"one two", "three"}));
  EXPECT_EQ(wrapped("one two three", 13), Lines{"one two three"});
  EXPECT_EQ(wrapped("25\u00a0per cent", 7), (Lines{"25\u00a0per", "cent"}));
}

TEST(Wrapped, CutsAWordThatIsTooWide) {
  EXPECT_EQ(wrapped("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
  EXPECT_EQ(wrapped("x abcdefgh", 3), (Lines{"x", "abc", "def", "gh"}));
  EXPECT_EQ(wrapped("東京京", 3), (Lines{"東", "京", "京"}));
}

TEST(Wrapped, NoLineIsTooWide) {
  const std::string text =
      "Ὁ πρέσβυς 大使館 called the ambassador’s extraordinarily-long-compound away";
  for (int columns = 2; columns < 80; ++columns) {
    std::string all;
    for (const std::string& line : wrapped(text, columns)) {
      EXPECT_LE(display_width(line), columns) << line;
      all += line;
    }
    std::erase(all, ' ');
    std::string letters = text;
    std::erase(letters, ' ');
    EXPECT_EQ(all, letters);
  }
}

TEST(Shortened, CutsAtABlank) {
  EXPECT_EQ(shortened("one two", 7), "one two");
  EXPECT_EQ(shortened("one two three", 10), "one two …");
  EXPECT_EQ(shortened("one two three", 9), "one two …");
  EXPECT_EQ(shortened("abcdefghij", 6), "abcd …");
}

TEST(Capitalised, ChangesTheFirstLetterOnly) {
  EXPECT_EQ(capitalised(""), "");
  EXPECT_EQ(capitalised("the United States"), "The United States");
  EXPECT_EQ(capitalised("éire"), "Éire");
}

}  // namespace
}  // namespace detente
