// The commands that make, ask and mend a ledger, from reports to the quoted words.
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/program.h"

namespace detente::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* kReports =
    R"({"id": "d1", "source": "The Quay Post", "published": "2031-03-04", "text": "Peru expelled four Chilean diplomats on Monday."})"
    "\n"
    R"({"id": "d2", "source": "Andes Wire", "published": "2031-03-20", "text": "Chile expelled three Peruvian diplomats on Wednesday in response."})"
    "\n";

class LedgerCommandsTest : public testing::Test {
 protected:
  std::string ledger() const { return (folder_.path() / "news.db").string(); }

  Outcome run(std::vector<std::string> arguments, const std::string& input = "") const {
    arguments.insert(arguments.end(), {"--ledger", ledger(), "--threads", "1"});
    return run_program(arguments, input);
  }

  std::string expulsion_of(const std::string& doer) const {
    for (const Json& line : Json::parse(run({"measures", "--format", "json"}).out)) {
      if (line["object"]["by"] == Json::array({doer})) return line["id"];
    }
    return {};
  }

  TemporaryFolder folder_;
};

TEST_F(LedgerCommandsTest, ReadingTwiceChangesNothing) {
  DETENTE_NEEDS_NETWORK();
  const Outcome first = run({"read"}, kReports);
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_NE(first.err.find("2 new, 0 known"), std::string::npos) << first.err;
  const std::string before = run({"measures", "--format", "jsonl"}).out;
  const Outcome again = run({"read"}, kReports);
  EXPECT_NE(again.err.find("0 new, 2 known"), std::string::npos) << again.err;
  EXPECT_EQ(run({"measures", "--format", "jsonl"}).out, before);
  EXPECT_EQ(run({"ledger", "check"}).code, 0);
}

TEST_F(LedgerCommandsTest, TheSummaryCountsWhatCannotBeReadAsAReport) {
  DETENTE_NEEDS_NETWORK();
  const Outcome read = run({"read"}, std::string(kReports) + "{\"id\": \"d3\", \"text\": 5}\n{\n");
  EXPECT_EQ(read.code, 1);
  EXPECT_NE(read.err.find("2 new, 0 known, 0 replaced an older version, 2 refused"),
            std::string::npos)
      << read.err;
}

TEST_F(LedgerCommandsTest, AsksAboutADayAndWhatWasKnownByIt) {
  DETENTE_NEEDS_NETWORK();
  ASSERT_EQ(run({"read"}, kReports).code, 0);
  EXPECT_FALSE(expulsion_of("PER").empty());
  EXPECT_FALSE(expulsion_of("CHL").empty());
  const Json early =
      Json::parse(run({"measures", "--known-by", "2031-03-10", "--format", "json"}).out);
  ASSERT_EQ(early.size(), 1U);
  EXPECT_EQ(early[0]["object"]["by"], Json::array({"PER"}));
  const std::string state = run({"state", "Peru", "CHL", "--as-of", "2031-03-10"}).out;
  EXPECT_NE(state.find("as of 10 March 2031"), std::string::npos);
  EXPECT_EQ(state.find("three Peruvian"), std::string::npos) << state;
}

TEST_F(LedgerCommandsTest, WhyLeadsToTheQuotedWords) {
  DETENTE_NEEDS_NETWORK();
  ASSERT_EQ(run({"read"}, kReports).code, 0);
  const Json why = Json::parse(run({"why", expulsion_of("PER"), "--json"}).out);
  EXPECT_EQ(why["members"][0]["evidence"][0]["quote"],
            "Peru expelled four Chilean diplomats on Monday.");
  EXPECT_EQ(why["members"][0]["outlet"], "The Quay Post");
}

TEST_F(LedgerCommandsTest, AnEditorsWordWinsAndCanBeUndone) {
  DETENTE_NEEDS_NETWORK();
  ASSERT_EQ(run({"read"}, kReports).code, 0);
  const std::string id = expulsion_of("PER");
  const Outcome said =
      run({"amend", id, "--set", "status=lifted", "--by", "A. Rojas", "--because", "gazette"});
  ASSERT_EQ(said.code, 0) << said.err;
  const auto status = [&] {
    return Json::parse(run({"why", id, "--json"}).out)["line"]["object"]["status"];
  };
  EXPECT_EQ(status(), "lifted");
  EXPECT_EQ(run({"ledger", "rebuild"}).code, 0);
  EXPECT_EQ(status(), "lifted");
  const std::string example = run({"words", "--format", "training"}).out;
  EXPECT_EQ(Json::parse(example.substr(0, example.find('\n')))["verdict"], "amended");
  const std::string word = said.out.substr(0, said.out.find('\n'));
  EXPECT_EQ(run({"undo", word, "--by", "A. Rojas", "--because", "a slip"}).code, 0);
  EXPECT_NE(status(), "lifted");
}

TEST_F(LedgerCommandsTest, ALedgerThatIsNotThereIsNamedWithWhatMakesIt) {
  const Outcome asked = run({"events"});
  EXPECT_EQ(asked.code, 2);
  EXPECT_NE(asked.err.find("news.db"), std::string::npos) << asked.err;
  EXPECT_NE(asked.err.find("detente read"), std::string::npos) << asked.err;
  EXPECT_FALSE(fs::exists(ledger()));
}

}  // namespace
}  // namespace detente::cli
