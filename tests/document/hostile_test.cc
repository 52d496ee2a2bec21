// Input made to hurt: each must end in documents or in named refusals, never in a crash.
#include <gtest/gtest.h>
#include <random>

#include "base/utf8.h"
#include "document/reader.h"

namespace detente {
namespace {

using namespace std::string_literals;

std::string repeated(const std::string& piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

std::string only_refusal(const std::string& bytes, Format format = Format::kDetect) {
  const Batch batch = read_bytes(bytes, "in", format);
  EXPECT_TRUE(batch.documents.empty());
  EXPECT_EQ(batch.refused.size(), 1U);
  return batch.refused.empty() ? "" : batch.refused[0].message();
}

TEST(Hostile, EmptyInput) {
  for (const std::string& bytes : {""s, " \n\t\r\n"s, "\xEF\xBB\xBF"s, "\xFF\xFE"s}) {
    EXPECT_EQ(only_refusal(bytes), "in: empty input");
    EXPECT_EQ(only_refusal(bytes, Format::kJsonLines), "in: empty input");
  }
}

TEST(Hostile, NulBytes) {
  EXPECT_EQ(only_refusal("Envoys\0 met."s), "in, byte 6: NUL in text");
  EXPECT_EQ(only_refusal("\xEF\xBB\xBFnvoys\0 met."s), "in, byte 8: NUL in text");
  EXPECT_EQ(only_refusal("<html><p>Envoys\0 met.</p>"s), "in, byte 15: NUL in text");
  EXPECT_EQ(only_refusal("{\"text\": \"a\0\"}"s),
            "in:1: no valid JSON: unexpected input at byte 11 of the line");
}

TEST(Hostile, BytesOfNoEncoding) {
  std::string noise;
  for (int i = 0; i < 4096; ++i) noise += static_cast<char>((i * 7919 + i / 3) % 255 + 1);
  const Batch batch = read_bytes(noise, "in");
  EXPECT_EQ(batch.documents.size() + batch.refused.size(), 1U);
  for (const Document& document : batch.documents) EXPECT_TRUE(is_utf8(document.text));
}

TEST(Hostile, OneLineOfTenMegabytes) {
  const std::string line = repeated("The envoys met. ", 10 << 16);
  const Batch plain = read_bytes(line, "in");
  ASSERT_EQ(plain.documents.size(), 1U);
  EXPECT_EQ(plain.documents[0].text.size(), line.size() - 1);
  const Batch json = read_bytes("{\"text\": \"" + line + "\"}", "in");
  ASSERT_EQ(json.documents.size(), 1U);
  EXPECT_EQ(json.documents[0].text, line);
  const Batch html = read_bytes("<html><p>" + line, "in");
  ASSERT_EQ(html.documents.size(), 1U);
  EXPECT_EQ(html.documents[0].text.size(), line.size() - 1);
}

TEST(Hostile, PagesNestedTenThousandDeep) {
  for (const std::string& tag :
       {"div"s, "span"s, "b"s, "section"s, "blockquote"s, "article"s, "table><tr><td"s}) {
    const std::string page =
        "<html><body>" + repeated("<" + tag + ">", 10000) +
        "The envoys met in Geneva on Tuesday, and it took them four hours to agree on the hall.";
    const Batch batch = read_bytes(page, "in");
    EXPECT_EQ(batch.documents.size() + batch.refused.size(), 1U) << tag;
  }
}

TEST(Hostile, PagesNestedBeyondTheLimit) {
  EXPECT_EQ(only_refusal("<html>" + repeated("<div>", 200000)),
            "in: elements nested 200001 deep; the limit is 16384");
}

TEST(Hostile, JsonNestedDeep) {
  const std::string deep = repeated("[", 200000);
  EXPECT_EQ(read_bytes("{\"text\": " + deep, "in").refused.size(), 1U);
  const Batch closed =
      read_bytes("{\"text\": \"x\", \"a\": " + deep + repeated("]", 200000) + "}", "in");
  EXPECT_EQ(closed.documents.size(), 1U);
  const Batch linked =
      read_bytes("<html><script type='application/ld+json'>" + deep + repeated("]", 200000) +
                     "</script><p>The envoys met in Geneva on Tuesday.</p>",
                 "in");
  EXPECT_EQ(linked.documents.size(), 1U);
}

TEST(Hostile, PagesCutAnywhere) {
  const std::string page =
      "<!DOCTYPE html><html><head><meta charset=utf-8><title>T</title></head><body><article>"
      "<p class='a b'>The envoys – met &amp; left &#8212; “gladly”.</p><!-- x --></article>";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    const Batch batch = read_bytes(page.substr(0, size), "in");
    ASSERT_EQ(batch.documents.size() + batch.refused.size(), 1U) << size;
    for (const Document& document : batch.documents) EXPECT_TRUE(is_utf8(document.text)) << size;
  }
}

TEST(Hostile, MessagesCarryNoControlCharacters) {
  const Batch batch = read_bytes(
      R"({"text": "x", "published": "\u001b[2Jsoon\u009b)" + repeated("é", 60) + "\"}", "in");
  ASSERT_EQ(batch.warnings.size(), 1U);
  EXPECT_EQ(batch.warnings[0].reason,
            "published: \"?[2Jsoon?" + repeated("é", 35) + "…\" names no day; left empty");
}

// Bytes changed at random, the same ones in every run: whatever is kept keeps its promises.
TEST(Hostile, DamagedInputs) {
  const std::string seeds[] = {
      "Title: T\nPublished: 2017-09-13\n\nThe envoys – met.\n",
      "{\"id\": \"d\", \"text\": \"é\", \"published\": \"2017-09-13\"}\n{\"text\": \"x\"}\n",
      "<html><meta charset=utf-8><meta name=date content='2017-09-13'><article><p>The envoys – "
      "met in Geneva.</p><script type='application/ld+json'>{\"datePublished\": \"2017-09-13\"}"
      "</script><div class=share>x</div></article></html>"};
  std::mt19937 random(20170913);
  for (int round = 0; round < 6000; ++round) {
    std::string bytes = seeds[round % 3];
    for (unsigned changes = random() % 4 + 1; changes > 0; --changes) {
      const std::size_t at = random() % bytes.size();
      const std::size_t kind = random() % 3;
      if (kind == 0) bytes[at] = static_cast<char>(random() % 256);
      if (kind == 1) bytes.insert(at, bytes.substr(random() % bytes.size(), 9));
      if (kind == 2) bytes.erase(at, random() % 5);
      if (bytes.empty()) bytes = " ";
    }
    const Batch batch = read_bytes(bytes, "in");
    ASSERT_FALSE(batch.documents.empty() && batch.refused.empty()) << bytes;
    for (const Document& document : batch.documents) {
      ASSERT_TRUE(is_utf8(document.text) && is_utf8(document.title)) << bytes;
      ASSERT_EQ(document.text.find('\0'), std::string::npos) << bytes;
      ASSERT_FALSE(document.id.empty()) << bytes;
    }
    for (const Error& error : batch.refused) ASSERT_TRUE(error.where.starts_with("in")) << bytes;
  }
}

TEST(Hostile, NulAsCharacterReference) {
  const Batch batch =
      read_bytes("<html><p>The envoys&#0; met in Geneva &#xD800; on Tuesday.</p>", "in");
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_EQ(batch.documents[0].text.find('\0'), std::string::npos);
  EXPECT_TRUE(is_utf8(batch.documents[0].text));
}

}  // namespace
}  // namespace detente
