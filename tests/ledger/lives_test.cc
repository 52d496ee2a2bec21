#include "ledger/lives.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

TEST(Lives, GoOnlyForward) {
  const struct {
    const char* told;
    const char* later;
    const char* now;
  } cases[] = {
      {"threatened", "in_force", "in_force"},
      {"in_force", "threatened", "in_force"},
      {"in_force", "lifted", "lifted"},
      {"lifted", "in_force", "lifted"},
      {"announced", "suspended", "suspended"},
      {"", "announced", "announced"},
      {"in_force", "", "in_force"},
      {"in_force", "nonsense", "in_force"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(later_status(c.told, c.later), c.now) << c.told << " then " << c.later;
}

Record with_measure(const char* status, std::optional<Interval> effective,
                    std::optional<Interval> lifted) {
  Record record;
  record.measures = {{.by = {"PER"},
                      .against = {"CHL"},
                      .kind = "tariff",
                      .status = status,
                      .effective = effective,
                      .lifted = lifted}};
  return record;
}

TEST(Lives, AnAnnouncedMeasureComesIntoForceOnItsDay) {
  Record record = with_measure("announced", *Interval::parse("2031-05-01"), std::nullopt);
  pass_time(record, *Date::parse("2031-04-30"));
  EXPECT_EQ(record.measures[0].status, "announced");
  pass_time(record, *Date::parse("2031-05-01"));
  EXPECT_EQ(record.measures[0].status, "in_force");
}

TEST(Lives, AMeasureEndsOnTheDayThatWasTold) {
  Record record = with_measure("in_force", std::nullopt, *Interval::parse("2031-06-01"));
  pass_time(record, *Date::parse("2031-05-31"));
  EXPECT_EQ(record.measures[0].status, "in_force");
  pass_time(record, *Date::parse("2031-06-01"));
  EXPECT_EQ(record.measures[0].status, "lifted");
}

TEST(Lives, AnEndingOfAnotherKindEndsNothing) {
  Record record = with_measure("in_force", std::nullopt, std::nullopt);
  end_measure(
      record.measures,
      {.kind = "travel_ban", .sides = {"PER"}, .status = "lifted", .date = {}, .evidence = {}});
  EXPECT_EQ(record.measures[0].status, "in_force");
}

TEST(Lives, AnEndingBetweenOtherSidesEndsNothing) {
  Record record = with_measure("in_force", std::nullopt, std::nullopt);
  end_measure(record.measures,
              {.kind = "tariff", .sides = {"BOL"}, .status = "lifted", .date = {}, .evidence = {}});
  EXPECT_EQ(record.measures[0].status, "in_force");
}

}  // namespace
}  // namespace detente
