#include "cli/sources.h"

#include <gtest/gtest.h>

#include "cli/program.h"

namespace detente::cli {
namespace {

TEST(ExpandTest, NothingIsStandardInput) {
  Console console;
  EXPECT_EQ(expand({}, console), std::vector<std::string>{"-"});
}

TEST(ExpandTest, FoldersGiveTheirFilesByName) {
  const TemporaryFolder folder;
  const std::string b = folder.write("b.txt", "b");
  const std::string a = folder.write("a/z.txt", "a");
  folder.write(".hidden", "h");
  folder.write(".git/config", "c");
  Console console;
  EXPECT_EQ(expand({"-", folder.path().string(), "missing.txt"}, console),
            (std::vector<std::string>{"-", a, b, "missing.txt"}));
  EXPECT_EQ(console.finish(), kDone);
}

TEST(ExpandTest, AnEmptyFolderIsRefused) {
  const TemporaryFolder folder;
  Console console;
  EXPECT_TRUE(expand({folder.path().string()}, console).empty());
  EXPECT_EQ(console.finish(), kSomeRefused);
}

TEST(ReadAllReportsTest, OneIdIsOneReport) {
  const TemporaryFolder folder;
  const std::string first = folder.write("1.jsonl", R"({"id": "a", "text": "One."})");
  const std::string again = folder.write("2.jsonl", R"({"id": "a", "text": "One."})");
  const std::string other = folder.write("3.jsonl", R"({"id": "a", "text": "Two."})");
  Console told_twice;
  EXPECT_EQ(read_all_reports({first, again}, told_twice).size(), 1U);
  EXPECT_EQ(told_twice.finish(), kDone);
  Console clash;
  EXPECT_EQ(read_all_reports({first, other}, clash).size(), 1U);
  EXPECT_EQ(clash.finish(), kSomeRefused);
}

TEST(ReadAllReportsTest, FileNamesNeedNotBeUtf8) {
  const TemporaryFolder folder;
  folder.write("caf\xE9.txt", "A text.");
  Console console;
  const auto documents = read_all_reports({folder.path().string()}, console);
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].text, "A text.");
}

}  // namespace
}  // namespace detente::cli
