#include "views/wording.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

Interval when(std::string_view iso) { return Interval::parse(iso).value(); }

TEST(Wording, CodesBecomeWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"asset_freeze", "asset freeze"},
      {"neither_confirms_nor_denies", "neither confirms nor denies"},
      {"near_term", "soon"},
      {"third_country", "in a third country"},
      {"", ""},
  };
  for (const auto& [code, words] : cases) EXPECT_EQ(words_of(code), words);
}

TEST(Wording, DeedsAgreeInNumber) {
  EXPECT_EQ(deed_of("CONSULT", false), "talks with");
  EXPECT_EQ(deed_of("CONSULT", true), "talk with");
  EXPECT_EQ(deed_of("NEW_ROOT", false), "new root");
}

TEST(Wording, Dates) {
  struct Case {
    const char* iso;
    const char* full;
    const char* brief;
    const char* on;
  };
  const Case cases[] = {
      {"2017-09-13", "13 September 2017", "13 Sep 2017", "on 13 September 2017"},
      {"2017-09", "September 2017", "Sep 2017", "in September 2017"},
      {"2017", "2017", "2017", "in 2017"},
      {"2032-05-03/2032-05-05", "3–5 May 2032", "3–5 May 2032", "on 3–5 May 2032"},
      {"2017-01-20/2017-02-28", "20 January – 28 February 2017", "20 Jan – 28 Feb 2017",
       "between 20 January 2017 and 28 February 2017"},
      {"2016-12-29/2017-01-02", "29 December 2016 – 2 January 2017", "29 Dec 2016 – 2 Jan 2017",
       "between 29 December 2016 and 2 January 2017"},
      {"2017-03/2017-05", "March – May 2017", "Mar – May 2017", "between March 2017 and May 2017"},
      {"2014/2017", "2014 – 2017", "2014 – 2017", "between 2014 and 2017"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(date_words(when(c.iso)), c.full);
    EXPECT_EQ(date_words(when(c.iso), true), c.brief);
    EXPECT_EQ(on_date(when(c.iso)), c.on);
  }
}

TEST(Wording, Durations) {
  const std::pair<const char*, const char*> cases[] = {
      {"P7M", "seven months"},
      {"P1D", "one day"},
      {"P1Y2M", "one year and two months"},
      {"P0D", "less than a day"},
      {"P13D", "13 days"},
      {"P2W", "two weeks"},
      {"soon", "soon"},
      {"P", "P"},
      {"PT3H", "PT3H"},
      {"P99999999999D", "P99999999999D"},
  };
  for (const auto& [iso, words] : cases) EXPECT_EQ(duration_words(iso), words);
}

TEST(Wording, Quantities) {
  EXPECT_EQ(quantity_words({755, "diplomats"}), "755 diplomats");
  EXPECT_EQ(quantity_words({2.5, "per cent"}), "2.5 per cent");
  EXPECT_EQ(quantity_words({1200, ""}), "1200");
  EXPECT_EQ(quantity_words({12000, ""}), "12,000");
  EXPECT_EQ(quantity_words({1234567890, "euros"}), "1,234,567,890 euros");
  EXPECT_EQ(quantity_words({-3, ""}), "-3");
}

TEST(Wording, CountsAndLists) {
  EXPECT_EQ(count_of(0, "measure"), "no measures");
  EXPECT_EQ(count_of(1, "measure"), "one measure");
  EXPECT_EQ(count_of(12, "measure"), "twelve measures");
  EXPECT_EQ(count_of(24, "measure"), "24 measures");
  EXPECT_EQ(joined({}), "");
  EXPECT_EQ(joined({"A"}), "A");
  EXPECT_EQ(joined({"A", "B"}), "A and B");
  EXPECT_EQ(joined({"A", "B", "C"}), "A, B and C");
}

TEST(Wording, Articles) {
  const std::pair<const char*, const char*> cases[] = {
      {"United Kingdom", "the United Kingdom"},
      {"African Union", "the African Union"},
      {"the Gambia", "the Gambia"},
      {"Norway", "Norway"},
      {"New Zealand", "New Zealand"},
      {"", ""},
  };
  for (const auto& [name, said] : cases) EXPECT_EQ(with_article(name), said);
  EXPECT_EQ(without_article("the Gambia"), "Gambia");
  EXPECT_EQ(without_article("Thebes"), "Thebes");
}

}  // namespace
}  // namespace detente
