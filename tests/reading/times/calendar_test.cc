#include "reading/times/calendar.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

std::chrono::sys_days day(const char* iso) { return Date::parse(iso)->first_day(); }

struct PeriodCase {
  const char* day;
  Unit unit;
  const char* value;
  const char* days;
};

class Periods : public testing::TestWithParam<PeriodCase> {};

TEST_P(Periods, HaveTheValueAndTheDays) {
  const Period period = period_of(day(GetParam().day), GetParam().unit);
  EXPECT_EQ(value_of(period), GetParam().value);
  EXPECT_EQ(interval_of(period).iso(), GetParam().days);
}

constexpr PeriodCase kPeriods[] = {
    {"2017-09-13", Unit::kDay, "2017-09-13", "2017-09-13"},
    {"2017-09-13", Unit::kWeek, "2017-W37", "2017-09-11/2017-09-17"},
    {"2017-01-01", Unit::kWeek, "2016-W52", "2016-12-26/2017-01-01"},
    {"2018-12-31", Unit::kWeek, "2019-W01", "2018-12-31/2019-01-06"},
    {"2020-12-31", Unit::kWeek, "2020-W53", "2020-12-28/2021-01-03"},
    {"2017-09-13", Unit::kWeekend, "2017-W37-WE", "2017-09-16/2017-09-17"},
    {"2016-02-13", Unit::kMonth, "2016-02", "2016-02"},
    {"2017-07-01", Unit::kSeason, "2017-SU", "2017-06/2017-08"},
    {"2017-01-15", Unit::kSeason, "2016-WI", "2016-12/2017-02"},
    {"2017-12-15", Unit::kSeason, "2017-WI", "2017-12/2018-02"},
    {"2017-12-15", Unit::kQuarter, "2017-Q4", "2017-10/2017-12"},
    {"2017-06-30", Unit::kHalf, "2017-H1", "2017-01/2017-06"},
    {"2017-06-30", Unit::kYear, "2017", "2017"},
    {"2017-06-30", Unit::kDecade, "201", "2010/2019"},
    {"1917-06-30", Unit::kCentury, "19", "1900/1999"},
};
INSTANTIATE_TEST_SUITE_P(All, Periods, testing::ValuesIn(kPeriods));

TEST(Periods, MoveByTheirUnit) {
  EXPECT_EQ(value_of(*moved(period_of(day("2017-01-31"), Unit::kMonth), 1)), "2017-02");
  EXPECT_EQ(value_of(*moved(period_of(day("2017-01-31"), Unit::kMonth), -13)), "2015-12");
  EXPECT_EQ(value_of(*moved(period_of(day("2017-01-01"), Unit::kWeek), 1)), "2017-W01");
  EXPECT_FALSE(moved(period_of(day("0001-01-01"), Unit::kYear), -1).has_value());
  EXPECT_FALSE(moved(period_of(day("9999-12-31"), Unit::kDay), 1).has_value());
}

TEST(Holidays, FallWhereTheAlmanacPutsThem) {
  EXPECT_EQ(easter_sunday(2017), day("2017-04-16"));
  EXPECT_EQ(easter_sunday(2024), day("2024-03-31"));
  EXPECT_EQ(nth_weekday(2017, 11, 4, 4), day("2017-11-23"));
  EXPECT_EQ(nth_weekday(2017, 5, 1, -1), day("2017-05-29"));
  EXPECT_EQ(islamic_day(2017, 10, 1), day("2017-06-26"));
}

}  // namespace
}  // namespace detente
