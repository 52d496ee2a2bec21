#include "document/published.h"

#include <gtest/gtest.h>

namespace detente::document {
namespace {

TEST(Published, TakesTheDayAsOutletsWriteIt) {
  for (const char* written :
       {"2017-09-13", "2017-09-13T10:00:00Z", "2017-09-13T23:30:00-05:00", "2017-09-13 10:00",
        " 2017-09-13\n", "20170913", "20170913T100000Z", "13 September 2017", "13 Sep 2017",
        "Wed, 13 Sep 2017 10:00:00 GMT", "September 13, 2017", "Sept. 13, 2017 at 9:15 p.m.",
        "Wednesday, September 13th, 2017"}) {
    const auto day = parse_published(written);
    ASSERT_TRUE(day) << written;
    EXPECT_EQ(day->iso(), "2017-09-13") << written;
  }
  EXPECT_EQ(parse_published("9999-12-31")->iso(), "9999-12-31");
  EXPECT_EQ(parse_published("May 5, 2018")->iso(), "2018-05-05");
}

TEST(Published, GivesNothingForWhatNamesNoDay) {
  for (const char* written :
       {"", "2017", "2017-09", "0000-01-01", "2017-02-30", "2017-13-01", "09/10/2017", "yesterday",
        "2017-09-13x", "2017-09-131", "13 Brumaire 2017", "32 May 2017", "May 2017", "1505296800",
        "99999-01-01", "13 Sep 17"}) {
    EXPECT_FALSE(parse_published(written)) << written;
  }
}

}  // namespace
}  // namespace detente::document
