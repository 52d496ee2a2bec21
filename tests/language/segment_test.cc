#include "language/segment.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace detente {
namespace {

// Tokens joined by "|", sentences by " / ", paragraphs by " // ".
std::string shown(std::string_view text) {
  const Analysis analysis = segment(text);
  std::string out;
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    if (i > 0) out += sentence.paragraph == analysis.sentences[i - 1].paragraph ? " / " : " // ";
    for (TokenIndex token = sentence.tokens.first; token < sentence.tokens.last; ++token) {
      if (token > sentence.tokens.first) out += '|';
      out += analysis.tokens[token].form;
    }
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& each : cases) EXPECT_EQ(shown(each.text), each.expected) << each.text;
}

TEST(SegmentWords, PunctuationStandsAlone) {
  expect_all({
      {"\"Yes,\" he said.", "\"|Yes|,|\"|he|said|."},
      {"“Yes”, he said — at last…", "“|Yes|”|,|he|said|—|at|last|…"},
      {"talks -- or not...", "talks|--|or|not|..."},
      {"(see below)", "(|see|below|)"},
      {"50% and $15-billion", "50|%|and|$|15|-|billion"},
      {"US$3m, €20", "US$|3|m|,|€|20"},
  });
}

TEST(SegmentWords, CliticsAreCut) {
  expect_all({
      {"Moscow's", "Moscow|'s"},
      {"Moscow’s", "Moscow|’s"},
      {"They don't, can't, cannot", "They|do|n't|,|ca|n't|,|can|not"},
      {"DON’T", "DO|N’T"},
      {"we've I'll", "we|'ve|I|'ll"},
      {"the U.S.'s ally", "the|U.S.|'s|ally"},
      {"the workers' party", "the|workers|'|party"},
      {"O'Hara and the Shi'ite o'clock", "O'Hara|and|the|Shi'ite|o'clock"},
      {"the '90s", "the|'90s"},
  });
}

TEST(SegmentWords, HyphensAreCutButForPrefixes) {
  expect_all({
      {"US-Russia", "US|-|Russia"},
      {"U.N.-backed", "U.N.|-|backed"},
      {"a five-year-old pact", "a|five|-|year|-|old|pact"},
      {"anti-ship, non-European, ex-minister", "anti-ship|,|non-European|,|ex-minister"},
      {"by e-mail in mid-July", "by|e-mail|in|mid-July"},
      {"S-400", "S|-|400"},
  });
}

TEST(SegmentWords, NumbersStayWhole) {
  expect_all({
      {"12,000 and 3.5", "12,000|and|3.5"},
      {"2017-09-13 at 10:30", "2017-09-13|at|10:30"},
      {"11/28/2000, 9/11", "11/28/2000|,|9/11"},
      {"5-10 or 1/2", "5|-|10|or|1|/|2"},
      {"1992–1994, 1992-1994", "1992|–|1994|,|1992|-|1994"},
      {"20th 1970s 35mm 7pm", "20th|1970s|35|mm|7|pm"},
  });
}

TEST(SegmentWords, AddressesStayWhole) {
  expect_all({
      {"(see https://example.org/a-b?c=1).", "(|see|https://example.org/a-b?c=1|)|."},
      {"www.example.org, desk@example.org.", "www.example.org|,|desk@example.org|."},
      {"on Example.com today", "on|Example.com|today"},
  });
}

TEST(SegmentWords, AbbreviationsKeepTheirPeriod) {
  expect_all({
      {"Mr. Orlow met Gen. J. Marsk", "Mr.|Orlow|met|Gen.|J.|Marsk"},
      {"on Aug. 3 at 10 a.m. in No. 3", "on|Aug.|3|at|10|a.m.|in|No.|3"},
      {"He said no. He left.", "He|said|no|. / He|left|."},
      {"He left the U.S.", "He|left|the|U.S|."},
      {"“He left the U.S.”", "“|He|left|the|U.S|.|”"},
  });
}

