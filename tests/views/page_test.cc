#include "views/page.h"

#include <gtest/gtest.h>
#include <sstream>

#include "views/text.h"

namespace detente {
namespace {

TEST(Page, TitleAndSectionFillTheWidth) {
  Page page(40, false);
  page.title("Norway – Sweden", "as of 2 May 2031");
  page.section("Channels");
  EXPECT_EQ(page.text(),
            "Norway – Sweden         as of 2 May 2031\n"
            "━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
            "\n"
            "Channels ───────────────────────────────\n");
}

TEST(Page, ATitleTooLongTakesItsOwnLines) {
  Page page(40, false);
  page.title("Saint Vincent and the Grenadines – United Kingdom", "as of 2 May 2031");
  EXPECT_TRUE(
      page.text().starts_with("Saint Vincent and the Grenadines –\n"
                              "United Kingdom\n"
                              "as of 2 May 2031\n"))
      << page.text();
}

TEST(Page, RowKeepsItsColumns) {
  Page page(40, false);
  page.row({.label = "cut",
            .text = "Military line, since March 2014",
            .details = {"Because: a flag"},
            .points = {"at once: a meeting of experts"},
            .source = "The generals have not spoken. — O Farol"});
  EXPECT_EQ(page.text(),
            "  cut          Military line, since\n"
            "               March 2014\n"
            "               Because: a flag\n"
            "               · at once: a meeting of\n"
            "                 experts\n"
            "               │ The generals have not\n"
            "               │ spoken. — O Farol\n");
}

TEST(Page, ALongLabelGoesOnBelow) {
  Page page(40, false);
  page.row({.label = "20 Jan – 28 Feb 2017", .text = "Meeting"});
  EXPECT_EQ(page.text(),
            "  20 Jan – 28  Meeting\n"
            "  Feb 2017\n");
}

TEST(Page, EmptySectionsStandTogether) {
  Page page(40, false);
  page.empty_section("Offers", "none reported.");
  page.empty_section("Claims", "none reported.");
  page.section("Events");
  page.empty_section("Roles", "none named.");
  const std::string text = page.text();
  EXPECT_TRUE(text.starts_with("\nOffers: none reported.\nClaims: none reported.\n\nEvents ─"));
  EXPECT_TRUE(text.ends_with("─\n\nRoles: none named.\n"));
}

TEST(Page, ColourComesOnlyWhenAskedAndClosesOnEachLine) {
  const Row row{.label = "cut", .tone = Tone::kBad, .text = "Line", .source = "Words — Farol"};
  Page plain(40, false);
  plain.row(row);
  EXPECT_EQ(plain.text().find('\x1b'), std::string::npos);
  Page coloured(40, true);
  coloured.row(row);
  EXPECT_NE(coloured.text().find("\x1b[31mcut\x1b[0m"), std::string::npos);
  std::istringstream lines(coloured.text());
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(line.ends_with("\x1b[0m") || line.find("Line") != std::string::npos) << line;
  }
}

}  // namespace
}  // namespace detente
