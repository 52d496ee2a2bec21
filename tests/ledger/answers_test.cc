// What a measure answers, also across documents, and after how long.
#include <gtest/gtest.h>

#include "builder.h"

namespace detente {
namespace {

using namespace test;

Measure answer(std::optional<Interval> announced, bool told, const char* kind = "expulsion") {
  Measure measure{.by = {"CHL"},
                  .against = {"PER"},
                  .kind = kind,
                  .status = "in_force",
                  .announced = announced};
  if (told) measure.responds_to = Answered{{}, {"PER"}};
  return measure;
}

const Line& by(const std::vector<Line>& lines, const char* side) {
  for (const Line& line : lines) {
    if (as<Measure>(line).by.front() == side) return line;
  }
  ADD_FAILURE() << side;
  return lines.front();
}

Told first() {
  return Told("a", "2031-03-02").tell(expulsion(when("2031-03-01"), 4), "Peru expelled 4.");
}

TEST(Answers, FindsWhatWasToldElsewhereWithTheLag) {
  const auto lines = lines_of<Measure>(
      all({first(),
           Told("b", "2031-09-02").tell(answer(when("2031-09-01"), true), "Chile answered.")}));
  const Line& line = by(lines, "CHL");
  ASSERT_TRUE(line.answers);
  EXPECT_EQ(line.answers->line, by(lines, "PER").id);
  EXPECT_EQ(line.answers->basis, "told");
  EXPECT_EQ(line.answers->lag, "P184D");
  EXPECT_EQ(as<Measure>(line).responds_to->kind, "expulsion");
  EXPECT_EQ(as<Measure>(line).responds_to->by, std::vector<std::string>{"PER"});
  EXPECT_EQ(as<Measure>(line).lag, "P184D");
  EXPECT_FALSE(by(lines, "PER").answers);
}

TEST(Answers, CountsMonthsWhereOnlyMonthsAreTold) {
  const auto lines = lines_of<Measure>(all(
      {first(), Told("b", "2031-09-02").tell(answer(when("2031-09"), true), "Chile answered.")}));
  EXPECT_EQ(by(lines, "CHL").answers->lag, "P6M");
}

TEST(Answers, NothingAnswersWhatCameLater) {
  const auto lines = lines_of<Measure>(
      all({first(),
           Told("b", "2031-02-02").tell(answer(when("2031-02-01"), true), "Chile answered.")}));
  EXPECT_TRUE(by(lines, "CHL").answers->line.empty());
  EXPECT_TRUE(as<Measure>(by(lines, "CHL")).lag.empty());
  EXPECT_NE(by(lines, "PER").answers->line, by(lines, "PER").id);  // in kind: Peru answers Chile
}

TEST(Answers, TakesALikeMeasureForAnAnswerWhileTheOtherIsFresh) {
  const auto soon = lines_of<Measure>(
      all({first(),
           Told("b", "2031-03-06").tell(answer(when("2031-03-05"), false), "Chile expelled 4.")}));
  ASSERT_TRUE(by(soon, "CHL").answers);
  EXPECT_EQ(by(soon, "CHL").answers->basis, "in kind");
  EXPECT_EQ(by(soon, "CHL").answers->lag, "P4D");
  const auto late = lines_of<Measure>(
      all({first(),
           Told("b", "2031-09-06").tell(answer(when("2031-09-05"), false), "Chile expelled 4.")}));
  EXPECT_FALSE(by(late, "CHL").answers);
  const auto other = lines_of<Measure>(all(
      {first(),
       Told("b", "2031-03-06").tell(answer(when("2031-03-05"), false, "tariff"), "A tariff.")}));
  EXPECT_FALSE(by(other, "CHL").answers);
}

TEST(Answers, AnswersAnActWhereThereIsNoMeasure) {
  const Event raid{.source = {"PER"},
                   .target = {"CHL"},
                   .root = "ASSAULT",
                   .status = "happened",
                   .date = when("2031-03-01")};
  const auto lines =
      fold(all({Told("a", "2031-03-02").tell(raid, "Peru shelled a Chilean post."),
                Told("b", "2031-03-04").tell(answer(when("2031-03-03"), true), "Chile answered.")}),
           {});
  ASSERT_EQ(lines.size(), 2U);
  ASSERT_TRUE(lines[1].answers);
  EXPECT_EQ(lines[1].answers->line, lines[0].id);
  EXPECT_EQ(lines[1].answers->lag, "P2D");
  EXPECT_TRUE(as<Measure>(lines[1]).responds_to->kind.empty());
}

TEST(Answers, LinkingAgainGivesTheSame) {
  std::vector<Line> lines = fold(
      all({first(),
           Told("b", "2031-03-06").tell(answer(when("2031-03-05"), false), "Chile expelled 4.")}),
      {});
  link_answers(lines, lines);
  EXPECT_EQ(lines[1].answers->basis, "in kind");
  std::vector<Line> alone = {lines[1]};
  link_answers(alone, {});
  EXPECT_FALSE(alone[0].answers);
  EXPECT_FALSE(as<Measure>(alone[0]).responds_to);
  EXPECT_TRUE(as<Measure>(alone[0]).lag.empty());
}

}  // namespace
}  // namespace detente