TEST(SegmentSentences, EndAtStops) {
  expect_all({
      {"He came. She left! Why? So.", "He|came|. / She|left|! / Why|? / So|."},
      {"“We will stay.” He left.", "“|We|will|stay|.|” / He|left|."},
      {"\"We will stay.\" \"No.\"", "\"|We|will|stay|.|\" / \"|No|.|\""},
      {"(He left.) She stayed.", "(|He|left|.|) / She|stayed|."},
      {"It is over.They left.", "It|is|over|. / They|left|."},
      {"He fled. al-Hasa fell.", "He|fled|. / al|-|Hasa|fell|."},
  });
}

TEST(SegmentSentences, GoOnAfterOtherPeriods) {
  expect_all({
      {"\"Why?\" he asked.", "\"|Why|?|\"|he|asked|."},
      {"U.S. officials met Lt. Orlow.", "U.S.|officials|met|Lt.|Orlow|."},
      {"He left the U.S. The talks ended.", "He|left|the|U.S|. / The|talks|ended|."},
      {"At 10 a.m. on Friday at 5 p.m. they met.", "At|10|a.m.|on|Friday|at|5|p.m.|they|met|."},
      {"They met at 5 p.m. On Friday they left.",
       "They|met|at|5|p.m|. / On|Friday|they|left|."},
      {"1. The parties agree.", "1|.|The|parties|agree|."},
      {"He waited... and left.", "He|waited|...|and|left|."},
      {"He waited . . . She left.", "He|waited|.|.|. / She|left|."},
  });
}

TEST(SegmentSentences, ParagraphsFollowNewlines) {
  expect_all({
      {"Talks open\n\nHe came. She left.", "Talks|open // He|came|. / She|left|."},
      {"Talks open\nThey met.\r\n“No.”", "Talks|open // They|met|. // “|No|.|”"},
      {"They met on the\nsecond day. He\nleft.", "They|met|on|the|second|day|. / He|left|."},
      {"They met the\nfirst envoy of President\nOrlow.",
       "They|met|the|first|envoy|of|President|Orlow|."},
      {"\n \n\n", ""},
      {"", ""},
  });
}

TEST(Segment, SpansAreBytesOfTheText) {
  const std::string text = "Gonzá\u00A0\u200Blez d\u2019Or \u202BUN\u202C.";
  const Analysis analysis = segment(text);
  std::uint32_t end = 0;
  for (const Token& token : analysis.tokens) {
    EXPECT_LE(end, token.span.begin);
    EXPECT_LT(token.span.begin, token.span.end);
    EXPECT_EQ(token.form, text.substr(token.span.begin, token.span.size()));
    end = token.span.end;
  }
  EXPECT_LE(end, text.size());
  EXPECT_EQ(shown(text), "Gonzá|lez|d\u2019Or|UN|.");
}

TEST(Segment, SurvivesStrangeText) {
  expect_all({
      {"ok \U0001F44D\U0001F3FD!", "ok|\U0001F44D\U0001F3FD|!"},
      {"a\xFFz", "a|\xFF|z"},
      {"\u200F\u200B", ""},
      {"'", "'"},
      {"www.", "www|."},
  });
}

TEST(Segment, LongRunsAreBounded) {
  for (const std::string unit : {"x", "é", "-", "1", ".", "'", "a.", "@", "http://", "\u200D", "x-",
                                 ".\"\"\""}) {
    std::string text;
    while (text.size() < 20000) text += unit;
    const Analysis analysis = segment(text);
    for (const Token& token : analysis.tokens) {
      EXPECT_LE(token.form.size(), 3 * kMaxTokenLength);
    }
    for (const Sentence& sentence : analysis.sentences) {
      EXPECT_LE(sentence.tokens.size(), kMaxSentenceTokens + 9);
    }
  }
}

}  // namespace
}  // namespace detente
