// The commands on the example reports, as a person last approved their output. fp32 and one thread:
// other precisions are for speed and differ in the last digits from processor to processor.

#include "golden.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.h"

namespace detente::cli {
namespace {

const std::string kReports = std::string(DETENTE_SOURCE_DIR) + "/examples/reports/";

std::string output_of(std::vector<std::string> arguments, const std::string& input = "") {
  arguments.insert(arguments.end(), {"--precision", "fp32", "--threads", "1"});
  const Outcome outcome = run_program(arguments, input);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  return outcome.out;
}

// Spread over lines, so that a change can be read.
std::string readable(const std::string& json) {
  return nlohmann::ordered_json::parse(json).dump(1, ' ') + "\n";
}

TEST(CliGoldenTest, Record) {
  DETENTE_NEEDS_NETWORK();
  expect_golden("cli/record.json",
                readable(output_of({"record", kReports + "2031-04-to-2032-01-biscay-wire.jsonl"})));
}

TEST(CliGoldenTest, Dossier) {
  DETENTE_NEEDS_NETWORK();
  expect_golden("cli/dossier.txt", output_of({"dossier", "PRT", "MAR", kReports}));
}

TEST(CliGoldenTest, DossierOfAnEarlierDay) {
  DETENTE_NEEDS_NETWORK();
  expect_golden("cli/dossier-2031-06-30.txt",
                output_of({"dossier", "PRT", "MAR", "--as-of", "2031-06-30", kReports}));
}

TEST(CliGoldenTest, AnnotateAsConllu) {
  DETENTE_NEEDS_NETWORK();
  expect_golden("cli/annotate.conllu", output_of({"annotate", "--format", "conllu",
                                                  kReports + "2031-09-10-tagus-courier.txt"}));
}

TEST(CliGoldenTest, AnnotateAsJson) {
  DETENTE_NEEDS_NETWORK();
  const std::string report =
      R"({"id": "d1", "published": "2031-03-05", "text": "“Morocco will expel three Portuguese )"
      R"(diplomats by Friday,” said Amina Zerhouni-Talbi, a spokeswoman in Rabat."})";
  expect_golden("cli/annotate.json", readable(output_of({"annotate"}, report)));
}

TEST(CliGoldenTest, Relate) {
  DETENTE_NEEDS_NETWORK();
  const std::string pairs = R"({"id": 1, "text": "Norway expelled two Icelandic diplomats.", )"
                            R"("source": [0, 6], "target": [20, 39]})"
                            "\n"
                            R"({"id": 2, "text": "Iceland lifted its ban on Norwegian fish.", )"
                            R"("source": [0, 7], "target": [26, 40]})"
                            "\n";
  std::string roots;
  std::istringstream lines(output_of({"relate"}, pairs));
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line);
    roots += json["id"].dump() + " " + json["root"].get<std::string>() + " " +
             json["penta"].dump() + "\n";
  }
  expect_golden("cli/relate.txt", roots);
}

// Words that Detente cut itself and gets back as a treebank are analysed alike.
TEST(CliGoldenTest, ATreebankOfOnesOwnWordsIsReadTheSame) {
  DETENTE_NEEDS_NETWORK();
  const std::string text = "Portugal recalled its ambassador on Monday. Morocco called it unwise.";
  const std::string cut = output_of({"annotate", "--format", "conllu"}, text);
  EXPECT_EQ(output_of({"annotate", "--tokenized"}, cut), cut);
}

}  // namespace
}  // namespace detente::cli
