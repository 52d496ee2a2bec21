#include "language/windows.h"

#include <algorithm>
#include <utf8proc.h>

namespace detente {
namespace {

// Letter-case classes; the order is that of `cases` in model/labels.json.
enum LetterCase : std::int64_t { kNone, kLower, kTitle, kUpper, kMixed, kInitial };

LetterCase letter_case(std::string_view form, bool initial) {
  int letters = 0;
  int upper = 0;
  bool first_upper = false;
  bool all_lower = true;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(form.data());
  for (utf8proc_ssize_t at = 0; at < static_cast<utf8proc_ssize_t>(form.size());) {
    utf8proc_int32_t c = 0;
    const auto step =
        utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(form.size()) - at, &c);
    if (step <= 0) break;
    at += step;
    const auto category = utf8proc_category(c);
    if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_LO) continue;
    const bool is_upper = category == UTF8PROC_CATEGORY_LU;
    if (letters == 0) first_upper = is_upper;
    ++letters;
    upper += is_upper ? 1 : 0;
    all_lower = all_lower && category == UTF8PROC_CATEGORY_LL;
  }
  if (letters == 0) return kNone;
  if (all_lower) return kLower;
  if (upper == letters && letters > 1) return kUpper;
  if (first_upper && upper == 1) return initial ? kInitial : kTitle;
  return kMixed;
}

// Fills a window word by word.
class WindowWriter {
 public:
  explicit WindowWriter(const WordPieces& pieces) : pieces_(pieces) {
    window_.pieces.push_back(kFirstPiece);
    window_.cases.push_back(kNone);
  }

  std::int64_t words() const { return static_cast<std::int64_t>(window_.first.size()); }

  void add_word(const Token& token, std::int64_t sentence) {
    if (sentence != open_sentence_) {
      open_sentence_ = sentence;
      initial_ = true;
    }
    const LetterCase shape = letter_case(token.form, initial_);
    if (shape != kNone) initial_ = false;
    cut_.clear();
    pieces_.append(token.form, cut_);
    put(cut_, shape, sentence);
  }

  void add_marker(std::int32_t piece, std::int64_t sentence) {
    cut_.assign(1, piece);
    put(cut_, kNone, sentence);
  }

  Window finish(TokenRange tokens) {
    window_.pieces.push_back(kLastPiece);
    window_.cases.push_back(kNone);
    window_.tokens = tokens;
    return std::move(window_);
  }

 private:
  void put(const std::vector<std::int32_t>& cut, std::int64_t shape, std::int64_t sentence) {
    const std::size_t room =
        window_.pieces.size() + cut.size() <= kMaxWindowPieces ? cut.size() : 0;
    const std::size_t first = std::min(window_.pieces.size(), kMaxWindowPieces - 1);
    window_.pieces.insert(window_.pieces.end(), cut.begin(),
                          cut.begin() + static_cast<std::ptrdiff_t>(room));
    window_.cases.insert(window_.cases.end(), room, shape);
    window_.first.push_back(static_cast<std::int64_t>(first));
    window_.last.push_back(static_cast<std::int64_t>(std::max(first, window_.pieces.size() - 1)));
    window_.sentence.push_back(sentence);
  }

  const WordPieces& pieces_;
  Window window_;
  std::vector<std::int32_t> cut_;
  std::int64_t open_sentence_ = -1;
  bool initial_ = true;
};

}  // namespace

std::vector<Window> make_windows(const Analysis& analysis, const WordPieces& pieces,
                                 int max_words) {
  std::vector<Window> out;
  std::size_t from = 0;
  while (from < analysis.sentences.size()) {
    const TokenIndex first = analysis.sentences[from].tokens.first;
    std::size_t to = from + 1;
    while (to < analysis.sentences.size() &&
           analysis.sentences[to].tokens.last - first <= max_words)
      ++to;
    WindowWriter writer(pieces);
    for (std::size_t s = from; s < to; ++s) {
      const TokenRange range = analysis.sentences[s].tokens;
      for (TokenIndex t = range.first; t < range.last; ++t) {
        writer.add_word(analysis.tokens[t], static_cast<std::int64_t>(s - from));
      }
    }
    out.push_back(writer.finish({first, analysis.sentences[to - 1].tokens.last}));
    from = to;
  }
  return out;
}

Window mark_pair(const Analysis& analysis, const WordPieces& pieces, TokenRange source,
                 TokenRange target) {
  constexpr std::int32_t kSourceOpens = 1, kSourceCloses = 2, kTargetOpens = 3, kTargetCloses = 4;
  const TokenRange other = target.empty() ? source : target;
  const TokenIndex low = std::min(source.first, other.first);
  const TokenIndex high = std::max(source.last, other.last);
  WindowWriter writer(pieces);
  std::int64_t marks[2] = {0, 0};
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.tokens.last <= low || sentence.tokens.first >= high) continue;
    for (TokenIndex t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      if (t == source.first) {
        marks[0] = writer.words();
        writer.add_marker(kSourceOpens, 0);
      }
      if (!target.empty() && t == target.first) {
        marks[1] = writer.words();
        writer.add_marker(kTargetOpens, 0);
      }
      writer.add_word(analysis.tokens[t], 0);
      if (t + 1 == source.last) writer.add_marker(kSourceCloses, 0);
      if (!target.empty() && t + 1 == target.last) writer.add_marker(kTargetCloses, 0);
    }
  }
  if (target.empty()) marks[1] = marks[0];
  Window window = writer.finish({});
  std::copy(marks, marks + 2, window.marks);
  return window;
}

}  // namespace detente
