#include <gtest/gtest.h>

#include "document/reader.h"

namespace detente {
namespace {

TEST(Plain, ReadsTheHeader) {
  const Batch batch = read_bytes(
      "Title: Envoys meet: a first step\nSource: The Daily Courier\nPublished: "
      "2017-09-13T10:00:00Z\n"
      "URL: https://example.org/a?b=c:d\n\nThe envoys met.\n\nThey left.\n",
      "a.txt");
  ASSERT_EQ(batch.documents.size(), 1U);
  const Document& document = batch.documents[0];
  EXPECT_EQ(document.title, "Envoys meet: a first step");
  EXPECT_EQ(document.outlet, "The Daily Courier");
  EXPECT_EQ(document.published->iso(), "2017-09-13");
  EXPECT_EQ(document.url, "https://example.org/a?b=c:d");
  EXPECT_EQ(document.text, "The envoys met.\n\nThey left.");
  EXPECT_TRUE(batch.refused.empty());
  EXPECT_TRUE(batch.warnings.empty());
}

TEST(Plain, TakesAllAsTextWhereTheHeaderIsNone) {
  for (const char* text :
       {"The envoys met.", "Title: with no blank line\nThe envoys met.",
        "Moscow: the envoys met.\n\nThey left.", "Title: A\nMood: bad\n\nThe envoys met."}) {
    const Batch batch = read_bytes(text, "a.txt");
    ASSERT_EQ(batch.documents.size(), 1U) << text;
    EXPECT_EQ(batch.documents[0].text, text);
    EXPECT_EQ(batch.documents[0].title, "");
  }
}

TEST(Plain, FoldsLineEnds) {
  const Batch batch = read_bytes("title: A\r\n\r\nOne.\r\n\r\nTwo.\rThree.\r\n", "a.txt");
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_EQ(batch.documents[0].title, "A");
  EXPECT_EQ(batch.documents[0].text, "One.\n\nTwo.\nThree.");
}

TEST(Plain, KeepsAReportWhoseDateIsNonsenseAndWarns) {
  for (const char* date : {"0000-00-00", "yesterday", "2017-02-30", "99999-01-01"}) {
    const Batch batch =
        read_bytes("Published: " + std::string(date) + "\n\nThe envoys met.", "a.txt");
    ASSERT_EQ(batch.documents.size(), 1U) << date;
    EXPECT_FALSE(batch.documents[0].published);
    ASSERT_EQ(batch.warnings.size(), 1U);
    EXPECT_EQ(batch.warnings[0].message(),
              "a.txt: published: \"" + std::string(date) + "\" names no day; left empty");
  }
  const Batch far = read_bytes("Published: 9999-12-31\n\nThe envoys met.", "a.txt");
  EXPECT_EQ(far.documents.at(0).published->iso(), "9999-12-31");
}

TEST(Plain, RefusesAHeaderWithoutText) {
  const Batch batch = read_bytes("Title: A\n\n\n", "a.txt");
  EXPECT_TRUE(batch.documents.empty());
  ASSERT_EQ(batch.refused.size(), 1U);
  EXPECT_EQ(batch.refused[0].message(), "a.txt: no text");
}

}  // namespace
}  // namespace detente
