// What is asked of the lists: filters, pages, days; what falls due; words; numbers.
#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "ledger/store/ledger.h"
#include "ledger/store/sample.h"

namespace detente {
namespace {

using sample::day;
using sample::kStamp;
using sample::Report;

class QuestionsTest : public ::testing::Test {
 protected:
  QuestionsTest() {
    std::mt19937 random(3);
    std::vector<ReadDocument> read = sample::story();
    for (int i = 0; i < 60; ++i) read.push_back(sample::made_up(i, random));
    EXPECT_TRUE(ledger_.add(read, kStamp).has_value());
  }

  std::vector<Line> all(List list, Filter filter = {}) {
    filter.limit = 0;
    return ledger_.lines(list, filter)->lines;
  }

  // The ids of what `fits` picks from the whole list, and of what the filter gives.
  template <typename Fits>
  void expect_picks(List list, const Filter& filter, Fits fits) {
    std::set<std::string> expected;
    for (const Line& line : all(list)) {
      if (fits(line)) expected.insert(line.id);
    }
    std::set<std::string> got;
    for (const Line& line : all(list, filter)) got.insert(line.id);
    EXPECT_EQ(got, expected);
    EXPECT_FALSE(expected.empty());
    EXPECT_LT(expected.size(), all(list).size());
  }

