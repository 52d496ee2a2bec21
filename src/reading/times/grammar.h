// The patterns of expressions of time. At every piece the matchers try what begins there, the
// longest wins, and reading goes on behind it: one pass, no backtracking over more than a phrase.
#pragma once

#include <optional>
#include <vector>

#include "language/analysis.h"
#include "reading/times/meaning.h"
#include "reading/times/pieces.h"

namespace detente {

class Grammar {
 public:
  // Reads pieces [begin, end), one sentence. All arguments must outlive the object.
  Grammar(const Analysis& analysis, const Pieces& pieces, const TimeWords& words,
          std::uint32_t begin, std::uint32_t end)
      : analysis_(analysis), pieces_(pieces.all), words_(words), begin_(begin), end_(end) {}

  // Appends the sentence's matches in order.
  void run(std::vector<Match>& out);

 private:
  using Found = std::optional<Match>;
  using At = std::uint32_t;

  const Piece& at(At i) const;  // an empty mark outside the sentence
  bool is(At i, Part part) const { return at(i).is(part); }
  bool mark(At i, std::string_view text) const {
    return at(i).shape == Shape::kMark && at(i).lower == text;
  }
  bool dash(At i) const;
  At over_dash(At i) const { return dash(i) && at(i).glued ? i + 1 : i; }
  std::string_view upos(At i) const;
  bool plural_noun(At i) const;   // by tag, or by its looks where there are no tags
  bool stands_alone(At i) const;  // not the tail of a word such as "F-16"
  bool looks_noun(At i) const;    // a word that the expression before it would describe
  bool in_title(At i) const;
  bool closes(At i) const;
  bool breaks(At i) const;  // the sentence or clause ends before i
  Found best_at(At i);
  bool may_begin(const Piece& piece) const;
  void add(std::vector<Match>& out, Match match);

  // grammar_numbers.cc
  struct Amount {
    At end = 0;
    std::optional<double> count;
    Mod mod = Mod::kNone;
    bool indefinite = false;  // "a"
  };
  std::optional<Amount> amount(At i) const;
  std::optional<Amount> number(At i) const;
  std::optional<Amount> number_words(At i) const;
  std::optional<Amount> vague_amount(At i) const;
  std::optional<Amount> article_amount(At i) const;
  std::optional<Amount> plain_amount(At i) const;
  Amount with_tail(Amount found) const;
  std::optional<int> year_number(At i) const;
  std::optional<int> day_number(At i) const;  // "20", "20th"
  struct Ordinal {
    At end = 0;
    int number = 0;
  };
  std::optional<Ordinal> ordinal(At i) const;  // "20th", "third", "twenty-first"

  // grammar_dates.cc
  struct MonthDay {
    At end = 0;
    Meaning meaning;
  };
  unsigned month(At i) const;
  At after_dot(At i) const;
  At year_tail(At i, Meaning& meaning) const;
  std::optional<MonthDay> month_day(At i) const;
  std::optional<MonthDay> day_month(At i) const;
  Found full_date(At i) const;
  Found numeric_date(At i) const;
  Found listed_day(At i) const;
  Found weekday(At i) const;

  // grammar_calendar.cc
  Found bare_month(At i) const;
  Found season(At i) const;
  Found ordinal_period(At i) const;
  Found decade(At i) const;
  Found year(At i) const;
  Found named_year(At i) const;
  Found day_of_month(At i) const;
  Found holiday(At i) const;
  bool month_guard(At i) const;
  bool year_guard(At i) const;
  bool season_guard(At i) const;
  bool weekday_guard(At i) const;
  void listed_days_after(std::vector<Match>& out) const;
  void share_year(std::vector<Match>& out) const;
  Found calendar(At i) const;  // any of these

  // grammar_shift.cc
  Found shifted(At i) const;
  Found shifted_core(At i, At begin, Shift shift) const;
  bool shifted_unit(At i, Shift shift, Match& match) const;
  Found definite_unit(At i) const;
  Found deictic(At i) const;
  Found day_beside(At i) const;
  Found edged(At i) const;
  Found core(At i) const;  // what an edge may stand before
  At part_tail(At i, Meaning& meaning) const;

  // grammar_amount.cc
  Found length(At i) const;
  Found plural_units(At i) const;
  bool long_unit(At i) const;
  Found hyphened(At i) const;
  Found stretch(At i) const;
  Found unit_stretch(At i) const;
  void offset_tail(Match& match) const;
  bool no_complement(At i) const;
  Found set(At i) const;
  Found set_word(At i) const;
  bool set_core(At i, Match& match) const;

  // grammar_clock.cc
  Found clock(At i) const;
  std::optional<MonthDay> clock_time(At i) const;
  std::optional<MonthDay> clock_digits(At i) const;
  std::optional<MonthDay> spoken_clock(At i) const;
  Found part_of_day(At i) const;
  At zone_tail(At i) const;
  At date_tail(At i, Meaning& meaning) const;

  // grammar.cc
  Found reference(At i) const;
  At phrase_end(At i, const TimePhrase& phrase) const;

  const Analysis& analysis_;
  const std::vector<Piece>& pieces_;
  const TimeWords& words_;
  At begin_;
  At end_;
};

}  // namespace detente
