#include <gtest/gtest.h>

#include "document/reader.h"

namespace detente {
namespace {

using namespace std::string_literals;

TEST(JsonLines, ReadsEveryField) {
  const Batch batch = read_bytes(
      R"({"id": "d1", "title": "T", "source": "CNN", "published": "2017-09-13", "url": "u",)"
      R"( "text": "Envoys met."})"
      "\n\n"
      R"({"text": "They left.", "mood": [1, {"a": null}], "title": null})",
      "in");
  ASSERT_EQ(batch.documents.size(), 2U);
  const Document& first = batch.documents[0];
  EXPECT_EQ(first.id, "d1");
  EXPECT_EQ(first.title, "T");
  EXPECT_EQ(first.outlet, "CNN");
  EXPECT_EQ(first.published->iso(), "2017-09-13");
  EXPECT_EQ(first.url, "u");
  EXPECT_EQ(first.text, "Envoys met.");
  EXPECT_TRUE(batch.documents[1].id.starts_with("sha256:")) << batch.documents[1].id;
  EXPECT_FALSE(batch.documents[1].published);
  EXPECT_TRUE(batch.refused.empty() && batch.warnings.empty());
}

TEST(JsonLines, KeepsTheTextByteForByte) {
  const Batch batch = read_bytes(R"({"text": "  A\r\n\tb\u00a0é \ud83d\ude00\u00ad \n\n"})", "in");
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_EQ(batch.documents[0].text, "  A\r\n\tb\u00a0é 😀\u00ad \n\n");
}

TEST(JsonLines, RefusesOneLineWithItsPlaceAndReadsOn) {
  struct Case {
    std::string line, reason;
  };
  for (const auto& [line, reason] : std::vector<Case>{
           {R"({"id": 7, "text": "x"})", "field \"id\" must be a string, not number"},
           {R"({"text": ["x"]})", "field \"text\" must be a string, not array"},
           {R"({"text": "x", "published": 20170913})",
            "field \"published\" must be a string, not number"},
           {R"({"text": "x", "url": {"a": 1}})", "field \"url\" must be a string, not object"},
           {R"({"text": "x", "title": true})", "field \"title\" must be a string, not boolean"},
           {R"({"id": "d"})", "field \"text\" is missing"},
           {R"({"text": "  \n"})", "no text"},
           {R"({"text": null})", "no text"},
           {R"({"text": "a\u0000b"})", "field \"text\" contains NUL"},
           {R"(["x"])", "must be a JSON object, not array"},
           {R"("x")", "must be a JSON object, not string"},
           {R"({"text": "x)", "no valid JSON: unexpected input at byte 11 of the line"},
           {R"({"text": "\ud800"})", "no valid JSON: unexpected input at byte 16 of the line"},
           {"{\"text\": \"a\tb\"}", "no valid JSON: unexpected input at byte 11 of the line"},
           {"{\"text\": \"caf\xE9\"}",
            "broken UTF-8 text at byte 13 of the line, byte 33 of the input"},
           {"nothing of the kind", "no valid JSON: unexpected input at byte 1 of the line"},
       }) {
    const Batch batch =
        read_bytes("{\"text\": \"before\"}\n\n" + line + "\n{\"text\": \"after\"}\n", "in.jsonl");
    ASSERT_EQ(batch.refused.size(), 1U) << line;
    EXPECT_EQ(batch.refused[0].where, "in.jsonl:3") << line;
    EXPECT_EQ(batch.refused[0].reason, reason) << line;
    ASSERT_EQ(batch.documents.size(), 2U) << line;
    EXPECT_EQ(batch.documents[1].text, "after");
  }
}

TEST(JsonLines, KeepsAReportWhoseDateIsNonsenseAndWarns) {
  for (const char* date : {"0000-01-01", "soon", "2017-02-30", "2017"}) {
    const Batch batch =
        read_bytes("{\"text\": \"x\", \"published\": \"" + std::string(date) + "\"}", "in");
    ASSERT_EQ(batch.documents.size(), 1U) << date;
    EXPECT_FALSE(batch.documents[0].published);
    ASSERT_EQ(batch.warnings.size(), 1U);
    EXPECT_EQ(batch.warnings[0].where, "in:1");
  }
  EXPECT_TRUE(read_bytes(R"({"text": "x", "published": ""})", "in").warnings.empty());
}

TEST(JsonLines, ReadsTheSameReportOnce) {
  const std::string line = R"({"id": "d1", "text": "x"})";
  const Batch batch = read_bytes(line + "\n" + line + "\n", "in");
  EXPECT_EQ(batch.documents.size(), 1U);
  EXPECT_TRUE(batch.refused.empty());
  ASSERT_EQ(batch.warnings.size(), 1U);
  EXPECT_EQ(batch.warnings[0].message(), "in:2: the same report as on line 1; read once");
}

TEST(JsonLines, RefusesAnIdThatNamesTwoReports) {
  const Batch batch =
      read_bytes("{\"id\": \"d1\", \"text\": \"x\"}\n{\"id\": \"d1\", \"text\": \"y\"}\n", "in");
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_EQ(batch.documents[0].text, "x");
  ASSERT_EQ(batch.refused.size(), 1U);
  EXPECT_EQ(batch.refused[0].message(), "in:2: id \"d1\" already names another report, on line 1");
}

TEST(JsonLines, TheIdOfAReportWithoutOneIsItsContent) {
  const Batch batch =
      read_bytes("{\"text\": \"x\"}\n{\"text\": \"y\"}\n{\"text\": \"x\", \"url\": \"u\"}\n", "in");
  ASSERT_EQ(batch.documents.size(), 2U) << "the third is the first, from another address";
  EXPECT_NE(batch.documents[0].id, batch.documents[1].id);
}

}  // namespace
}  // namespace detente
