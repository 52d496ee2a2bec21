#include "analysis/series.h"

#include <gtest/gtest.h>

#include "lines.h"

namespace detente {
namespace {

using lines::event;

// Two roots with values that are easy to add up.
Ontology ontology() {
  Ontology out;
  out.roots = {lines::root("CONSULT", 1, 2.0), lines::root("SANCTION", 4, -5.0)};
  return out;
}

TEST(MonthlySeries, AddsUpEachMonthWithItsEvents) {
  const std::vector<Line> lines = {event("E1", "PER", "CHL", "CONSULT", "2031-03-02"),
                                   event("E2", "CHL", "PER", "SANCTION", "2031-03-30")};
  const auto months = monthly_series(lines, ontology(), {});
  ASSERT_EQ(months.size(), 1U);
  EXPECT_EQ(months[0].month.iso(), "2031-03");
  EXPECT_EQ(months[0].events, 2);
  EXPECT_DOUBLE_EQ(months[0].goldstein, -3.0);
  EXPECT_DOUBLE_EQ(months[0].mean(), -1.5);
  EXPECT_EQ(months[0].by_quad, (std::array<int, 4>{1, 0, 0, 1}));
  EXPECT_EQ(months[0].by_root.at("SANCTION"), 1);
  EXPECT_EQ(months[0].lines, (std::vector<std::string>{"E1", "E2"}));
}

TEST(MonthlySeries, ShowsMonthsOfSilence) {
  const std::vector<Line> lines = {event("E1", "PER", "CHL", "CONSULT", "2031-11-02"),
                                   event("E2", "PER", "CHL", "CONSULT", "2032-02")};
  const auto months = monthly_series(lines, ontology(), {});
  ASSERT_EQ(months.size(), 4U);
  EXPECT_EQ(months[1].month.iso(), "2031-12");
  EXPECT_EQ(months[2].month.iso(), "2032-01");
  EXPECT_EQ(months[2].events, 0);
  EXPECT_DOUBLE_EQ(months[2].mean(), 0.0);
}

TEST(MonthlySeries, LeavesOutWhatIsNoDeedOrHasNoMonth) {
  const std::vector<Line> lines = {
      event("E1", "PER", "CHL", "SANCTION", "2031-03-02", "threatened"),
      event("E2", "PER", "CHL", "SANCTION", "2031-03-02", "denied"),
      event("E3", "PER", "CHL", "SANCTION", "2031"),
      event("E4", "PER", "CHL", "UNHEARD", "2031-03-02"),
      lines::measure("M1", "PER", "CHL", "tariff", "2031-03-02")};
  EXPECT_TRUE(monthly_series(lines, ontology(), {}).empty());
}

TEST(MonthlySeries, KeepsToADirection) {
  const std::vector<Line> lines = {event("E1", "PER", "CHL", "CONSULT", "2031-03-02"),
                                   event("E2", "CHL", "PER", "SANCTION", "2031-03-30")};
  const auto months = monthly_series(lines, ontology(), {.source = "CHL", .target = "PER"});
  ASSERT_EQ(months.size(), 1U);
  EXPECT_EQ(months[0].lines, (std::vector<std::string>{"E2"}));
}

TEST(LagCorrelations, FindsTheEchoOfTheOtherSide) {
  const auto month = [](const char* iso, double value) {
    return Month{.month = *Date::parse(iso), .events = 1, .goldstein = value};
  };
  const std::vector<Month> first = {month("2031-01", -5), month("2031-02", 1), month("2031-03", 4)};
  const std::vector<Month> second = {month("2031-02", -5), month("2031-03", 1),
                                     month("2031-04", 4)};
  const auto lags = lag_correlations(first, second, 1);
  ASSERT_EQ(lags.size(), 3U);
  EXPECT_EQ(lags[0].lag, -1);
  EXPECT_FALSE(lags[0].correlation.has_value());  // one pair of months only
  EXPECT_EQ(lags[2].lag, 1);
  EXPECT_EQ(lags[2].months, 3);
  EXPECT_NEAR(*lags[2].correlation, 1.0, 1e-9);
  EXPECT_LE(*lags[2].correlation, 1.0);
}

}  // namespace
}  // namespace detente
