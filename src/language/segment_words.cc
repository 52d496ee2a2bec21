// At every place in the text the first rule that fits takes a token: address, number, word,
// apostrophe, symbol. Each looks ahead at most kMaxTokenLength characters, so time is linear.
#include "language/segment_words.h"

#include <algorithm>

#include "language/abbreviations.h"
#include "language/segment.h"

namespace detente {
namespace {

using Pos = std::ptrdiff_t;

class Cutter {
 public:
  explicit Cutter(const Chars& chars) : chars_(chars) {}

  std::vector<Cut> run();

 private:
  void add(Pos end, CutKind kind = CutKind::kWord) {
    cuts_.push_back({at_, end, kind});
    at_ = end;
  }
  Pos limit() const { return std::min(at_ + kMaxTokenLength, chars_.size()); }
  bool starts_with(std::string_view lower) const {
    return chars_.lowered(at_, at_ + static_cast<Pos>(lower.size())) == lower;
  }

  bool take_address();
  bool take_mail();
  bool take_number();
  bool take_word();
  bool take_apostrophe();
  void take_symbol();

  Pos digit_groups(Pos begin) const;
  Pos word_run(Pos i) const;
  Pos dotted_abbreviation() const;
  Pos word_end() const;
  bool joins_next(Pos i) const;
  bool period_joins(Pos i) const;
  bool hyphen_joins(Pos i) const;
  void add_word(Pos end);
  CutKind abbreviation_kind(Pos end) const;

