// Sentences and the expressions of time in them, as "words TYPE value MOD", one after another.
#include "reading/times/times.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "language/segment.h"
#include "reading/times/words_for_tests.h"

namespace detente {
namespace {

// A Wednesday.
constexpr const char* kPublished = "2017-09-13";

struct Case {
  const char* text;
  const char* expected;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

std::string dump(const std::string& text, const char* published) {
  std::optional<Date> day;
  if (*published != '\0') day = *Date::parse(published);
  std::string out;
  for (const TimeExpression& time : find_times(segment(text), text, day, times_words())) {
    if (!out.empty()) out += "; ";
    out += text.substr(time.span.begin, time.span.size());
    out += " " + std::string(name_of(time.type)) + " " + time.value;
    if (!time.mod.empty()) out += " " + time.mod;
  }
  return out;
}

class ReadsTimes : public testing::TestWithParam<Case> {};

TEST_P(ReadsTimes, OfAReportOfWednesday) {
  EXPECT_EQ(dump(GetParam().text, kPublished), GetParam().expected);
}

constexpr Case kDates[] = {
    {"They signed it on September 11, 2001 in Vienna.", "September 11, 2001 DATE 2001-09-11"},
    {"They signed it on Sept. 11, 2001.", "Sept. 11, 2001 DATE 2001-09-11"},
    {"They signed it on 11 September 2001.", "11 September 2001 DATE 2001-09-11"},
    {"They signed it on the 11th of September 2001.", "the 11th of September 2001 DATE 2001-09-11"},
    {"The marines landed on the second of April.", "the second of April DATE 2017-04-02"},
    {"They left on the twenty-eighth of January.", "the twenty-eighth of January DATE 2017-01-28"},
    {"Done at Lima this 5th day of May 2016.", "this 5th day of May 2016 DATE 2016-05-05"},
    {"The pact of Monday, August 21, 2017 stands.", "Monday, August 21, 2017 DATE 2017-08-21"},
    {"It began on Monday 21 August.", "Monday 21 August DATE 2017-08-21"},
    {"The embassy closed on Aug. 3.", "Aug. 3 DATE 2017-08-03"},
    {"The embassy closed on August 3rd.", "August 3rd DATE 2017-08-03"},
    {"The embassy closed on 3rd August.", "3rd August DATE 2017-08-03"},
    {"The order of 2017-08-03 was void.", "2017-08-03 DATE 2017-08-03"},
    {"The order of 23/08/2017 was void.", "23/08/2017 DATE 2017-08-23"},
    {"The order of 8/23/2017 was void.", "8/23/2017 DATE 2017-08-23"},
    {"They met on 4 and 5 May 2016.", "4 DATE 2016-05-04; 5 May 2016 DATE 2016-05-05"},
    {"They met on May 4 and 5.", "May 4 DATE 2017-05-04; 5 DATE 2017-05-05"},
    {"They met on November 16-17, 2016.", "November 16 DATE 2016-11-16; 17, 2016 DATE 2016-11-17"},
    {"The ban ran from January 20 to February 28.",
     "January 20 DATE 2017-01-20; February 28 DATE 2017-02-28"},
    {"Shut since May 1998, the embassy reopened.", "May 1998 DATE 1998-05"},
    {"It was agreed in May of 1998.", "May of 1998 DATE 1998-05"},
    {"It was agreed in May, 1998.", "May, 1998 DATE 1998-05"},
    {"The talks collapsed in May.", "May DATE 2017-05"},
    {"The talks collapsed in December.", "December DATE 2016-12"},
    {"The talks will resume in December.", "December DATE 2017-12"},
    {"The talks will resume on December 4.", "December 4 DATE 2017-12-04"},
    {"The tariff will rise in March.", "March DATE 2018-03"},
    {"The war ended in 1975.", "1975 DATE 1975"},
    {"The war of 1980-88 ruined both.", "1980 DATE 1980; 88 DATE 1988"},
    {"Between 1994 and 1996 they fought.", "1994 DATE 1994; 1996 DATE 1996"},
    {"They lived together in peace (1994).", "1994 DATE 1994"},
    {"The 2015 agreement held.", "2015 DATE 2015"},
    {"Relations soured in mid-2016.", "mid-2016 DATE 2016 MID"},
    {"The road has been shut since mid-February.", "mid-February DATE 2017-02 MID"},
    {"They broke off ties in early March.", "early March DATE 2017-03 START"},
    {"They broke off ties in late 2014.", "late 2014 DATE 2014 END"},
    {"The 1990s were hard.", "The 1990s DATE 199"},
    {"They quarrelled in the early 1990s.", "the early 1990s DATE 199 START"},
    {"They quarrelled in the '90s.", "the '90s DATE 199"},
    {"In the nineteen-eighties they fought.", "the nineteen-eighties DATE 198"},
    {"Borders of the 19th century remain.", "the 19th century DATE 18"},
    {"Exports fell in the third quarter.", "the third quarter DATE 2017-Q3"},
    {"Exports fell in the third quarter of 2015.", "the third quarter of 2015 DATE 2015-Q3"},
    {"Exports fell in the first half of the year.", "the first half of the year DATE 2017-H1"},
    {"In the spring of 1988 the fleets clashed.", "the spring of 1988 DATE 1988-SP"},
    {"They met in the summer of 2015.", "the summer of 2015 DATE 2015-SU"},
    {"The offensive began last spring.", "last spring DATE 2017-SP"},
    {"The fleet sailed in fall 2016.", "fall 2016 DATE 2016-FA"},
    {"The fleet will sail this fall.", "this fall DATE 2017-FA"},
    {"The troops were home by Christmas.", "Christmas DATE 2017-12-25"},
    {"They signed on Christmas Eve 2016.", "Christmas Eve 2016 DATE 2016-12-24"},
    {"They signed on Easter Monday.", "Easter Monday DATE 2017-04-17"},
    {"They spoke on New Year's Day.", "New Year's Day DATE 2017-01-01"},
    {"They spoke on Thanksgiving 2015.", "Thanksgiving 2015 DATE 2015-11-26"},
    {"The law of 9/11 remains.", "9/11 DATE 2001-09-11"},
    {"The temple fell in 480 BC.", "480 BC DATE BC0480"},
    {"The sum for fiscal 2018 was cut.", "fiscal 2018 DATE 2018"},
};
INSTANTIATE_TEST_SUITE_P(Dates, ReadsTimes, testing::ValuesIn(kDates));

constexpr Case kWeekdays[] = {
    {"The minister resigned on Monday.", "Monday DATE 2017-09-11"},
    {"The minister resigned on Friday.", "Friday DATE 2017-09-08"},
    {"The minister resigned on Wednesday.", "Wednesday DATE 2017-09-13"},
    {"The minister will resign on Friday.", "Friday DATE 2017-09-15"},
    {"The minister is to resign on Friday.", "Friday DATE 2017-09-15"},
    {"The talks are due on Friday.", "Friday DATE 2017-09-15"},
    {"They have until Friday to leave.", "Friday DATE 2017-09-15"},
    {"The diplomats must go by Friday.", "Friday DATE 2017-09-15"},
    {"By Sunday the minister conceded the point.", "Sunday DATE 2017-09-10"},
    {"He telephoned both on Tuesday to counsel restraint.", "Tuesday DATE 2017-09-12"},
    {"The ministry would not comment on Tuesday.", "Tuesday DATE 2017-09-12"},
    {"Last Tuesday they met.", "Last Tuesday DATE 2017-09-12"},
    {"Last Wednesday they met.", "Last Wednesday DATE 2017-09-06"},
    {"They will meet next Wednesday.", "next Wednesday DATE 2017-09-20"},
    {"They meet this Friday and will sign.", "this Friday DATE 2017-09-15"},
    {"They met on Monday evening.", "Monday evening TIME 2017-09-11TEV"},
    {"Late Monday the guns fell silent.", "Late Monday DATE 2017-09-11 END"},
    {"They quarrelled on Monday of last week.", "Monday of last week DATE 2017-09-04"},
    {"At least fifty were turned back between Monday and Wednesday.",
     "Monday DATE 2017-09-11; Wednesday DATE 2017-09-13"},
    {"Tuesday's summit failed.", "Tuesday DATE 2017-09-12"},
    {"He was blamed for Tuesday's attack.", "Tuesday DATE 2017-09-12"},
    {"They refused to meet on Friday.", "Friday DATE 2017-09-08"},
    {"They were to have met on Friday.", "Friday DATE 2017-09-08"},
    {"The road has been shut since Friday.", "Friday DATE 2017-09-08"},
    {"They will meet on Friday. The road will open on the same day.",
     "Friday DATE 2017-09-15; the same day DATE 2017-09-15"},
    {"The talks had been set for Friday.", "Friday DATE 2017-09-15"},
};
INSTANTIATE_TEST_SUITE_P(Weekdays, ReadsTimes, testing::ValuesIn(kWeekdays));

constexpr Case kRelative[] = {
    {"They met yesterday.", "yesterday DATE 2017-09-12"},
    {"They met yesterday morning.", "yesterday morning TIME 2017-09-12TMO"},
    {"They meet today.", "today DATE 2017-09-13"},
    {"They meet tomorrow.", "tomorrow DATE 2017-09-14"},
    {"They met the day before yesterday.", "the day before yesterday DATE 2017-09-11"},
    {"They will meet the day after tomorrow.", "the day after tomorrow DATE 2017-09-15"},
    {"They spoke last night.", "last night TIME 2017-09-12TNI"},
    {"They speak tonight.", "tonight TIME 2017-09-13TNI"},
    {"They spoke this morning.", "this morning TIME 2017-09-13TMO"},
    {"They met last week.", "last week DATE 2017-W36"},
    {"They will meet next week.", "next week DATE 2017-W38"},
    {"They meet this week.", "this week DATE 2017-W37"},
    {"They will meet early next week.", "early next week DATE 2017-W38 START"},
    {"They met late last year.", "late last year DATE 2016 END"},
    {"They met earlier this month.", "earlier this month DATE 2017-09 START"},
    {"They will meet later this year.", "later this year DATE 2017 END"},
    {"They will meet next month.", "next month DATE 2017-10"},
    {"They met last month.", "last month DATE 2017-08"},
    {"They met last October.", "last October DATE 2016-10"},
    {"They will meet next March.", "next March DATE 2018-03"},
    {"They met at the end of last year.", "the end of last year DATE 2016 END"},
    {"It will be done before the end of the year.", "the end of the year DATE 2017 END"},
    {"It will be done by the beginning of October.", "the beginning of October DATE 2017-10 START"},
    {"They met at the weekend.", "the weekend DATE 2017-W36-WE"},
    {"They met last weekend.", "last weekend DATE 2017-W36-WE"},
    {"They met two years ago.", "two years ago DATE 2015"},
    {"They met three months ago.", "three months ago DATE 2017-06"},
    {"They met two weeks ago.", "two weeks ago DATE 2017-W35"},
    {"They met a fortnight ago.", "a fortnight ago DATE 2017-W35"},
    {"They met ten days ago.", "ten days ago DATE 2017-09-03"},
    {"They met a decade ago.", "a decade ago DATE 200"},
    {"They fell out years ago.", "years ago DATE PAST_REF"},
    {"They will know two weeks from now.", "two weeks from now DATE 2017-W39"},
    {"He quit on August 3. Two days later he fled.",
     "August 3 DATE 2017-08-03; Two days later DATE 2017-08-05"},
    {"He quit on August 3. The next day he fled.",
     "August 3 DATE 2017-08-03; The next day DATE 2017-08-04"},
    {"He quit on August 3. The day before, he had wept.",
     "August 3 DATE 2017-08-03; The day before DATE 2017-08-02"},
    {"He quit on August 3. A week earlier he had wept.",
     "August 3 DATE 2017-08-03; A week earlier DATE 2017-W30"},
    {"He quit on August 3. That day Oslo protested.",
     "August 3 DATE 2017-08-03; That day DATE 2017-08-03"},
    {"He quit in August 2014. The same month Oslo protested.",
     "August 2014 DATE 2014-08; The same month DATE 2014-08"},
    {"He quit in 2014. The following year he returned.",
     "2014 DATE 2014; The following year DATE 2015"},
    {"He quit in 2014. That October he returned.", "2014 DATE 2014; That October DATE 2014-10"},
    {"He quit in 2014. A year later he returned.", "2014 DATE 2014; A year later DATE 2015"},
    {"He quit on August 3. That evening he fled.",
     "August 3 DATE 2017-08-03; That evening TIME 2017-08-03TEV"},
    {"He wept the night before.", "the night before TIME 2017-09-12TNI"},
    {"Now they talk.", "Now DATE PRESENT_REF"},
    {"They currently talk.", "currently DATE PRESENT_REF"},
    {"They recently talked.", "recently DATE PAST_REF"},
    {"They will soon talk.", "soon DATE FUTURE_REF"},
    {"In recent weeks they talked.", "recent weeks DATE PAST_REF"},
    {"In the coming days they will talk.", "the coming days DATE FUTURE_REF"},
    {"In the past they talked.", "the past DATE PAST_REF"},
    {"In the near future they will talk.", "the near future DATE FUTURE_REF"},
    {"In the months ahead they will talk.", "the months ahead DATE FUTURE_REF"},
    {"They spoke later in the day.", "the day DATE 2017-09-13"},
    {"The road has been shut since the 6th.", "the 6th DATE 2017-09-06"},
    {"They met this past Monday.", "this past Monday DATE 2017-09-11"},
    {"They met the previous day.", "the previous day DATE 2017-09-12"},
    {"They met the week before last.", "the week before last DATE 2017-W35"},
    {"They fell out in the year 1990.", "the year 1990 DATE 1990"},
    {"It rained from March to August 2011.", "March DATE 2011-03; August 2011 DATE 2011-08"},
    {"At the time, nobody spoke.", "the time DATE PAST_REF"},
};
INSTANTIATE_TEST_SUITE_P(Relative, ReadsTimes, testing::ValuesIn(kRelative));

constexpr Case kLengths[] = {
    {"They were given 24 hours.", "24 hours DURATION PT24H"},
    {"They must go within 72 hours.", "72 hours DURATION PT72H"},
    {"A truce of seventy-two hours began.", "seventy-two hours DURATION PT72H"},
    {"It lasted a hundred and twenty days.", "a hundred and twenty days DURATION P120D"},
    {"They talked for two and a half years.", "two and a half years DURATION P2.5Y"},
    {"They talked for a year and a half.", "a year and a half DURATION P1.5Y"},
    {"They talked for half an hour.", "half an hour DURATION PT30M"},
    {"They talked for a dozen years.", "a dozen years DURATION P12Y"},
    {"They talked for a couple of days.", "a couple of days DURATION P2D"},
    {"They talked for several weeks.", "several weeks DURATION PXW"},
    {"They talked for years.", "years DURATION PXY"},
    {"After decades of enmity they talked.", "decades DURATION PXDE"},
    {"They talked for two decades.", "two decades DURATION P2DE"},
    {"They talked for more than three months.", "more than three months DURATION P3M MORE_THAN"},
    {"They talked for nearly two hours.", "nearly two hours DURATION PT2H LESS_THAN"},
    {"They talked for about a week.", "about a week DURATION P1W APPROX"},
    {"They talked for at least six days.", "at least six days DURATION P6D EQUAL_OR_MORE"},
    {"They talked for up to six days.", "up to six days DURATION P6D EQUAL_OR_LESS"},
    {"Over the past three days they talked.", "the past three days DURATION P3D"},
    {"Over the past year they talked.", "the past year DURATION P1Y"},
    {"In the next two weeks they will talk.", "the next two weeks DURATION P2W"},
    {"In the first six months they talked.", "the first six months DURATION P6M"},
    {"A two-week truce began.", "two-week DURATION P2W"},
    {"A 10-day truce began.", "10-day DURATION P10D"},
    {"A 16-year-old boy was held.", "16-year-old DURATION P16Y"},
    {"The boy was 16 years old.", "16 years old DURATION P16Y"},
    {"The decades-long dispute is over.", "decades-long DURATION PXDE"},
    {"It took three full days.", "three full days DURATION P3D"},
    {"They left two days after the coup.", "two days DURATION P2D"},
    {"Hours before the ceremony they quarrelled.", "Hours DURATION PTXH"},
    {"They met within a fortnight.", "a fortnight DURATION P2W"},
    {"A week-long drill began.", "week-long DURATION P1W"},
    {"A decade-old feud ended.", "decade-old DURATION P1DE"},
    {"They talked for two or three weeks.", "two or three weeks DURATION PXW"},
    {"It will take weeks.", "weeks DURATION PXW"},
    {"They talked for 2 1/2 years.", "2 1/2 years DURATION P2.5Y"},
    {"They had not spoken for 13 million years.", "13 million years DURATION P13000000Y"},
    {"The last 24 hours were quiet.", "The last 24 hours DURATION PT24H"},
    {"The call is to last 45 minutes.", "45 minutes DURATION PT45M"},
    {"They talked for 1,000 days.", "1,000 days DURATION P1000D"},
};
INSTANTIATE_TEST_SUITE_P(Lengths, ReadsTimes, testing::ValuesIn(kLengths));

constexpr Case kSetsAndClocks[] = {
    {"They meet every year.", "every year SET P1Y"},
    {"They meet every two weeks.", "every two weeks SET P2W"},
    {"They meet every other month.", "every other month SET P2M"},
    {"They speak daily.", "daily SET P1D"},
    {"The annual summit opened.", "annual SET P1Y"},
    {"They meet twice a year.", "twice a year SET P1Y"},
    {"They pray each Friday.", "each Friday SET XXXX-WXX-5"},
    {"They march on Fridays.", "Fridays SET XXXX-WXX-5"},
    {"They left at 10 p.m. and slept.", "10 p.m. TIME 2017-09-13T22:00"},
    {"They left at 10pm and slept.", "10pm TIME 2017-09-13T22:00"},
    {"They left at 10:30 a.m. sharp.", "10:30 a.m. TIME 2017-09-13T10:30"},
    {"They left at 10.30am sharp.", "10.30am TIME 2017-09-13T10:30"},
    {"They left at 13:45 GMT.", "13:45 GMT TIME 2017-09-13T13:45"},
    {"They left at 0600 GMT.", "0600 GMT TIME 2017-09-13T06:00"},
    {"They left at ten o'clock.", "ten o'clock TIME 2017-09-13T10:00"},
    {"They left at half past six.", "half past six TIME 2017-09-13T06:30"},
    {"They left at a quarter to six.", "a quarter to six TIME 2017-09-13T05:45"},
    {"They left at noon.", "noon TIME 2017-09-13T12:00"},
    {"The ban came into force at midnight.", "midnight TIME 2017-09-13T00:00"},
    {"They must go by midnight on Friday.", "midnight on Friday TIME 2017-09-15T24:00"},
    {"They left at 9 a.m. on Monday.", "9 a.m. on Monday TIME 2017-09-11T09:00"},
    {"They left on Monday at 9 a.m. in haste.", "Monday at 9 a.m. TIME 2017-09-11T09:00"},
    {"They left at ten in the evening.", "the evening TIME 2017-09-13TEV"},
    {"They left at 5 a.m. local time.", "5 a.m. local time TIME 2017-09-13T05:00"},
    {"It struck on the morning of September 11, 2001.",
     "the morning of September 11, 2001 TIME 2001-09-11TMO"},
    {"They left at dawn.", "dawn TIME 2017-09-13TMO"},
    {"By evening both papers had it.", "evening TIME 2017-09-13TEV"},
    {"Drones struck overnight.", "overnight TIME 2017-09-13TNI"},
};
INSTANTIATE_TEST_SUITE_P(SetsAndClocks, ReadsTimes, testing::ValuesIn(kSetsAndClocks));

constexpr Case kNothing[] = {
    {"He may march on the capital.", ""},
    {"They may agree.", ""},
    {"The second option was refused.", ""},
    {"His fall from power shook the region.", ""},
    {"The fall of the city shook the region.", ""},
    {"The Sun newspaper printed the memo.", ""},
    {"Mrs May said that London agreed.", ""},
    {"May said that London agreed.", ""},
    {"Wall Street Week showed it.", ""},
    {"The Sunday Times printed the memo.", ""},
    {"The Daily Telegraph printed the memo.", ""},
    {"Resolution 1973 was passed.", ""},
    {"Under resolution 2015 they are bound.", ""},
    {"Some 2000 soldiers crossed the river.", ""},
    {"It cost $2000 and was worth it.", ""},
    {"They sent 1,950 troops.", ""},
    {"A Boeing 1950 landed.", ""},
    {"The F-16 was hit.", ""},
    {"Spring water was sent.", ""},
    {"The Arab Spring shook the region.", ""},
    {"Troops march through the city.", ""},
    {"He seconded the motion.", ""},
    {"A quarter of the staff left.", ""},
    {"The G20 agreed.", ""},
    {"They sat in the shade and talked of the moment of truth.", ""},
    {"The two sides met 12 times.", ""},
    {"He wed a princess.", ""},
    {"A night club was hit.", ""},
    {"The weeks", ""},
    {"It is 20 km away.", ""},
    {"In 2,017 cases they agreed.", ""},
    {"USA Today printed it.", ""},
    {"No one spoke.", ""},
    {"The Black Friday riots were told again.", ""},
    {"The last word was spoken.", ""},
    {"By the time they spoke it was over.", ""},
    {"Most of the time they were silent.", ""},
    {"She told LA Weekly so.", ""},
    {"The page ranges from 1087–1101.", ""},
    {"He scored in the 28th minute.", ""},
    {"In a 2000 year old tradition they danced.", ""},
    {"The no. 1914 bus left.", ""},
    {"They sat on the second row.", ""},
    {"Mr March spoke for them.", ""},
    {"The third party left.", ""},
    {"He is old and has a present for them.", ""},
};
INSTANTIATE_TEST_SUITE_P(Nothing, ReadsTimes, testing::ValuesIn(kNothing));

struct CalendarCase {
  const char* text;
  const char* published;
  const char* days;  // of the first expression; "" where it stays open
};

void PrintTo(const CalendarCase& c, std::ostream* out) { *out << c.text; }

class KnowsTheDays : public testing::TestWithParam<CalendarCase> {};

TEST_P(KnowsTheDays, OfTheFirstExpression) {
  const auto& [text, published, days] = GetParam();
  std::optional<Date> day;
  if (*published != '\0') day = *Date::parse(published);
  const auto times = find_times(segment(text), text, day, times_words());
  ASSERT_FALSE(times.empty());
  EXPECT_EQ(times[0].calendar ? times[0].calendar->iso() : "", days);
}

constexpr CalendarCase kCalendarCases[] = {
    {"They met last week.", "2017-09-13", "2017-09-04/2017-09-10"},
    {"They met last month.", "2017-09-13", "2017-08"},
    {"They met last month.", "2018-01-13", "2017-12"},
    {"They met in the third quarter.", "2017-12-13", "2017-07/2017-09"},
    {"They quarrelled in the 1990s.", "2017-09-13", "1990/1999"},
    {"They met in the winter of 2016.", "2017-09-13", "2016-12/2017-02"},
    {"They met a week ago.", "2017-09-13", "2017-09-06"},
    {"They met two years ago.", "2017-09-13", "2015-09"},
    {"They met thirty years ago.", "2017-09-13", "1987"},
    {"Over the past three days they met.", "2017-09-13", "2017-09-10/2017-09-13"},
    {"In the next two weeks they will meet.", "2017-09-13", "2017-09-13/2017-09-27"},
    {"They talked for three days.", "2017-09-13", ""},
    {"They spoke on Friday.", "", ""},
    {"They spoke on Friday.", "2017-01-02", "2016-12-30"},
    {"They will speak on Friday.", "2016-12-31", "2017-01-06"},
    {"They spoke recently.", "2017-09-13", ""},
    {"They met on February 29, 2017.", "2017-09-13", ""},
    {"They met on February 29, 2016.", "2017-09-13", "2016-02-29"},
    {"They met on December 30.", "2017-01-03", "2016-12-30"},
    {"They fasted in Ramadan.", "2017-09-13", "2017-05-27/2017-06-25"},
};
INSTANTIATE_TEST_SUITE_P(Calendar, KnowsTheDays, testing::ValuesIn(kCalendarCases));

TEST(FindTimes, WithoutPublicationTakesTheFirstFullDate) {
  EXPECT_EQ(dump("VIENNA, March 8, 2011. They met on Friday.", ""),
            "March 8, 2011 DATE 2011-03-08; Friday DATE 2011-03-04");
}

TEST(FindTimes, WithoutAnyAnchorLeavesTheValueOpen) {
  EXPECT_EQ(dump("They met on Friday in March.", ""), "Friday DATE XXXX-WXX-5; March DATE XXXX-03");
}

TEST(FindTimes, ReadsWithoutSentencesOrTags) {
  const std::string text = "on 3 May 2016";
  Analysis analysis;
  for (const auto& [begin, end] : {std::pair{0, 2}, {3, 4}, {5, 8}, {9, 13}}) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.form = text.substr(token.span.begin, token.span.size());
    analysis.tokens.push_back(token);
  }
  const auto times = find_times(analysis, text, std::nullopt, times_words());
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "2016-05-03");
  EXPECT_EQ(times[0].tokens, (TokenRange{1, 4}));
}

TEST(FindTimes, KnowsTheDayOfWhatStandsBehindAfter) {
  const std::string text = "He fled on Friday, two days after the guards had fired.";
  const auto times = find_times(segment(text), text, Date{2017, 9, 13}, times_words());
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[1].value, "P2D");
  ASSERT_TRUE(times[1].event_day.has_value());
  EXPECT_EQ(times[1].event_day->iso(), "2017-09-06");
}

TEST(FindTimes, LeavesAPersonOfThatNameAlone) {
  const std::string text = "In May they agreed.";
  Analysis analysis = segment(text);
  ASSERT_EQ(find_times(analysis, text, std::nullopt, times_words()).size(), 1u);
  analysis.entities.push_back({{1, 2}, EntityType::kPerson});
  EXPECT_TRUE(find_times(analysis, text, std::nullopt, times_words()).empty());
}

TEST(FindTimes, TagsOverruleTheLooksOfAMonth) {
  const std::string text = "In May they agreed.";
  Analysis analysis = segment(text);
  analysis.tokens[1].upos = "AUX";
  EXPECT_TRUE(find_times(analysis, text, std::nullopt, times_words()).empty());
}

TEST(FindTimes, SurvivesAnEmptyText) {
  EXPECT_TRUE(find_times(Analysis{}, "", std::nullopt, times_words()).empty());
}

}  // namespace
}  // namespace detente
