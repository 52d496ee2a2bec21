#include "reading/times/deadline.h"

#include <gtest/gtest.h>

#include "language/segment.h"
#include "reading/times/words_for_tests.h"

namespace detente {
namespace {

Date date(const char* iso) { return *Date::parse(iso); }

std::string iso(const std::optional<Date>& day) { return day ? day->iso() : ""; }

struct SumCase {
  const char* from;
  Unit unit;
  double count;
  int direction;
  const char* expected;
};

class AddsDurations : public testing::TestWithParam<SumCase> {};

TEST_P(AddsDurations, ToADate) {
  const SumCase& c = GetParam();
  EXPECT_EQ(iso(add_duration(date(c.from), {c.unit, c.count}, c.direction)), c.expected);
}

constexpr SumCase kSums[] = {
    {"2017-09-13", Unit::kHour, 72, 1, "2017-09-16"},
    {"2017-09-13", Unit::kHour, 24, -1, "2017-09-12"},
    {"2017-09-13", Unit::kDay, 20, 1, "2017-10-03"},
    {"2017-12-25", Unit::kWeek, 2, 1, "2018-01-08"},
    {"2017-01-31", Unit::kMonth, 1, 1, "2017-02-28"},
    {"2016-02-29", Unit::kYear, 1, 1, "2017-02-28"},
    {"2017-09-13", Unit::kMonth, 18, -1, "2016-03-13"},
    {"2017-09-13", Unit::kYear, 0.5, 1, "2018-03-13"},
    {"2017-09-13", Unit::kDecade, 1, -1, "2007-09-13"},
    {"2017-09", Unit::kMonth, 6, 1, "2018-03"},
    {"2017", Unit::kYear, 3, 1, "2020"},
    {"2017", Unit::kDay, 3, 1, "2017"},
    {"9999-12-31", Unit::kDay, 1, 1, ""},
    {"2017-09-13", Unit::kYear, 1e12, 1, ""},
    {"2017-09-13", Unit::kDay, 1e18, -1, ""},
};
INSTANTIATE_TEST_SUITE_P(Sums, AddsDurations, testing::ValuesIn(kSums));

TEST(AddDuration, OfAVagueAmountIsNothing) {
  EXPECT_FALSE(add_duration(date("2017-09-13"), {Unit::kDay, std::nullopt}).has_value());
}

struct DeadlineCase {
  const char* text;
  const char* deadline;
};

class KnowsDeadlines : public testing::TestWithParam<DeadlineCase> {};

TEST_P(KnowsDeadlines, OfTheFirstExpression) {
  const std::string text = GetParam().text;
  const auto times = find_times(segment(text), text, date("2017-09-13"), times_words());
  ASSERT_FALSE(times.empty());
  EXPECT_EQ(iso(deadline_of(times[0], date("2017-09-11"))), GetParam().deadline);
}

constexpr DeadlineCase kDeadlines[] = {
    {"They must go within 72 hours.", "2017-09-14"},
    {"He gave them two weeks to leave.", "2017-09-25"},
    {"They must go by October 1.", "2017-10-01"},
    {"They must go by the end of the month.", "2017-09-30"},
    {"They must go by the end of next year.", "2018-12-31"},
    {"They must go by midnight on Friday.", "2017-09-15"},
    {"They must go in several days.", ""},
    {"They must go every year.", ""},
};
INSTANTIATE_TEST_SUITE_P(Deadlines, KnowsDeadlines, testing::ValuesIn(kDeadlines));

struct StretchCase {
  const char* text;
  const char* days;
};

class JoinsTimes : public testing::TestWithParam<StretchCase> {};

TEST_P(JoinsTimes, ThatTheTextJoins) {
  const std::string text = GetParam().text;
  const Analysis analysis = segment(text);
  const auto times = find_times(analysis, text, date("2017-09-13"), times_words());
  const auto joined = joined_times(times, analysis, times_words());
  EXPECT_EQ(joined.empty() ? "" : joined[0].days.iso(), GetParam().days);
}

constexpr StretchCase kStretches[] = {
    {"It ran from January 20 to February 28.", "2017-01-20/2017-02-28"},
    {"It ran from January 20 until February 28.", "2017-01-20/2017-02-28"},
    {"They met between Monday and Wednesday.", "2017-09-11/2017-09-13"},
    {"They met on 4-5 May 2016.", "2016-05-04/2016-05-05"},
    {"The war of 1980-88 ruined both.", "1980/1988"},
    {"They met on Monday and Wednesday.", ""},
    {"They met from 2003 to 2001.", ""},
    {"They met from December to January 2001.", "2000-12/2001-01"},
    {"They met on Monday.", ""},
};
INSTANTIATE_TEST_SUITE_P(Stretches, JoinsTimes, testing::ValuesIn(kStretches));

}  // namespace
}  // namespace detente