  const Chars& chars_;
  Pos at_ = 0;
  std::vector<Cut> cuts_;
};

std::vector<Cut> Cutter::run() {
  while (at_ < chars_.size()) {
    if (chars_.is_blank(at_)) {
      ++at_;
    } else if (!take_address() && !take_mail() && !take_number() && !take_word() &&
               !take_apostrophe()) {
      take_symbol();
    }
  }
  return std::move(cuts_);
}

bool is_trailing_punctuation(char32_t c) {
  return std::u32string_view(U".,;:!?)]}'\"’”»…").find(c) != std::u32string_view::npos;
}

// "https://..." and "www....", without the punctuation of the sentence behind it.
bool Cutter::take_address() {
  if (!starts_with("http://") && !starts_with("https://") && !starts_with("www.")) return false;
  Pos end = at_;
  while (end < limit() && !chars_.is_blank(end) &&
         std::u32string_view(U"<>\"“”").find(chars_.at(end)) == std::u32string_view::npos) {
    ++end;
  }
  if (end < chars_.size() && end == at_ + kMaxTokenLength) {
    add(end);
    return true;
  }
  while (is_trailing_punctuation(chars_.at(end - 1))) --end;
  add(end);
  return true;
}

// "desk@example.org"; "@name" and "#name" of the social networks stay whole too.
bool Cutter::take_mail() {
  const auto part = [this](Pos i) {
    const char32_t c = chars_.at(i);
    return chars_.is_word(i) || c == U'_' || c == U'.' || c == U'-' || c == U'%' || c == U'+';
  };
  const auto past_part = [&](Pos i) {
    while (i < limit() && part(i)) ++i;
    while (i > at_ && !chars_.is_word(i - 1) && chars_.at(i - 1) != U'_') --i;
    return i;
  };
  const bool tag = chars_.at(at_) == U'@' || chars_.at(at_) == U'#';
  if (tag && !chars_.is_word(at_ - 1) && chars_.is_letter(at_ + 1)) {
    Pos end = at_ + 1;
    while (end < limit() && (chars_.is_word(end) || chars_.at(end) == U'_')) ++end;
    add(end);
    return true;
  }
  if (!chars_.is_word(at_)) return false;
  Pos mark = at_;
  while (mark < limit() && part(mark)) ++mark;
  if (chars_.at(mark) != U'@' || !chars_.is_word(mark + 1)) return false;
  const Pos end = past_part(mark + 1);
  if (end <= mark + 1) return false;
  add(end);
  return true;
}

// End of the digits with separators that begin at `begin`: "12,000", "3.5", "10:30",
// "2017-09-13", "11/28/2000", "9/11"; ranges ("5|-|10") and fractions ("1|/|2") are cut.
Pos Cutter::digit_groups(Pos begin) const {
  const auto digits = [this](Pos i) {
    while (i < limit() && chars_.is_digit(i)) ++i;
    return i;
  };
  const auto separated = [&](Pos i, auto is_separator, std::vector<Pos>& lengths) {
    for (;;) {
      const Pos next = digits(i);
      lengths.push_back(next - i);
      if (!is_separator(next) || !chars_.is_digit(next + 1) || next + 1 >= limit()) return next;
      i = next + 1;
    }
  };
  std::vector<Pos> groups;
  for (const char32_t mark : {U'-', U'/', U'.'}) {
    groups.clear();
    const Pos end = separated(begin, [&](Pos i) { return chars_.at(i) == mark; }, groups);
    if (groups.size() >= 3) return end;
    if (groups.size() < 2) continue;
    if (mark == U'-' && groups[0] >= 3 && groups[0] != 4 && groups[1] == 4) return end;
    const bool fraction = groups[0] == 1 && groups[1] == 1 && chars_.at(begin) < chars_.at(end - 1);
    if (mark == U'/' && groups[0] <= 2 && groups[1] <= 2 && !fraction) return end;
  }
  groups.clear();
  const auto in_number = [&](Pos i) {
    return std::u32string_view(U".,:").find(chars_.at(i)) != std::u32string_view::npos;
  };
  return separated(begin, in_number, groups);
}

bool Cutter::take_number() {
  const bool plus = chars_.at(at_) == U'+' && chars_.is_blank(at_ - 1);
  const Pos begin = at_ + (plus ? 1 : 0);
  if (!chars_.is_digit(begin)) return false;
  Pos end = digit_groups(begin);
  Pos letters = end;
  while (letters < limit() && (chars_.is_word(letters) || chars_.at(letters) == U'_')) ++letters;
  // "35mm" is two words; "20th", "1970s" and "330i" are one.
  if (letters > end && !contains_word(kUnits, chars_.ascii(end, letters))) end = letters;
  const bool decade = chars_.at(end - 1) == U'0' && chars_.kind(end) == CharClass::kApostrophe &&
                      chars_.at(end + 1) == U's' && !chars_.is_word(end + 2);
  add(decade ? end + 2 : end);
  return true;
}

// First position from `i` on that is not a letter, digit or mark; invisible characters between
// two of these belong to the word.
Pos Cutter::word_run(Pos i) const {
  while (i < limit()) {
    if (!chars_.is_word(i) && !(chars_.kind(i) == CharClass::kFormat && chars_.is_word(i + 1))) {
      break;
    }
    ++i;
  }
  return i;
}

// "U.S.", "a.m.", "e.g.", "J.": single letters, each with a period. The end, or at_ if none.
Pos Cutter::dotted_abbreviation() const {
  Pos end = at_;
  while (end + 1 < limit() && chars_.is_letter(end) && chars_.at(end + 1) == U'.') end += 2;
  if (end == at_) return at_;
  // "J.Smith" is an initial; "a.word" with a small letter is none.
  if (end == at_ + 2 && chars_.kind(at_) != CharClass::kUpper) return at_;
  if (chars_.at(end) == U'.') return at_;  // an ellipsis follows: "I..."
  // "U.S.A": the last letter came without its period.
  if (end > at_ + 2 && chars_.is_letter(end) && !chars_.is_word(end + 1)) return end + 1;
  return end;
}

// May the period at `i` stand inside a word? Only in names of sites and files.
bool Cutter::period_joins(Pos i) const {
  if (!chars_.is_word(i + 1)) return false;
  Pos end = i + 1;
  while (end < limit() && chars_.is_word(end)) ++end;
  if (contains_word(kDomains, chars_.lowered(i + 1, end))) return true;
  return chars_.at(end) == U'.' && end + 1 < limit() && period_joins(end);
}

// May the hyphen at `i` stand inside a word? Only behind a prefix that begins it.
bool Cutter::hyphen_joins(Pos i) const {
  return chars_.is_word(i + 1) && contains_word(kPrefixes, chars_.lowered(at_, i));
}

// Does the word go on over the character at `i`, which is no word character?
bool Cutter::joins_next(Pos i) const {
  if (!chars_.is_word(i + 1)) return chars_.at(i) == U'_' && chars_.at(i + 1) == U'_';
  switch (chars_.at(i)) {
    case U'_':
      return true;
    case U'.':
      return period_joins(i);
    case U'&':
      return chars_.kind(i - 1) == CharClass::kUpper && chars_.kind(i + 1) == CharClass::kUpper;
    case U'*':
      return chars_.is_letter(i - 1);
    case U'/': {
      const std::string head = chars_.lowered(at_, i);
      return head == "w" || (i == at_ + 1 && chars_.is_letter(i + 1) && !chars_.is_word(i + 2) &&
                             head == "c");
    }
    default:
      break;
  }
  if (chars_.kind(i) == CharClass::kApostrophe) return chars_.is_letter(i + 1);
  return chars_.kind(i) == CharClass::kHyphen && hyphen_joins(i);
}

Pos Cutter::word_end() const {
  Pos end = word_run(at_);
  while (end < limit() && joins_next(end)) end = std::min(word_run(end + 1), limit());
  // "US$" and "A$" name a currency.
  if (chars_.at(end) == U'$' && end - at_ <= 3 && chars_.kind(end - 1) == CharClass::kUpper) ++end;
  return end;
}

bool Cutter::take_word() {
  if (!chars_.is_word(at_) && chars_.at(at_) != U'_') return false;
  if (const Pos end = dotted_abbreviation(); end > at_) {
    add(end, chars_.at(end - 1) == U'.' ? CutKind::kAbbreviation : CutKind::kWord);
    return true;
  }
  const Pos end = word_end();
  if (end == at_) return false;
  if (chars_.at(end) == U'.' && !chars_.is_word(end + 1) && chars_.at(end + 1) != U'.') {
    if (const CutKind kind = abbreviation_kind(end); kind != CutKind::kWord) {
      add(end + 1, kind);
      return true;
    }
  }
  add_word(end);
  return true;
}

// What the word [at_, end) with a period behind it is; kWord if the period is not its own.
CutKind Cutter::abbreviation_kind(Pos end) const {
  if (end - at_ > 8) return CutKind::kWord;
  const std::string word = chars_.lowered(at_, end);
  if (contains_word(kBeforeNumber, word)) {
    Pos next = end + 1;
    while (next < end + 4 && chars_.kind(next) == CharClass::kSpace) ++next;
    return chars_.is_digit(next) ? CutKind::kTitle : CutKind::kWord;
  }
  const bool capital = chars_.kind(at_) == CharClass::kUpper;
  if (!capital && contains_word(kCapitalOnly, word)) return CutKind::kWord;
  // "MASS." in a line of capitals is a word.
  if (end - at_ > 2 && chars_.kind(at_ + 1) == CharClass::kUpper) return CutKind::kWord;
  if (contains_word(kTitleAbbreviations, word)) return CutKind::kTitle;
  return contains_word(kAbbreviations, word) ? CutKind::kAbbreviation : CutKind::kWord;
}

// Adds [at_, end), cut before a clitic ("Moscow|'s", "do|n't") or where two words are fused.
void Cutter::add_word(Pos end) {
  Pos apostrophe = end - 1;
  while (apostrophe > at_ && apostrophe > end - 4 &&
         chars_.kind(apostrophe) != CharClass::kApostrophe) {
    --apostrophe;
  }
  Pos cut = end;
  if (apostrophe > at_ && chars_.kind(apostrophe) == CharClass::kApostrophe) {
    const std::string rest = chars_.lowered(apostrophe + 1, end);
    if (contains_word(kClitics, rest)) cut = apostrophe;
    if (rest == "t" && (chars_.at(apostrophe - 1) | 0x20) == U'n') cut = apostrophe - 1;
  } else if (end - at_ <= 8) {
    const std::string word = chars_.lowered(at_, end);
    const auto* fused = std::ranges::find(kFused, word, &Fused::word);
    if (fused != kFused.end()) cut = at_ + fused->cut;
  }
  if (cut > at_) add(cut);
  if (end > at_) add(end);
}

// "'s" behind something that is no letter ("U.S.|'s"), "'90s", and doubled quotes.
bool Cutter::take_apostrophe() {
  if (chars_.kind(at_) != CharClass::kApostrophe) return false;
  Pos end = at_ + 1;
  while (end < at_ + 4 && chars_.is_word(end)) ++end;
  const std::string rest = chars_.lowered(at_ + 1, end);
  const bool clitic = !chars_.is_blank(at_ - 1) && !chars_.is_word(end) &&
                      contains_word(kClitics, rest);
  const bool decade = chars_.is_digit(at_ + 1) && chars_.is_digit(at_ + 2) &&
                      (end == at_ + 3 || chars_.at(at_ + 3) == U's') && !chars_.is_word(end);
  if (clitic || decade) {
    add(end);
  } else {
    add(chars_.at(at_ + 1) == chars_.at(at_) ? at_ + 2 : at_ + 1);
  }
  return true;
}

bool is_repeatable(char32_t c) {
  return std::u32string_view(U"-*=_~+#<>`—–").find(c) != std::u32string_view::npos;
}

void Cutter::take_symbol() {
  const char32_t first = chars_.at(at_);
  const auto run_of = [this](std::u32string_view set) {
    Pos i = at_;
    while (i < limit() && set.find(chars_.at(i)) != std::u32string_view::npos) ++i;
    return i;
  };
  if (first == U'.' || first == U'…') {
    const Pos end = run_of(U".…");
    add(end, first == U'…' || end > at_ + 1 ? CutKind::kEllipsis : CutKind::kStop);
    return;
  }
  if (first == U'!' || first == U'?') return add(run_of(U"!?"), CutKind::kStop);
  if (first == U'。' || first == U'؟' || first == U'।') return add(at_ + 1, CutKind::kStop);
  if (is_repeatable(first)) return add(run_of(std::u32string_view(&first, 1)));
  Pos end = at_ + 1;
  // Emoji: variation selectors, skin tones and joined pictures belong to the first one.
  const auto joins = [this](Pos i) {
    const char32_t c = chars_.at(i);
    return chars_.kind(i) == CharClass::kMark || (c >= 0x1F3FB && c <= 0x1F3FF) ||
           (c == 0x200D && !chars_.is_blank(i + 1)) || chars_.at(i - 1) == 0x200D;
  };
  while (end < limit() && joins(end)) ++end;
  add(end);
}

}  // namespace

std::vector<Cut> cut_words(const Chars& chars) { return Cutter(chars).run(); }

}  // namespace detente
