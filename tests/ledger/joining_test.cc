// What is told twice is one line, what only looks alike is not.
#include <gtest/gtest.h>

#include "builder.h"

namespace detente {
namespace {

using namespace test;

Event talks(const char* from, const char* to, const char* date) {
  return {.source = {from},
          .target = {to},
          .root = "CONSULT",
          .status = "happened",
          .date = when(date)};
}

Event act(const char* date, const char* root = "SANCTION") {
  return {
      .source = {"PER"}, .target = {"CHL"}, .root = root, .status = "happened", .date = when(date)};
}

TEST(Joining, FiveOutletsTellOneMeasure) {
  std::vector<Assertion> told;
  const char* sentences[] = {
      "Peru expelled 60 diplomats of Chile on Monday.",
      "Sixty Chilean diplomats were ordered to leave Lima by the government of Peru.",
      "Lima threw out 60 diplomats in a quarrel over fishing.",
      "The expulsion of 60 diplomats was announced in Lima on Monday.",
      "Chile said that 60 of its diplomats had been told to leave.",
  };
  const char* documents[] = {"a", "b", "c", "d", "e"};
  for (int i = 0; i < 5; ++i) {
    const auto date = i % 2 == 0 ? std::optional(when("2031-03-03")) : std::nullopt;
    const Told one = Told(documents[i], "2031-03-04").tell(expulsion(date, 60), sentences[i]);
    told.insert(told.end(), one.assertions().begin(), one.assertions().end());
  }
  const auto lines = lines_of<Measure>(told);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].members.size(), 5U);
  EXPECT_EQ(as<Measure>(lines[0]).evidence.size(), 5U);
  EXPECT_TRUE(lines[0].members[0].decision.with.empty());
  EXPECT_GE(lines[0].members[4].decision.score, kSameThing);
  EXPECT_FALSE(lines[0].members[4].decision.features.empty());
}

TEST(Joining, APartOfAMeasureIsTheMeasure) {
  const auto told = all(
      {Told("a", "2031-03-04")
           .tell(expulsion(when("2031-03-03"), 60), "Peru expelled 60 diplomats."),
       Told("b", "2031-03-06")
           .tell(expulsion({}, 30), "By Thursday 30 of the 60 expelled diplomats had left Peru.")});
  const auto lines = lines_of<Measure>(told);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(as<Measure>(lines[0]).quantity->value, 60);
}

TEST(Joining, AContradictionKeepsOneLineAndTheNumberThatMostTell) {
  const char* sentence = "Peru expelled diplomats of Chile on Monday over a fishing quarrel.";
  const auto told =
      all({Told("a", "2031-03-04").tell(expulsion(when("2031-03-03"), 58), sentence),
           Told("b", "2031-03-04").tell(expulsion(when("2031-03-03"), 60), sentence),
           Told("c", "2031-03-05").tell(expulsion(when("2031-03-03"), 60), sentence)});
  const auto lines = lines_of<Measure>(told);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(as<Measure>(lines[0]).quantity->value, 60);
  EXPECT_EQ(lines[0].members.size(), 3U);
}

TEST(Joining, TwoMeasuresOfOneKindStayTwo) {
  const char* sentence = "Peru expelled diplomats of Chile.";
  const auto by_day = all({Told("a", "2031-06-04")
                               .tell(expulsion(when("2031-03-01"), {}), sentence)
                               .tell(expulsion(when("2031-06-01"), {}), sentence)});
  EXPECT_EQ(lines_of<Measure>(by_day).size(), 2U);
  const auto by_number = all({Told("a", "2031-03-04").tell(expulsion({}, 4), "Peru expelled 4."),
                              Told("b", "2031-06-04").tell(expulsion({}, 9), "Peru expelled 9.")});
  EXPECT_EQ(lines_of<Measure>(by_number).size(), 2U);
}

TEST(Joining, TwoImposersHaveTwoMeasures) {
  Measure other = expulsion(when("2031-03-03"), 60);
  other.by = {"BOL"};
  const auto told = all({Told("a", "2031-03-04")
                             .tell(expulsion(when("2031-03-03"), 60), "Peru expelled 60 diplomats.")
                             .tell(other, "Bolivia expelled 60 diplomats.")});
  EXPECT_EQ(lines_of<Measure>(told).size(), 2U);
}

TEST(Joining, ActiveAndPassiveTellOneEvent) {
  const auto told =
      all({Told("a", "2031-03-04")
               .tell(act("2031-03-03"), "Peru closed the Chilean consulate in Tacna."),
           Told("b", "2031-03-05")
               .tell(act("2031-03-03"),
                     "The consulate of Chile in Tacna was shut by Peru, officials said.")});
  EXPECT_EQ(lines_of<Event>(told).size(), 1U);
}