  Ledger ledger_ = Ledger::in_memory().value();
};

bool names(const Line& line, const std::string& side) {
  const auto sides = sides_of(line.object);
  return std::ranges::find(sides, side) != sides.end();
}

TEST_F(QuestionsTest, FiltersPickWhatTheySay) {
  Filter filter;
  filter.actor = "PRT";
  expect_picks(List::kEvents, filter, [](const Line& l) { return names(l, "PRT"); });
  filter.other = "ESP";
  expect_picks(List::kEvents, filter,
               [](const Line& l) { return names(l, "PRT") && names(l, "ESP"); });
  filter.kind = "ACCUSE";
  expect_picks(List::kEvents, filter, [](const Line& l) {
    return names(l, "PRT") && names(l, "ESP") && kind_of(l.object) == "ACCUSE";
  });
  filter = {};
  filter.kind = "CONSULT";
  filter.since = day("2031-01-10");
  filter.until = day("2031-01-20");
  expect_picks(List::kEvents, filter, [](const Line& l) {
    const Date date = date_of(l.object)->begin;
    return kind_of(l.object) == "CONSULT" && date >= day("2031-01-10") && date <= day("2031-01-20");
  });
  filter = {};
  filter.status = "lifted";
  expect_picks(List::kMeasures, filter,
               [](const Line& l) { return status_of(l.object) == "lifted"; });
  filter = {};
  filter.outlet = "Example Herald";
  expect_picks(List::kMeasures, filter, [&](const Line& l) {
    return std::ranges::any_of(l.members, [&](const Member& member) {
      return ledger_.assertion(member.assertion)->outlet == "Example Herald";
    });
  });
}

TEST_F(QuestionsTest, NothingFitsUnknownWordsOrDaysTheWrongWayRound) {
  for (const auto field : {&Filter::actor, &Filter::kind, &Filter::status, &Filter::outlet}) {
    Filter filter;
    filter.*field = "no such thing";
    EXPECT_TRUE(all(List::kEvents, filter).empty());
  }
  Filter filter;
  filter.since = day("2031-06-01");
  filter.until = day("2031-05-01");
  EXPECT_TRUE(all(List::kEvents, filter).empty());
}

TEST_F(QuestionsTest, PagesHoldEveryLineOnceInOrder) {
  for (const std::optional<Date>& known_by :
       {std::optional<Date>(), std::optional(day("2040-01-01"))}) {
    for (const bool newest_first : {true, false}) {
      Filter filter;
      filter.known_by = known_by;
      filter.newest_first = newest_first;
      filter.limit = 7;
      std::vector<std::string> ids;
      std::vector<Date> days;
      do {
        const Listed page = ledger_.lines(List::kEvents, filter).value();
        EXPECT_LE(page.lines.size(), 7U);
        for (const Line& line : page.lines) {
          ids.push_back(line.id);
          days.push_back(date_of(line.object)->begin);
        }
        filter.cursor = page.next;
      } while (!filter.cursor.empty());
      EXPECT_EQ(ids.size(), all(List::kEvents).size());
      EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size());
      if (newest_first) std::ranges::reverse(days);
      EXPECT_TRUE(std::ranges::is_sorted(days));
    }
  }
}

TEST_F(QuestionsTest, ACursorBelongsToItsQuestion) {
  Filter filter;
  filter.limit = 3;
  const std::string cursor = ledger_.lines(List::kEvents, filter)->next;
  ASSERT_FALSE(cursor.empty());
  EXPECT_EQ(cursor.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz_-"), std::string::npos);
  filter.cursor = cursor;
  EXPECT_TRUE(ledger_.lines(List::kEvents, filter).has_value());
  EXPECT_EQ(ledger_.lines(List::kMeasures, filter).error().code, ErrorCode::kNotFound);
  filter.actor = "PRT";
  EXPECT_EQ(ledger_.lines(List::kEvents, filter).error().code, ErrorCode::kNotFound);
  for (const char* made_up : {"x", "_", "aaaaaa_1_2", "aaaaaa__", "0_0_0"}) {
    filter.cursor = made_up;
    EXPECT_EQ(ledger_.lines(List::kEvents, filter).error().code, ErrorCode::kNotFound) << made_up;
  }
}

TEST_F(QuestionsTest, AStatusIsThatOfTheDayAskedAbout) {
  Filter filter;
  filter.actor = "MAR";
  filter.other = "PRT";
  filter.status = "lifted";
  filter.as_of = day("2031-06-01");
  EXPECT_TRUE(all(List::kMeasures, filter).empty());
  filter.as_of = day("2031-06-30");
  EXPECT_FALSE(all(List::kMeasures, filter).empty());
}

TEST_F(QuestionsTest, BetweenGivesAllOfAPairAndTheNewestWhereItIsCut) {
  const auto lines = ledger_.between("PRT", "MAR", {}, {}).value();
  EXPECT_FALSE(lines.empty());
  EXPECT_TRUE(
      std::ranges::all_of(lines, [](const Line& l) { return names(l, "PRT") && names(l, "MAR"); }));
  const auto events = [](const std::vector<Line>& some) {
    return std::ranges::count_if(some,
                                 [](const Line& l) { return list_of(l.object) == List::kEvents; });
  };
  EXPECT_EQ(events(lines), 3);
  const auto cut = ledger_.between("PRT", "MAR", {}, {}, 1).value();
  EXPECT_EQ(events(cut), 1);
  EXPECT_EQ(date_of(cut.front().object)->begin, day("2031-06-19"));
  const auto past = ledger_.between("PRT", "MAR", {}, day("2031-05-02")).value();
  EXPECT_EQ(past.size(), 2U);
}

TEST(DueTest, DeadlinesFallDueUntilWhatTheyEndIsLifted) {
  Report report("due", "2031-05-02");
  report.measure("PRT", "MAR", "tariff", "2031-05-01",
                 "A tariff of 20 per cent until 1 September.");
  report.objects().measures[0].deadline = sample::on("2031-09-01");
  Meeting meeting;
  meeting.actors = {"MAR", "PRT"};
  meeting.status = "scheduled";
  meeting.date = sample::on("2031-08-10");
  meeting.evidence = {report.quote("They meet on 10 August.")};
  report.objects().meetings.push_back(meeting);
  Ledger ledger = Ledger::in_memory().value();
  ASSERT_TRUE(ledger.add(std::vector<ReadDocument>{report}, kStamp).has_value());
  const auto due = ledger.due(day("2031-08-01"), day("2031-09-30"), {}).value();
  ASSERT_EQ(due.size(), 2U);
  EXPECT_EQ(due[0].what, "meeting");
  EXPECT_EQ(due[1].what, "deadline");
  EXPECT_EQ(due[1].day, day("2031-09-01"));
  EXPECT_TRUE(ledger.due(day("2031-09-02"), day("2031-12-31"), {})->empty());
  Filter filter;
  filter.actor = "ESP";
  EXPECT_TRUE(ledger.due(day("2031-08-01"), day("2031-09-30"), filter)->empty());

  ASSERT_TRUE(ledger
                  .add(std::vector<ReadDocument>{Report("end", "2031-07-02")
                                                     .ending("tariff", {"MAR", "PRT"}, "2031-07-01",
                                                             "Portugal lifted its tariff.")},
                       kStamp)
                  .has_value());
  EXPECT_EQ(ledger.due(day("2031-08-01"), day("2031-09-30"), {})->size(), 1U);
}

TEST_F(QuestionsTest, SearchFindsWordsAndPhrases) {
  const auto hits = ledger_.search("blackmail", {}).value();
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].document, "s2");
  EXPECT_NE(hits[0].snippet.find("\x02"
                                 "blackmail\x03"),
            std::string::npos);
  ASSERT_FALSE(hits[0].lines.empty());
  EXPECT_EQ(kind_of(ledger_.line(hits[0].lines[0])->object), "ACCUSE");  // its own words have it
  EXPECT_EQ(ledger_.search("\"sent them home\"", {})->size(), 1U);
  EXPECT_TRUE(ledger_.search("\"home them sent\"", {})->empty());
  EXPECT_EQ(ledger_.search("portugal DIPLOMAT", {})->size(), 2U);  // stems, any case
  Filter filter;
  filter.outlet = "Example Herald";
  EXPECT_EQ(ledger_.search("Portugal", filter)->size(), 2U);
  filter = {};
  filter.actor = "ESP";
  filter.other = "MAR";
  EXPECT_EQ(ledger_.search("water", filter)->size(), 1U);
}

