// What a script and a newcomer meet first: help, version, wrong usage. Needs no model.

#include <gtest/gtest.h>

#include "cli/program.h"

namespace detente::cli {
namespace {

TEST(UsageTest, HelpNamesEveryCommandAndGoesToTheOutput) {
  const Outcome help = run_program({"--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_EQ(help.err, "");
  for (const char* command : {"record", "dossier", "annotate", "relate"}) {
    EXPECT_NE(help.out.find(std::string("\n  ") + command), std::string::npos) << command;
    const Outcome more = run_program({command, "--help"});
    EXPECT_EQ(more.code, 0) << command;
    EXPECT_NE(more.out.find("Example"), std::string::npos) << command;
    EXPECT_NE(more.out.find(std::string("detente ") + command), std::string::npos) << command;
  }
}

TEST(UsageTest, VersionIsOneLine) {
  const Outcome version = run_program({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_TRUE(version.out.starts_with("detente ")) << version.out;
  EXPECT_EQ(version.out.find('\n'), version.out.size() - 1);
}

struct Wrong {
  std::vector<std::string> arguments;
  const char* said;  // a part of the message
};

TEST(UsageTest, WrongUsageIsSaidAndExitsWithTwo) {
  const Wrong cases[] = {
      {{}, "no command is given"},
      {{"prophesy"}, "prophesy"},
      {{"record", "--nonsense"}, "--nonsense"},
      {{"record", "--as-of"}, "--as-of"},
      {{"record", "--as-of", "2031-02-30"}, "2031-02-30"},
      {{"record", "--as-of", "2031-02"}, "\"2031-02\" is no day"},
      {{"record", "--threads", "many"}, "many"},
      {{"record", "--precision", "int4"}, "int4"},
      {{"annotate", "--format", "xml"}, "xml"},
      {{"dossier"}, "A is required"},
      {{"record", "--model", "/nowhere"}, "/nowhere: no model here"},
      {{"relate", "--knowledge", "/nowhere"}, "/nowhere: no knowledge here"},
  };
  for (const Wrong& one : cases) {
    const Outcome outcome = run_program(one.arguments);
    const std::string line = one.arguments.empty() ? "" : one.arguments.back();
    EXPECT_EQ(outcome.code, 2) << line << ": " << outcome.err;
    EXPECT_EQ(outcome.out, "") << line;
    EXPECT_TRUE(outcome.err.starts_with("detente: error: ")) << line << ": " << outcome.err;
    EXPECT_NE(outcome.err.find(one.said), std::string::npos) << line << ": " << outcome.err;
  }
}

}  // namespace
}  // namespace detente::cli
