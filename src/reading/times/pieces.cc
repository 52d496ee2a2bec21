#include "reading/times/pieces.h"

#include <algorithm>
#include <cstdlib>

namespace detente {
namespace {

constexpr std::int32_t kMaxNumber = 99'999'999;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

class Cutter {
 public:
  Cutter(const Analysis& analysis, const std::string& text, const TimeWords& words)
      : analysis_(analysis), text_(text), words_(words) {
    out_.lower.assign(text.begin(), text.end());
    for (char& c : out_.lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    out_.all.reserve(analysis.tokens.size() + analysis.tokens.size() / 8);
  }

  Pieces run() {
    if (analysis_.sentences.empty()) {
      out_.sentence_begin.push_back(0);
      tokens({0, static_cast<TokenIndex>(analysis_.tokens.size())});
    }
    for (const Sentence& sentence : analysis_.sentences) {
      out_.sentence_begin.push_back(static_cast<std::uint32_t>(out_.all.size()));
      tokens(sentence.tokens);
    }
    out_.sentence_begin.push_back(static_cast<std::uint32_t>(out_.all.size()));
    return std::move(out_);
  }

 private:
  void tokens(TokenRange range) {
    for (token_ = range.first; token_ < range.last; ++token_) {
      const Span span = analysis_.tokens[token_].span;
      if (span.empty() || span.end > text_.size()) continue;
      token(span);
    }
  }

  void token(Span span) {
    const std::string_view lower = view(span.begin, span.end);
    const bool digits = std::ranges::any_of(lower, is_digit);
    if (!digits) {
      const TimeWord* word = find(lower);
      if (word != nullptr || lower.find('-') == std::string_view::npos || lower.size() == 1) {
        add(span.begin, span.end, word);
        return;
      }
    }
    std::uint32_t at = span.begin;
    while (at < span.end) at = run_of_one_kind(at, span.end, digits);
  }

  // Takes the run that begins at `at`; gives where the next begins.
  std::uint32_t run_of_one_kind(std::uint32_t at, std::uint32_t end, bool digits) {
    const char first = out_.lower[at];
    std::uint32_t stop = at + 1;
    if (is_digit(first)) return number(at, end);
    if (is_letter(first)) {
      // Within a word with digits a full stop joins letters: the "p.m." of "10p.m.".
      while (stop < end && (is_letter(out_.lower[stop]) || out_.lower[stop] == '\'' ||
                            (out_.lower[stop] == '.' && !is_digit(out_.lower[stop - 1])))) {
        ++stop;
      }
    } else if (!digits) {
      while (stop < end && out_.lower[stop] != '-' && first != '-') ++stop;
    }
    add(at, stop, find(view(at, stop)));
    return stop;
  }

  std::uint32_t number(std::uint32_t at, std::uint32_t end) {
    std::uint32_t stop = at;
    std::int64_t value = 0;
    std::uint8_t count = 0;
    const auto digits_from = [&](std::uint32_t i) {
      while (i < end && is_digit(out_.lower[i])) ++i;
      return i - stop;
    };
    const auto take = [&](std::uint32_t until) {
      for (; stop < until; ++stop) {
        if (!is_digit(out_.lower[stop])) continue;
        if (value <= kMaxNumber) value = value * 10 + (out_.lower[stop] - '0');
        if (count < 255) ++count;
      }
    };
    take(stop + digits_from(stop));
    bool grouped = false;
    while (count <= 9 && stop + 3 < end && out_.lower[stop] == ',' && digits_from(stop + 1) == 4) {
      take(stop + 4);
      grouped = true;
    }
    const std::string_view suffix = letters_at(stop, end);
    Piece piece;
    piece.number = value > kMaxNumber ? -1 : static_cast<std::int32_t>(value);
    piece.digits = grouped ? std::uint8_t{0} : count;  // "2,017" is no year
    piece.shape = Shape::kNumber;
    if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
      piece.shape = Shape::kOrdinal;
      stop += 2;
    } else if (suffix == "s" || suffix == "'s") {
      piece.shape = Shape::kDecade;
      stop += static_cast<std::uint32_t>(suffix.size());
    } else if (stop + 1 < end && out_.lower[stop] == '.' && is_digit(out_.lower[stop + 1]) &&
               count < 9) {
      piece.shape = Shape::kDecimal;
      ++stop;
      take(stop + digits_from(stop));
      piece.real = std::strtod(std::string(view(at, stop)).c_str(), nullptr);
    }
    push(piece, at, stop, find(view(at, stop)));
    return stop;
  }

  std::string_view letters_at(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t stop = at;
    if (stop < end && out_.lower[stop] == '\'') ++stop;
    while (stop < end && out_.lower[stop] >= 'a' && out_.lower[stop] <= 'z') ++stop;
    return view(at, stop);
  }

  const TimeWord* find(std::string_view lower) const {
    if (const TimeWord* word = words_.find(lower)) return word;
    if (lower.size() > 2 && lower.back() == '.') {
      const TimeWord* word = words_.find(lower.substr(0, lower.size() - 1));
      if (word != nullptr && word->abbreviation) return word;
    }
    return nullptr;
  }

  void add(std::uint32_t begin, std::uint32_t end, const TimeWord* word) {
    Piece piece;
    const char first = out_.lower[begin];
    // Dashes and quotation marks lie beyond ASCII, as letters do; the tables tell them apart.
    const bool sign = word != nullptr && static_cast<unsigned char>(first) >= 0x80 &&
                      (word->is(Part::kClauseBreak) || word->is(Part::kDash));
    const bool letter = is_letter(first) || (first == '\'' && end - begin > 1);
    piece.shape = letter && !sign ? Shape::kWord : Shape::kMark;
    push(piece, begin, end, word);
  }

  void push(Piece piece, std::uint32_t begin, std::uint32_t end, const TimeWord* word) {
    piece.span = {begin, end};
    piece.token = token_;
    piece.lower = view(begin, end);
    piece.word = word;
    piece.capital = text_[begin] >= 'A' && text_[begin] <= 'Z';
    piece.glued = !out_.all.empty() && out_.all.back().span.end == begin;
    out_.all.push_back(piece);
  }

  std::string_view view(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(out_.lower.data(), out_.lower.size()).substr(begin, end - begin);
  }

  const Analysis& analysis_;
  const std::string& text_;
  const TimeWords& words_;
  Pieces out_;
  TokenIndex token_ = 0;
};

}  // namespace

Pieces cut_pieces(const Analysis& analysis, const std::string& text, const TimeWords& words) {
  return Cutter(analysis, text, words).run();
}

}  // namespace detente
