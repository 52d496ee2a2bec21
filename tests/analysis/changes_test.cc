#include "analysis/changes.h"

#include <gtest/gtest.h>

#include "lines.h"

namespace detente {
namespace {

Date date(const char* iso) { return *Date::parse(iso); }

Line known_on(Line line, const char* day) {
  line.known = date(day);
  return line;
}

TEST(ChangesSince, TellsWhatIsNewAndWhatBecameOfTheOld) {
  Line old_tariff = known_on(lines::measure("M1", "PER", "CHL", "tariff", "2031-01-05"), "2031-01-05");
  Line lifted = known_on(lines::measure("M2", "PER", "CHL", "travel_ban", "2031-01-05"), "2031-01-05");
  lifted.life.push_back({.status = "lifted", .when = lines::day("2031-03-01"),
                         .known = date("2031-03-02"), .basis = "reported", .assertion = {}});
  const Line fresh =
      known_on(lines::measure("M3", "CHL", "PER", "import_ban", "2031-03-10"), "2031-03-11");
  const std::vector<Line> all = {old_tariff, lifted, fresh};
  const auto changes = changes_since(all, date("2031-02-01"), date("2031-04-01"));
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].line->id, "M3");
  EXPECT_TRUE(changes[0].is_new);
  EXPECT_EQ(changes[1].line->id, "M2");
  EXPECT_FALSE(changes[1].is_new);
  EXPECT_EQ(changes[1].before, "in_force");
  EXPECT_EQ(changes[1].now, "lifted");
}

TEST(ChangesSince, NothingIsNewWhereNothingWasTold) {
  const std::vector<Line> all = {
      known_on(lines::measure("M1", "PER", "CHL", "tariff", "2031-01-05"), "2031-01-05")};
  EXPECT_TRUE(changes_since(all, date("2031-02-01"), date("2031-04-01")).empty());
}

}  // namespace
}  // namespace detente
