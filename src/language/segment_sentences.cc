#include "language/segment_sentences.h"

#include <algorithm>
#include <string_view>

#include "language/abbreviations.h"
#include "language/segment.h"

namespace detente {
namespace {

using Pos = std::ptrdiff_t;

// White space before a token.
struct Gap {
  bool space = false;
  int newlines = 0;  // 2 stands for an empty line
};

Gap gap_between(const Chars& chars, Pos begin, Pos end) {
  Gap gap;
  for (Pos i = begin; i < end; ++i) {
    if (chars.kind(i) == CharClass::kFormat) continue;
    gap.space = true;
    if (chars.kind(i) != CharClass::kNewline) continue;
    if (chars.at(i) == U'\n' && i > begin && chars.at(i - 1) == U'\r') continue;
    gap.newlines += chars.at(i) == 0x2029 || chars.at(i) == U'\f' ? 2 : 1;
  }
  gap.newlines = std::min(gap.newlines, 2);
  return gap;
}

class Grouper {
 public:
  Grouper(const Chars& chars, std::vector<Cut>& words) : chars_(chars), words_(words) {}

  std::vector<SentenceCut> run();

 private:
  Pos count() const { return static_cast<Pos>(words_.size()); }
  bool one_of(Pos word, std::u32string_view set) const {
    return set.find(chars_.at(words_[word].begin)) != std::u32string_view::npos;
  }
  CharClass first_kind(Pos word) const { return chars_.kind(words_[word].begin); }
  bool starts_lower(Pos word) const;
  bool closes(Pos word) const;
  Pos past_closers(Pos word) const;
  bool ends_before(Pos stop, Pos next) const;
  bool is_starter(Pos word) const;
  bool ends_sentence(Pos stop, Pos next, Pos first) const;
  void measure_gaps();
  void mark_breaks();
  void move_sentence(Pos first, Pos last, std::vector<Cut>& out) const;

  const Chars& chars_;
  std::vector<Cut>& words_;
  std::vector<Gap> gaps_;     // before each word
  std::vector<bool> breaks_;  // does a paragraph begin with this word?
};

void Grouper::measure_gaps() {
  gaps_.reserve(words_.size());
  Pos end = 0;
  for (const Cut& word : words_) {
    gaps_.push_back(gap_between(chars_, end, word.begin));
    end = word.end;
  }
}

// An empty line always begins a paragraph. A single newline does unless the lines between two
// empty lines look hard-wrapped, that is, one of them goes on with a small letter.
void Grouper::mark_breaks() {
  breaks_.assign(words_.size(), false);
  for (Pos begin = 0; begin < count();) {
    Pos end = begin + 1;
    bool wrapped = false;
    for (; end < count() && gaps_[end].newlines < 2; ++end) {
      wrapped = wrapped || (gaps_[end].newlines == 1 && starts_lower(end) &&
                            words_[end - 1].kind != CutKind::kStop);
    }
    breaks_[begin] = true;
    for (Pos i = begin + 1; i < end && !wrapped; ++i) breaks_[i] = gaps_[i].newlines == 1;
    begin = end;
  }
}

// A small letter that begins no name: "al-Qaida" and the like do not count.
bool Grouper::starts_lower(Pos word) const {
  if (first_kind(word) != CharClass::kLower) return false;
  const bool particle = words_[word].end - words_[word].begin <= 3 && word + 2 < count() &&
                        first_kind(word + 1) == CharClass::kHyphen && !gaps_[word + 1].space &&
                        first_kind(word + 2) == CharClass::kUpper;
  return !particle;
}

bool Grouper::closes(Pos word) const { return one_of(word, U"\"'”’»)]}") && !gaps_[word].space; }

// Past the closing quotes and brackets from `word` on; more than a few are no quotes.
Pos Grouper::past_closers(Pos word) const {
  const Pos limit = std::min(word + 8, count());
  while (word < limit && closes(word)) ++word;
  return word;
}

bool Grouper::is_starter(Pos word) const {
  const Cut& cut = words_[word];
  return cut.end - cut.begin <= 10 && first_kind(word) == CharClass::kUpper &&
         contains_word(kStarters, chars_.lowered(cut.begin, cut.end));
}

// Is `next`, the first token behind `stop` and its closing quotes, a sentence's first?
bool Grouper::ends_before(Pos stop, Pos next) const {
  if (one_of(next, U".!?…,;:%)]}”»")) return false;
  Pos word = next;
  while (word + 1 < count() && word < next + 3 && one_of(word, U"\"'“‘’„«([-–—")) ++word;
  if (one_of(word, U"•*·")) return true;
  if (starts_lower(word)) return false;
  const CharClass kind = first_kind(word);
  switch (words_[stop].kind) {
    case CutKind::kAbbreviation:
      return gaps_[next].space && is_starter(word);
    case CutKind::kEllipsis:
      return gaps_[next].space && (kind == CharClass::kUpper || kind == CharClass::kLetter);
    default:
      // "over.They": a space was forgotten.
      return gaps_[next].space || (next == stop + 1 && kind == CharClass::kUpper);
  }
}

// `stop` may end a sentence; `first` is where it began; `next` is the token behind `stop` and its
// closing quotes.
bool Grouper::ends_sentence(Pos stop, Pos next, Pos first) const {
  if (next >= count()) return true;
  // "1. The parties agree": the number of a list.
  const bool listed = stop == first + 1 && chars_.is_digit(words_[first].begin) &&
                      words_[first].end - words_[first].begin <= 2 && one_of(stop, U".");
  return !listed && ends_before(stop, next);
}

// Moves the words [first, last) to `out`; an abbreviation that ends them, alone or before closing
// quotes, gives its period away.
void Grouper::move_sentence(Pos first, Pos last, std::vector<Cut>& out) const {
  Pos tail = last - 1;
  while (tail > first && one_of(tail, U"\"'”’»") && closes(tail)) --tail;
  for (Pos i = first; i < last; ++i) {
    Cut cut = words_[i];
    if (i == tail && cut.kind == CutKind::kAbbreviation) {
      out.push_back({cut.begin, cut.end - 1, CutKind::kWord});
      cut = {cut.end - 1, cut.end, CutKind::kStop};
    }
    out.push_back(cut);
  }
}

std::vector<SentenceCut> Grouper::run() {
  measure_gaps();
  mark_breaks();
  std::vector<SentenceCut> sentences;
  std::vector<Cut> out;
  out.reserve(words_.size() + words_.size() / 16);
  std::int32_t paragraph = -1;
  for (Pos first = 0; first < count();) {
    if (breaks_[first]) ++paragraph;
    Pos last = first;
    while (last < count()) {
      const bool stops = words_[last].kind >= CutKind::kAbbreviation;
      const Pos next = stops ? past_closers(last + 1) : last + 1;
      const bool ends = stops && ends_sentence(last, next, first);
      last = ends ? next : last + 1;
      if (ends || last >= count() || breaks_[last] || last - first >= kMaxSentenceTokens) break;
    }
    const auto out_first = static_cast<Pos>(out.size());
    move_sentence(first, last, out);
    sentences.push_back({out_first, static_cast<Pos>(out.size()), paragraph});
    first = last;
  }
  words_ = std::move(out);
  return sentences;
}

}  // namespace

std::vector<SentenceCut> cut_sentences(const Chars& chars, std::vector<Cut>& words) {
  return Grouper(chars, words).run();
}

}  // namespace detente
