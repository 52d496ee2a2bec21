#include "views/pair.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

using Actors = std::vector<std::string>;

Interval when(std::string_view iso) { return Interval::parse(iso).value(); }

std::vector<Evidence> in(const std::string& report) { return {{report, {0, 1}, "x"}}; }

struct DirectedCase {
  Actors by;
  Actors to;
  bool theirs;
};

TEST(Between, TakesWhatOneSideDoesToTheOther) {
  const DirectedCase cases[] = {
      {{"NOR"}, {"SWE"}, true},
      {{"SWE"}, {"NOR"}, true},
      {{"DNK"}, {"NOR", "SWE"}, true},         // a mediator to both
      {{"NOR", "DNK"}, {"SWE"}, true},         // with an ally
      {{"NOR", "SWE"}, {"NOR", "SWE"}, true},  // a mutual act
      {{"NOR", "SWE"}, {"DNK"}, false},        // together, to a third
      {{"NOR"}, {"DNK"}, false},
      {{"DNK"}, {"SWE"}, false},
      {{"NOR"}, {}, false},
  };
  for (const DirectedCase& c : cases) {
    Record record;
    record.events.push_back({.source = c.by, .target = c.to});
    record.measures.push_back({.by = c.by, .against = c.to});
    record.proposals.push_back({.by = c.by, .to = c.to});
    const Record pair = between(record, {}, "NOR", "SWE");
    EXPECT_EQ(pair.events.size(), c.theirs ? 1U : 0U) << c.by[0];
    EXPECT_EQ(pair.measures.size(), c.theirs ? 1U : 0U) << c.by[0];
    EXPECT_EQ(pair.proposals.size(), c.theirs ? 1U : 0U) << c.by[0];
  }
}

TEST(Between, TakesLinesAndMeetingsOfBoth) {
  Record record;
  record.channels = {{.between = {"SWE", "NOR"}}, {.between = {"SWE", "DNK"}}};
  record.meetings = {{.actors = {"DNK", "NOR", "SWE"}}, {.actors = {"DNK", "NOR"}}};
  const Record pair = between(record, {}, "NOR", "SWE");
  EXPECT_EQ(pair.channels.size(), 1U);
  EXPECT_EQ(pair.meetings.size(), 1U);
}

TEST(Between, TakesStatementsAndClaimsOfTheReportsThatTellOfThePair) {
  Record record;
  record.channels = {{.between = {"SWE", "NOR"}, .evidence = in("d1")}};
  record.statements = {{.speaker = "A", .actor = "NOR", .evidence = in("d1")},
                       {.speaker = "B", .actor = "NOR", .evidence = in("d2")},
                       {.speaker = "C", .actor = "DNK", .evidence = in("d1")}};
  record.claims = {{.about = "one", .evidence = in("d1")}, {.about = "two", .evidence = in("d2")}};
  const Record pair = between(record, {}, "NOR", "SWE");
  ASSERT_EQ(pair.statements.size(), 1U);
  EXPECT_EQ(pair.statements[0].speaker, "A");
  ASSERT_EQ(pair.claims.size(), 1U);
  EXPECT_EQ(pair.claims[0].about, "one");
}

TEST(Between, SortsByDateThenByTheReportsDay) {
  std::vector<Document> reports(2);
  reports[0].id = "d1";
  reports[0].published = Date::parse("2031-05-02").value();
  reports[1].id = "d2";
  Record record;
  const auto event = [](std::string root, std::optional<Interval> date, const std::string& report) {
    return Event{.source = {"NOR"},
                 .target = {"SWE"},
                 .root = std::move(root),
                 .date = date,
                 .evidence = in(report)};
  };
  record.events = {event("unknown", {}, "d2"), event("later", when("2031-06"), "d2"),
                   event("reported", {}, "d1"), event("earlier", when("2030"), "d2")};
  const Record pair = between(record, reports, "NOR", "SWE");
  Actors order;
  for (const Event& e : pair.events) order.push_back(e.root);
  EXPECT_EQ(order, (Actors{"earlier", "reported", "later", "unknown"}));
}

TEST(Between, NamesEachOfficeOnceWithTheLatestWord) {
  Record record;
  record.roles = {{"Iara Vilhena", "NOR", "minister", "current", {}},
                  {"Iara Vilhena", "NOR", "minister", "former", {}},
                  {"Iara Vilhena", "NOR", "envoy", "current", {}},
                  {"Aksel Brunvoll", "DNK", "minister", "current", {}}};
  const Record pair = between(record, {}, "NOR", "SWE");
  ASSERT_EQ(pair.roles.size(), 2U);
  EXPECT_EQ(pair.roles[0].when, "former");
  EXPECT_EQ(pair.roles[1].office, "envoy");
}

TEST(ReportOf, FindsTheFirstEvidencesReport) {
  std::vector<Document> reports(1);
  reports[0].id = "d1";
  EXPECT_EQ(ReportIndex(reports).of(in("d1")), &reports[0]);
  EXPECT_EQ(ReportIndex(reports).of(in("d9")), nullptr);
  EXPECT_EQ(ReportIndex(reports).of({}), nullptr);
}

}  // namespace
}  // namespace detente
