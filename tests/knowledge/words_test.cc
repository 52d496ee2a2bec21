#include "knowledge/words.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

TEST(Words, FoldDropsAccentsAndDots) {
  const struct {
    const char* word;
    const char* folded;
  } kCases[] = {
      {"Élysée", "Elysee"},     {"U.S.", "US"},           {"us", "us"},
      {"Erdoğan", "Erdogan"},   {"Łódź", "Lodz"},         {"d’Ivoire", "d'Ivoire"},
      {"São Tomé", "Sao Tome"}, {"Nguyễn", "Nguyen"},     {"Chișinău", "Chisinau"},
      {"Straße", "Strasse"},    {"Reykjavi\u0301k", "Reykjavik"}, {"Москва", "Москва"},
      {"北京", "北京"},          {"", ""},                 {"a\xffz", "a\xffz"},
  };
  for (const auto& test : kCases) EXPECT_EQ(fold(test.word), test.folded) << test.word;
}

TEST(Words, PiecesAreCutAtHyphensAndApostrophes) {
  using Pieces = std::vector<std::string>;
  EXPECT_EQ(pieces_of("Guinea-Bissau"), (Pieces{"Guinea", "Bissau"}));
  EXPECT_EQ(pieces_of("Côte d'Ivoire"), (Pieces{"Cote", "d", "Ivoire"}));
  EXPECT_EQ(pieces_of("People’s  Republic"), (Pieces{"People", "s", "Republic"}));
  EXPECT_EQ(pieces_of("U.S."), (Pieces{"US"}));
  EXPECT_TRUE(pieces_of(" -' ").empty());
}

TEST(Words, CapitalsBecomeTitleCase) {
  EXPECT_EQ(title_case_of_capitals("RUSSIA"), "Russia");
  EXPECT_EQ(title_case_of_capitals("IRAN"), "Iran");
  EXPECT_EQ(title_case_of_capitals("WHO"), "");
  EXPECT_EQ(title_case_of_capitals("Russia"), "");
}

}  // namespace
}  // namespace detente
