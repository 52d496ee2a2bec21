#include "document/encoding.h"

#include <gtest/gtest.h>

namespace detente::document {
namespace {

using namespace std::string_literals;

std::string written_in(const std::string& encoding, const std::string& text) {
  // The way back goes through the code under test; only the single-byte sets used here, and UTF-16.
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto d = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    unsigned point = c;
    if (c >= 0xC0) {
      point = ((c & 0x1FU) << 6) | (d & 0x3FU);
      ++i;
    }
    if (encoding == "UTF-16LE" || encoding == "UTF-16BE") {
      const char low = static_cast<char>(point & 0xFF);
      const char high = static_cast<char>(point >> 8);
      bytes += encoding == "UTF-16LE" ? low : high;
      bytes += encoding == "UTF-16LE" ? high : low;
    } else if (encoding == "windows-1251" && point >= 0x410 && point <= 0x44F) {
      bytes += static_cast<char>(point - 0x410 + 0xC0);
    } else {
      bytes += static_cast<char>(point);
    }
  }
  return bytes;
}

const std::string kRussian =
    "Послы двух стран встретились вчера в Женеве и договорились продолжить переговоры весной. "
    "Стороны отказались назвать предмет беседы, однако назвали ее полезной.";

TEST(Encoding, KeepsUtf8WhateverIsDeclared) {
  EXPECT_EQ(*to_utf8("café", "iso-8859-1", "page", 0), "café");
}

TEST(Encoding, TrustsTheDeclarationBeforeStatistics) {
  EXPECT_EQ(*to_utf8(written_in("windows-1251", kRussian), "Windows-1251", "page", 0), kRussian);
  EXPECT_EQ(*to_utf8("\x93quoted\x94", "iso-8859-1", "page", 0), "“quoted”")
      << "as the web reads Latin-1";
}

TEST(Encoding, GuessesWhatIsNotDeclared) {
  EXPECT_EQ(*to_utf8(written_in("windows-1251", kRussian), "", "page", 0), kRussian);
}

TEST(Encoding, KnowsByteOrderMarks) {
  EXPECT_STREQ(byte_order_mark("\xEF\xBB\xBFx").encoding, "UTF-8");
  EXPECT_STREQ(byte_order_mark("\xFF\xFEx\0"s).encoding, "UTF-16LE");
  EXPECT_STREQ(byte_order_mark("\xFE\xFF\0x"s).encoding, "UTF-16BE");
  EXPECT_EQ(byte_order_mark("x").encoding, nullptr);
  EXPECT_EQ(*convert(written_in("UTF-16BE", kRussian), "UTF-16BE", "page", 2), kRussian);
}

TEST(Encoding, NamesThePlaceOfBrokenBytes) {
  struct Case {
    std::string bytes, declared, where, reason;
  };
  for (const auto& [bytes, declared, where, reason] : std::vector<Case>{
           {"A caf\xC3\xA9, an \xC3\xA9lan and a br\xFFken one", "", "page, byte 31",
            "broken UTF-8 text"},
           {"caf\xE9", "utf-8", "page, byte 8", "broken UTF-8 text"},
           {"caf\xE9", "klingon-1", "page", "unknown encoding \"klingon-1\""},
           {"ab\x81\x20", "shift_jis", "page, byte 7", "broken CP932 text"},
       }) {
    const Result<std::string> text = to_utf8(bytes, declared, "page", 5);
    ASSERT_FALSE(text) << bytes;
    EXPECT_EQ(text.error().where, where);
    EXPECT_EQ(text.error().reason, reason);
  }
}

TEST(Encoding, RefusesHalfACharacterAtTheEnd) {
  const Result<std::string> text = convert("a\0b"s, "UTF-16LE", "page", 2);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().where, "page, byte 4");
}

}  // namespace
}  // namespace detente::document
