// What cannot be read is named with its place and left out; the rest is done.

#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.h"

namespace detente::cli {
namespace {

using nlohmann::json;

std::vector<json> lines_of(const std::string& out) {
  std::vector<json> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

TEST(RefusedInputTest, GoodReportsAreReadAroundBadOnes) {
  DETENTE_NEEDS_NETWORK();
  const Outcome outcome = run_program({"annotate"},
                                      "{\"id\": \"a\", \"text\": \"Peru thanked Chile.\"}\n"
                                      "{\"id\": \"b\", \"text\": 5}\n"
                                      "{\"id\": \"c\"\n"
                                      "{\"id\": \"d\", \"text\": \"Chile thanked Peru.\"}\n");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("detente: refused: standard input:2: "), std::string::npos);
  EXPECT_NE(outcome.err.find("detente: refused: standard input:3: "), std::string::npos);
  const std::vector<json> lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0]["id"], "a");
  EXPECT_EQ(lines[1]["id"], "d");
}

TEST(RefusedInputTest, AMissingFileIsNamed) {
  DETENTE_NEEDS_NETWORK();
  const TemporaryFolder folder;
  const std::string good = folder.write("good.txt", "Peru thanked Chile.");
  const std::string missing = (folder.path() / "missing.txt").string();
  const Outcome outcome = run_program({"record", missing, good});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find(missing + ": no such file"), std::string::npos) << outcome.err;
  EXPECT_TRUE(json::parse(outcome.out).contains("events"));
}

TEST(RefusedInputTest, EmptyInputGivesAnEmptyRecord) {
  const Outcome outcome = run_program({"record"}, "");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err, "detente: refused: standard input: empty input\n");
  const json record = json::parse(outcome.out);
  EXPECT_EQ(record.size(), 8U);
  for (const auto& list : record) EXPECT_TRUE(list.is_array() && list.empty());
}

TEST(RefusedInputTest, EmptyInputOfTheOtherCommands) {
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"annotate"}, {"annotate", "--tokenized"}, {"relate"}}) {
    const Outcome outcome = run_program(command, "");
    EXPECT_EQ(outcome.code, 1) << command.back();
    EXPECT_EQ(outcome.out, "") << command.back();
    EXPECT_NE(outcome.err.find("standard input"), std::string::npos) << command.back();
  }
}

TEST(RefusedInputTest, RelateAnswersAroundBadLines) {
  DETENTE_NEEDS_NETWORK();
  const Outcome outcome = run_program(
      {"relate"},
      "{\"id\": 1, \"text\": \"Peru thanked Chile.\", \"source\": [0, 4], \"target\": [13, 18]}\n"
      "\n"
      "{\"id\": 2, \"text\": \"Peru\", \"source\": [9, 12]}\n"
      "{\"id\": 3, \"text\": \"A  z\", \"source\": [1, 2]}\n"
      "{\"id\": 4, \"text\": \"Peru thanked Chile.\", \"source\": [0, 4], \"target\": null}\n");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_NE(outcome.err.find("standard input:3: "), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("standard input:4: "), std::string::npos) << outcome.err;
  const std::vector<json> lines = lines_of(outcome.out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0]["id"], 1);
  EXPECT_EQ(lines[1]["id"], 4);
  EXPECT_EQ(lines[0]["scores"].size(), 16U);
}

TEST(RefusedInputTest, DossierSidesMustBeKnownAndTwo) {
  const Outcome unknown = run_program({"dossier", "Atlantis", "PER"}, "Peru thanked Chile.");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_NE(unknown.err.find("\"Atlantis\""), std::string::npos) << unknown.err;
  EXPECT_EQ(run_program({"dossier", "Peru", "PER"}, "Peru thanked Chile.").code, 2);
}

// The answer must not depend on how the work is shared out.
TEST(ThreadsTest, ManyThreadsGiveWhatOneGives) {
  DETENTE_NEEDS_NETWORK();
  std::string reports;
  for (int i = 0; i < 40; ++i) {
    reports += "{\"id\": \"r" + std::to_string(i) +
               "\", \"published\": \"2031-05-01\", \"text\": " + "\"Peru expelled " +
               std::to_string(i + 2) + " Chilean diplomats on Monday.\"}\n";
  }
  const Outcome one = run_program({"annotate", "--threads", "1"}, reports);
  const Outcome three = run_program({"annotate", "--threads", "3"}, reports);
  EXPECT_EQ(one.code, 0) << one.err;
  EXPECT_EQ(one.out, three.out);
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 40);
}

TEST(LongInputTest, AWordOfAFifthOfAMegabyteIsRead) {
  DETENTE_NEEDS_NETWORK();
  std::string text;
  while (text.size() < 200000) text += "x";
  const Outcome outcome = run_program({"annotate", "--format", "conllu"}, text);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("\n1\txxx"), std::string::npos);
}

}  // namespace
}  // namespace detente::cli
