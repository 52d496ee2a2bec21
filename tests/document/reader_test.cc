#include "document/reader.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace detente {
namespace {

using namespace std::string_literals;

TEST(Reader, ChoosesTheFormatByContent) {
  const std::string sentence = "The envoys met in Geneva on Tuesday.";
  for (const std::string& bytes :
       {sentence, "Title: T\n\n" + sentence, "{\"text\": \"" + sentence + "\"}",
        "\n { \"text\": \"" + sentence + "\"}", "<p>" + sentence + "</p>",
        "\xEF\xBB\xBF<!doctype HTML><p>" + sentence,
        "<?xml version='1.0'?><html><p>" + sentence + "</p></html>",
        "\xEF\xBB\xBF{\"text\": \"" + sentence + "\"}"}) {
    const Batch batch = read_bytes(bytes, "misleading.html");
    ASSERT_EQ(batch.documents.size(), 1U) << bytes;
    EXPECT_EQ(batch.documents[0].text, sentence) << bytes;
  }
}

TEST(Reader, TakesAFormatOnRequest) {
  const Batch batch = read_bytes("no json\n{\"text\": \"x\"}", "in", Format::kJsonLines);
  EXPECT_EQ(batch.documents.size(), 1U);
  EXPECT_EQ(batch.refused.size(), 1U);
  EXPECT_EQ(read_bytes("{\"text\": \"x\"}", "in", Format::kPlain).documents.at(0).text,
            "{\"text\": \"x\"}");
}

TEST(Reader, LeavesSentencesInBracesToPlainText) {
  EXPECT_EQ(read_bytes("{note} The envoys met.", "in").documents.at(0).text,
            "{note} The envoys met.");
  EXPECT_EQ(read_bytes("<Tass> The envoys met.", "in").documents.at(0).text,
            "<Tass> The envoys met.");
}

TEST(Reader, ReadsUtf16WithItsMark) {
  const Batch batch = read_bytes("\xFF\xFEH\0i\0.\0"s, "in");
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_EQ(batch.documents[0].text, "Hi.");
}

TEST(Reader, GivesTheSameReportTheSameId) {
  const std::string page = "<html><title>T</title><p>The envoys met in Geneva.</p>";
  const std::string first = read_bytes(page, "a.html").documents.at(0).id;
  EXPECT_TRUE(first.starts_with("sha256:"));
  EXPECT_EQ(first.size(), 23U);
  EXPECT_EQ(read_bytes("Title: T\n\nThe envoys met in Geneva.", "b.txt").documents.at(0).id, first);
  EXPECT_NE(read_bytes("Title: T\n\nThe envoys met in Bern.", "b.txt").documents.at(0).id, first);
}

TEST(ReadFile, ReadsAFileAndNamesItInMessages) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "reader_test.txt";
  std::ofstream(path) << "Published: never\n\nThe envoys met.";
  const Batch batch = read_file(path);
  ASSERT_EQ(batch.documents.size(), 1U);
  EXPECT_EQ(batch.documents[0].text, "The envoys met.");
  ASSERT_EQ(batch.warnings.size(), 1U);
  EXPECT_EQ(batch.warnings[0].where, path.string());
  std::filesystem::remove(path);
}

TEST(ReadFile, RefusesWhatCannotBeRead) {
  const Batch missing = read_file("no/such/file.txt");
  ASSERT_EQ(missing.refused.size(), 1U);
  EXPECT_EQ(missing.refused[0].code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.refused[0].message(), "no/such/file.txt: no such file");
  const Batch folder = read_file(testing::TempDir());
  ASSERT_EQ(folder.refused.size(), 1U);
  EXPECT_EQ(folder.refused[0].reason, "is a folder, not a file");
}

TEST(ReadStream, ReadsToTheEnd) {
  std::istringstream in("{\"text\": \"x\"}\n{\"text\": \"y\"}");
  EXPECT_EQ(read_stream(in, "standard input").documents.size(), 2U);
}

}  // namespace
}  // namespace detente
