// Words of time in any order, tagged at random: whatever comes out must be well formed.
#include <array>
#include <cstdint>
#include <gtest/gtest.h>
#include <string>

#include "language/segment.h"
#include "reading/times/deadline.h"
#include "reading/times/words_for_tests.h"

namespace detente {
namespace {

constexpr std::array kWords = {
    "the",        "a",          "of",        "and",         "last",    "this",        "next",
    "that",       "past",       "Monday",    "May",         "march",   "December",    "Sept.",
    "day",        "week",       "months",    "year",        "quarter", "second",      "third",
    "20",         "4",          "2017",      "1990s",       "31st",    "99999999999", "2.5",
    "10:30",      "0900",       "GMT",       "p.m.",        "noon",    "midnight",    "evening",
    "night",      "ago",        "later",     "before",      "after",   "until",       "from",
    "to",         "between",    "-",         "–",           ",",       ".",           ":",
    "/",          "'s",         "'",         "early",       "late",    "mid",         "end",
    "beginning",  "every",      "twice",     "two",         "twenty",  "first",       "hundred",
    "billion",    "half",       "dozen",     "several",     "about",   "more",        "than",
    "now",        "soon",       "yesterday", "tomorrow",    "weekend", "spring",      "fall",
    "fiscal",     "century",    "BC",        "Christmas",   "Easter",  "Ramadan",     "9/11",
    "2017-02-30", "31/02/2017", "1980-88",   "16-year-old", "met",     "will",        "talks"};
constexpr std::array kTags = {"", "NOUN", "VERB", "PROPN", "ADP", "NUM", "AUX", "ADJ"};

// A small generator of our own, so that a failure is the same everywhere.
class Dice {
 public:
  std::size_t roll(std::size_t sides) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33) % sides;
  }

 private:
  std::uint64_t state_ = 20170913;
};

void expect_well_formed(const std::vector<TimeExpression>& times, const Analysis& analysis,
                        const std::string& text) {
  std::uint32_t end = 0;
  for (const TimeExpression& time : times) {
    ASSERT_LE(end, time.span.begin) << text;
    ASSERT_LT(time.span.begin, time.span.end) << text;
    ASSERT_LE(time.span.end, text.size()) << text;
    ASSERT_LT(time.tokens.first, time.tokens.last) << text;
    ASSERT_TRUE(analysis.span_of(time.tokens).contains(time.span)) << text;
    ASSERT_FALSE(time.value.empty()) << text;
    if (time.calendar) {
      ASSERT_TRUE(Interval::parse(time.calendar->iso()).has_value())
          << text << time.calendar->iso();
    }
    end = time.span.end;
  }
}

TEST(Soup, ComesOutWellFormed) {
  Dice dice;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t word = 2 + dice.roll(14); word > 0; --word) {
      text += kWords[dice.roll(kWords.size())];
      if (dice.roll(4) > 0) text += ' ';
    }
    Analysis analysis = segment(text);
    if (dice.roll(2) == 0) {
      for (Token& token : analysis.tokens) token.upos = kTags[dice.roll(kTags.size())];
    }
    std::optional<Date> published;
    if (dice.roll(3) > 0) published = Date{2017, 9, 13};
    if (dice.roll(50) == 0) published = Date{1, 1, 1};
    if (dice.roll(50) == 0) published = Date{9999, 12, 31};
    const auto times = find_times(analysis, text, published, times_words());
    expect_well_formed(times, analysis, text);
    if (HasFatalFailure()) return;
    for (const TimeStretch& stretch : joined_times(times, analysis, times_words())) {
      ASSERT_LT(stretch.first, stretch.second);
    }
    for (const TimeExpression& time : times) deadline_of(time, Date{2017, 9, 13});
  }
}

}  // namespace
}  // namespace detente