TEST_F(QuestionsTest, SearchTakesAnyText) {
  for (const char* odd : {"", " ", "\"", "\"\"", "*", "AND", "NOT OR", "a:b", "(x", "^", "-",
                          "'; DROP", "NEAR(a b)", "{", "\xc3\xa9", "\"open phrase", "col : text"}) {
    EXPECT_TRUE(ledger_.search(odd, {}).has_value()) << odd;
  }
}

TEST_F(QuestionsTest, NumbersAgreeWithTheLists) {
  const Counts counts = ledger_.counts().value();
  EXPECT_EQ(counts.documents, 65U);
  for (const List list : {List::kEvents, List::kMeasures, List::kClaims}) {
    EXPECT_EQ(counts.lines[static_cast<std::size_t>(list)], all(list).size());
  }
  const auto sides = ledger_.sides();
  for (const SideCount& side : *sides) {
    Filter filter;
    filter.actor = side.code;
    EXPECT_EQ(side.events, all(List::kEvents, filter).size()) << side.code;
  }
  std::size_t events = 0;
  const auto pairs = ledger_.pair_counts(day("2031-05-01"), day("2031-06-30"));
  for (const PairCount& pair : *pairs) {
    EXPECT_LT(pair.a, pair.b);
    events += pair.events;
  }
  Filter filter;
  filter.since = day("2031-05-01");
  filter.until = day("2031-06-30");
  EXPECT_EQ(events, all(List::kEvents, filter).size());
  EXPECT_EQ(ledger_.first_day(), day("2031-01-01"));
  EXPECT_EQ(ledger_.latest_day(), day("2031-07-01"));
}

TEST_F(QuestionsTest, TheVersionChangesWithEachWriting) {
  const auto before = ledger_.version().value();
  EXPECT_EQ(ledger_.version().value(), before);
  ASSERT_TRUE(
      ledger_.add(std::vector<ReadDocument>{Report("n", "2031-05-05").text("New.")}, kStamp));
  EXPECT_NE(ledger_.version().value(), before);
}

}  // namespace
}  // namespace detente
