#include "base/date.h"

#include <gtest/gtest.h>
#include <limits>

namespace detente {
namespace {

TEST(DateParse, TakesDaysMonthsAndYearsAndWritesThemBack) {
  for (const char* iso :
       {"2017-09-13", "2017-09", "2017", "0001-01-01", "9999-12-31", "2000-02-29"}) {
    const Result<Date> date = Date::parse(iso);
    ASSERT_TRUE(date) << iso;
    EXPECT_EQ(date->iso(), iso);
  }
}

TEST(DateParse, RefusesWhatTheCalendarDoesNotHave) {
  for (const char* iso : {"",
                          "0000",
                          "0000-01-01",
                          "2017-00",
                          "2017-13",
                          "2017-02-29",
                          "1900-02-29",
                          "2017-04-31",
                          "2017-09-00",
                          "2017-9-13",
                          "2017/09/13",
                          "17-09-13",
                          "-201-09-13",
                          "2017-09-13T10:00",
                          "2017-",
                          "2017-09-",
                          "10000-01-01",
                          "+017-09-13",
                          " 2017",
                          "yesterday"}) {
    const Result<Date> date = Date::parse(iso);
    ASSERT_FALSE(date) << iso;
    EXPECT_EQ(date.error().code, ErrorCode::kBadInput);
    EXPECT_NE(date.error().reason.find("\"" + std::string(iso) + "\""), std::string::npos);
  }
}

TEST(Date, KnowsItsPrecisionAndPeriod) {
  const Date year{2016, 0, 0};
  const Date month{2016, 2, 0};
  const Date day{2016, 2, 7};
  EXPECT_EQ(year.precision(), Precision::kYear);
  EXPECT_EQ(month.precision(), Precision::kMonth);
  EXPECT_EQ(day.precision(), Precision::kDay);
  EXPECT_EQ(Date::from_days(year.first_day()).iso(), "2016-01-01");
  EXPECT_EQ(Date::from_days(year.last_day()).iso(), "2016-12-31");
  EXPECT_EQ(Date::from_days(month.first_day()).iso(), "2016-02-01");
  EXPECT_EQ(Date::from_days(month.last_day()).iso(), "2016-02-29");
  EXPECT_EQ(day.first_day(), day.last_day());
  EXPECT_EQ(Date::from_days(day.last_day()), day);
}

TEST(Date, TruncatesButNeverRefines) {
  const Date day{2017, 9, 13};
  EXPECT_EQ(day.truncated(Precision::kMonth).iso(), "2017-09");
  EXPECT_EQ(day.truncated(Precision::kYear).iso(), "2017");
  EXPECT_EQ(day.truncated(Precision::kDay), day);
  EXPECT_EQ((Date{2017, 0, 0}).truncated(Precision::kDay).iso(), "2017");
}

TEST(Date, SortsAMonthBeforeItsDays) {
  EXPECT_LT((Date{2017, 9, 0}), (Date{2017, 9, 1}));
  EXPECT_LT((Date{2017, 9, 30}), (Date{2017, 10, 0}));
  EXPECT_LT((Date{2017, 0, 0}), (Date{2017, 1, 0}));
}

TEST(AddDays, CrossesMonthsYearsAndLeapDays) {
  EXPECT_EQ(add_days({2017, 2, 28}, 1)->iso(), "2017-03-01");
  EXPECT_EQ(add_days({2016, 2, 28}, 1)->iso(), "2016-02-29");
  EXPECT_EQ(add_days({2017, 1, 1}, -1)->iso(), "2016-12-31");
  EXPECT_EQ(add_days({2017, 9, 13}, 0)->iso(), "2017-09-13");
}

TEST(AddDays, StopsAtTheEndsOfTheCalendar) {
  EXPECT_FALSE(add_days({9999, 12, 31}, 1));
  EXPECT_FALSE(add_days({1, 1, 1}, -1));
  EXPECT_FALSE(add_days({2017, 9, 13}, std::numeric_limits<int>::max()));
  EXPECT_FALSE(add_days({2017, 9, 13}, std::numeric_limits<int>::min()));
  EXPECT_FALSE(add_days({2017, 9, 0}, 1)) << "a month has no one day to move";
}

TEST(IntervalParse, TakesOneDateOrTwo) {
  const Result<Interval> two = Interval::parse("2017-01-20/2017-02-28");
  ASSERT_TRUE(two);
  EXPECT_EQ(two->begin.iso(), "2017-01-20");
  EXPECT_EQ(two->end.iso(), "2017-02-28");
  EXPECT_EQ(two->iso(), "2017-01-20/2017-02-28");
  const Result<Interval> one = Interval::parse("2017-09");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->begin, one->end);
  EXPECT_EQ(one->iso(), "2017-09");
}

TEST(IntervalParse, RefusesHalvesAndBackwardOnes) {
  for (const char* iso :
       {"2017-01-20/", "/2017", "2017-02-28/2017-01-20", "2017/2016", "2017/2018/2019", "/"}) {
    EXPECT_FALSE(Interval::parse(iso)) << iso;
  }
  EXPECT_TRUE(Interval::parse("2017/2017-03")) << "ends within the year that it begins with";
}

}  // namespace
}  // namespace detente