TEST(Joining, TheOtherWayRoundIsAnotherEventButNotForTalks) {
  Event back = act("2031-03-03");
  std::swap(back.source, back.target);
  const char* sentence = "Peru and Chile closed each other's consulates.";
  EXPECT_EQ(
      lines_of<Event>(
          all({Told("a", "2031-03-04").tell(act("2031-03-03"), sentence).tell(back, sentence)}))
          .size(),
      2U);
  const char* met = "The ministers of Peru and Chile talked in Quito.";
  EXPECT_EQ(lines_of<Event>(all({Told("a", "2031-03-04")
                                     .tell(talks("PER", "CHL", "2031-03-03"), met)
                                     .tell(talks("CHL", "PER", "2031-03-03"), met)}))
                .size(),
            1U);
}

TEST(Joining, EventsOfDifferentDaysStayApart) {
  const char* sentence = "Peru closed a Chilean consulate.";
  EXPECT_EQ(lines_of<Event>(all({Told("a", "2031-03-04").tell(act("2031-03-03"), sentence),
                                 Told("b", "2031-04-04").tell(act("2031-04-03"), sentence)}))
                .size(),
            2U);
}

TEST(Joining, ARepeatedStatementIsOneAndItsFirstSentenceLeads) {
  const Statement said{.speaker = "Ana Rojas",
                       .actor = "CHL",
                       .stance = "denies",
                       .about = "Chile had moved tanks to the northern border"};
  Statement short_name = said;
  short_name.speaker = "Rojas";
  short_name.about = "moving tanks to the northern border";
  const auto lines = lines_of<Statement>(
      all({Told("a", "2031-03-04").tell(said, "Ana Rojas denied it."),
           Told("b", "2031-03-05").tell(short_name, "Rojas again denied it.")}));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(as<Statement>(lines[0]).speaker, "Ana Rojas");
  EXPECT_EQ(as<Statement>(lines[0]).evidence[0].document, "a");
  EXPECT_EQ(as<Statement>(lines[0]).evidence[1].document, "b");
}

TEST(Joining, MeetingsOfASeriesStayApart) {
  const auto round = [](int ordinal, const char* date) {
    return Meeting{
        .actors = {"PER", "CHL"}, .date = when(date), .status = "held", .ordinal = ordinal};
  };
  const char* sentence = "The border commission of Peru and Chile met.";
  const auto lines =
      lines_of<Meeting>(all({Told("a", "2031-03-04").tell(round(3, "2031-03"), sentence),
                             Told("b", "2031-03-30").tell(round(4, "2031-03"), sentence),
                             Told("c", "2031-03-31").tell(round(4, "2031-03-29"), sentence)}));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(as<Meeting>(lines[1]).date, when("2031-03-29"));  // the finer of both
}

TEST(Joining, AMemberMayNotContradictAnyOfItsLine) {
  // The undated middle one is like both; it must not make one line of two days.
  const char* sentence = "Peru closed a Chilean consulate in Tacna.";
  Event undated = act("2031-03-03");
  undated.date.reset();
  EXPECT_EQ(lines_of<Event>(all({Told("a", "2031-03-04").tell(act("2031-03-03"), sentence),
                                 Told("b", "2031-03-20").tell(undated, sentence),
                                 Told("c", "2031-06-04").tell(act("2031-06-03"), sentence)}))
                .size(),
            2U);
}

TEST(Joining, ASentencePrintedAgainTellsNoMore) {
  const char* sentence =
      "Kazakhstan protested on Monday that nobody had asked about the water of the river Naryn.";
  Event other = act("2031-03-03", "ACCUSE");
  Event back = act("2031-03-03", "REJECT");
  std::swap(back.source, back.target);
  const auto lines =
      lines_of<Event>(all({Told("a", "2031-03-04").tell(act("2031-03-03", "REJECT"), sentence),
                           Told("b", "2031-03-04").tell(other, sentence).tell(back, sentence),
                           Told("c", "2031-03-05").tell(other, sentence)}));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(as<Event>(lines[0]).root, "ACCUSE");  // what most documents tell
  EXPECT_EQ(as<Event>(lines[0]).source, std::vector<std::string>{"PER"});
  // A year later it is not the same news.
  EXPECT_EQ(
      lines_of<Event>(all({Told("a", "2031-03-04").tell(act("2031-03-03", "REJECT"), sentence),
                           Told("b", "2032-03-04").tell(other, sentence)}))
          .size(),
      2U);
}

TEST(Joining, EvidenceToldTwiceStandsOnceWithItsMarks) {
  std::vector<Assertion> told =
      all({Told("a", "2031-03-04").tell(expulsion(when("2031-03-03"), 60), "Peru expelled 60.")});
  Assertion again = told[0];
  again.id = "zzzzzzzzzzzz";
  std::get<Measure>(again.said).evidence[0].marks = {{"trigger", {5, 13}}};
  told.push_back(again);
  const auto lines = lines_of<Measure>(told);
  ASSERT_EQ(lines.size(), 1U);
  ASSERT_EQ(as<Measure>(lines[0]).evidence.size(), 1U);
  EXPECT_EQ(as<Measure>(lines[0]).evidence[0].marks.size(), 1U);
}

}  // namespace
}  // namespace detente
