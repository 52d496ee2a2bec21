#include "base/utf8.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

using namespace std::string_literals;

TEST(Utf8, FindsTheFirstBadByte) {
  struct Case {
    std::string text;
    std::size_t bad;
  };
  for (const auto& [text, bad] : std::vector<Case>{
           {"caf\xE9", 3},           // Latin-1
           {"\x80", 0},              // a tail without its head
           {"ab\xC3", 2},            // cut off
           {"ab\xE2\x82", 2},        // cut off later
           {"ab\xC0\xAF", 2},        // overlong slash
           {"\xE0\x80\xAF", 0},      // overlong in three
           {"x\xED\xA0\x80", 1},     // surrogate
           {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
           {"\xF5\x80\x80\x80", 0},  // no lead byte
           {"é\xFF", 2},
       }) {
    ASSERT_TRUE(first_bad_byte(text)) << text;
    EXPECT_EQ(*first_bad_byte(text), bad) << text;
  }
}

TEST(Utf8, AcceptsAllThatIsWellFormed) {
  for (const std::string& text : {""s, "plain"s, "é"s, "Détente – “мир” 和平"s, "\xF4\x8F\xBF\xBF"s,
                                  "\xED\x9F\xBF"s, "\xEE\x80\x80"s, "a\0b"s}) {
    EXPECT_TRUE(is_utf8(text)) << text;
  }
}

TEST(Utf8, WritesAndReadsEveryCodePointBack) {
  for (char32_t value = 0; value <= 0x10FFFF; value += value < 0x1000 ? 1 : 37) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text = "x";
    append_code_point(text, value);
    EXPECT_TRUE(is_utf8(text));
    const CodePoint forward = decode_at(text, 1);
    const CodePoint backward = decode_before(text, text.size());
    ASSERT_EQ(forward.value, value);
    ASSERT_EQ(backward.value, value);
    ASSERT_EQ(forward.size + 1U, text.size());
    ASSERT_EQ(backward.size, forward.size);
  }
}

TEST(Utf8, TurnsWhatIsNoCodePointIntoTheReplacement) {
  for (const char32_t value : {char32_t{0xD800}, char32_t{0x110000}}) {
    std::string text;
    append_code_point(text, value);
    EXPECT_EQ(text, "\xEF\xBF\xBD");
  }
  EXPECT_EQ(decode_at("\xC3", 0).value, 0xFFFDU);
  EXPECT_EQ(decode_before("\xA9", 1).value, 0xFFFDU);
}

// Every offset of texts around the index's stride agrees with counting by hand.
TEST(OffsetIndex, AgreesWithCountingByHand) {
  const std::string units[] = {"a", "é", "和", "😀", "aé和😀"};
  for (const std::string& unit : units) {
    for (std::size_t lead = 0; lead < 4; ++lead) {
      std::string text(lead, '.');
      while (text.size() < 700) text += unit;
      const OffsetIndex index(text);
      std::size_t point = 0;
      for (std::size_t byte = 0; byte < text.size(); ++point) {
        const std::size_t size = decode_at(text, byte).size;
        ASSERT_EQ(index.to_byte(point), byte) << unit << lead;
        for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(index.to_code_point(byte + i), point);
        byte += size;
      }
      EXPECT_EQ(index.code_points(), point);
      EXPECT_EQ(index.to_code_point(text.size()), point);
      EXPECT_EQ(index.to_byte(point), text.size());
      EXPECT_EQ(index.to_byte(point + 9), text.size());
      EXPECT_EQ(index.to_code_point(text.size() + 9), point);
    }
  }
}

TEST(OffsetIndex, TakesAnEmptyText) {
  const OffsetIndex index("");
  EXPECT_EQ(index.code_points(), 0U);
  EXPECT_EQ(index.to_byte(0), 0U);
  EXPECT_EQ(index.to_code_point(0), 0U);
}

}  // namespace
}  // namespace detente
