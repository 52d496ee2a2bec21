#include "analysis/reciprocity.h"

#include <gtest/gtest.h>

#include "lines.h"

namespace detente {
namespace {

using lines::event;
using lines::measure;

Line answering(Line line, const char* to, const char* basis = "told") {
  line.answers = Answers{.line = to, .lag = {}, .basis = basis, .told = {}};
  return line;
}

TEST(Reciprocity, TellsWhoAnswersWithWhatAndHowSoon) {
  const std::vector<Line> lines = {
      measure("M1", "PER", "CHL", "expulsion", "2031-03-01"),
      measure("M2", "PER", "CHL", "tariff", "2031-05-01"),
      measure("M3", "PER", "CHL", "travel_ban", "2031-06-01"),
      answering(measure("M4", "CHL", "PER", "expulsion", "2031-03-11"), "M1"),
      answering(measure("M5", "CHL", "PER", "import_ban", "2031-05-31"), "M2", "in kind")};
  const auto both = reciprocity(lines, "PER", "CHL");
  ASSERT_EQ(both.size(), 2U);
  const Reciprocity& chile = both[0];
  EXPECT_EQ(chile.answerer, "CHL");
  EXPECT_EQ(chile.measures, 3);
  EXPECT_EQ(chile.met, 2);
  ASSERT_EQ(chile.answers.size(), 2U);
  EXPECT_EQ(chile.answers[0].trigger_kind, "expulsion");
  EXPECT_EQ(chile.answers[0].lag, 10);
  EXPECT_TRUE(chile.answers[0].in_kind);
  EXPECT_TRUE(chile.answers[0].told);
  EXPECT_FALSE(chile.answers[1].told);
  EXPECT_DOUBLE_EQ(*chile.median_lag, 20.0);
  EXPECT_DOUBLE_EQ(chile.share_in_kind(), 0.5);
  EXPECT_EQ(both[1].met, 0);
  EXPECT_FALSE(both[1].median_lag.has_value());
}

TEST(Reciprocity, AnAnswerToAnActIsNoMeasureMet) {
  const std::vector<Line> lines = {
      event("E1", "PER", "CHL", "ASSAULT", "2031-03-01"),
      answering(measure("M1", "CHL", "PER", "tariff", "2031-03-04"), "E1")};
  const Reciprocity chile = reciprocity(lines, "PER", "CHL")[0];
  EXPECT_EQ(chile.measures, 0);
  EXPECT_EQ(chile.met, 0);
  ASSERT_EQ(chile.answers.size(), 1U);
  EXPECT_EQ(chile.answers[0].trigger_kind, "ASSAULT");
  EXPECT_FALSE(chile.answers[0].in_kind);
  EXPECT_EQ(chile.answers[0].lag, 3);
}

TEST(Reciprocity, AThreatIsNoMeasure) {
  Line threat = measure("M1", "PER", "CHL", "tariff", "2031-03-01");
  std::get<Measure>(threat.object).status = "threatened";
  EXPECT_EQ(reciprocity(std::vector{threat}, "PER", "CHL")[0].measures, 0);
}

TEST(LongestStanding, OrdersWhatIsInForceByItsAge) {
  Line lifted = measure("M3", "PER", "CHL", "travel_ban", "2030-01-01");
  std::get<Measure>(lifted.object).status = "lifted";
  lifted.life.push_back({.status = "lifted",
                         .when = lines::day("2031-01-01"),
                         .known = *Date::parse("2031-01-01"),
                         .basis = "reported",
                         .assertion = {}});
  const std::vector<Line> lines = {measure("M1", "PER", "CHL", "tariff", "2031-05-01"),
                                   measure("M2", "CHL", "PER", "import_ban", "2031-03-01"), lifted};
  const auto standing = longest_standing(lines, *Date::parse("2031-05-11"));
  ASSERT_EQ(standing.size(), 2U);
  EXPECT_EQ(standing[0].line->id, "M2");
  EXPECT_EQ(standing[1].days, 10);
}

TEST(Asymmetries, TellsEachWayApart) {
  Ontology ontology;
  ontology.roots = {lines::root("SANCTION", 4, -5.0), lines::root("CONSULT", 1, 1.0)};
  const std::vector<Line> lines = {event("E1", "PER", "CHL", "SANCTION", "2031-03-01"),
                                   event("E2", "PER", "CHL", "CONSULT", "2031-03-02"),
                                   measure("M1", "CHL", "PER", "tariff", "2031-03-05")};
  const auto figures = asymmetries(lines, ontology, "PER", "CHL", *Date::parse("2031-04-01"));
  const auto figure = [&](const std::string& what) {
    for (const Asymmetry& one : figures) {
      if (one.what == what) return one;
    }
    ADD_FAILURE() << what << " is missing";
    return Asymmetry{};
  };
  EXPECT_DOUBLE_EQ(figure("measures in force").from_b, 1);
  EXPECT_DOUBLE_EQ(figure("measures in force").from_a, 0);
  EXPECT_DOUBLE_EQ(figure("material conflict").from_a, 1);
  EXPECT_DOUBLE_EQ(figure("mean Goldstein value").from_a, -2.0);
  EXPECT_EQ(figures.size(), 4U);  // nothing that is zero on both sides
}

}  // namespace
}  // namespace detente
