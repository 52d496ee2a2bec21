#include "language/wordpiece.h"

#include <algorithm>
#include <fstream>
#include <utf8proc.h>

namespace detente {
namespace {

bool is_punctuation(char32_t c) {
  if (c < 128) {
    return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) ||
           (c >= 123 && c <= 126);
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

bool is_dropped(char32_t c) {
  if (c == 0 || c == 0xFFFD) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_CC ||
         category == UTF8PROC_CATEGORY_CF;
}

// Chinese characters stand alone in BERT's vocabulary.
bool is_cjk(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x2CEAF);
}

// Canonical decomposition without marks, in lower case.
std::u32string folded(std::string_view word) {
  std::u32string out;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
  utf8proc_ssize_t at = 0;
  const auto size = static_cast<utf8proc_ssize_t>(word.size());
  while (at < size) {
    utf8proc_int32_t c = 0;
    const auto step = utf8proc_iterate(bytes + at, size - at, &c);
    if (step <= 0) break;
    at += step;
    if (c < 128) {
      out.push_back(static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c + 32 : c));
      continue;
    }
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const auto count = utf8proc_decompose_char(c, parts, 8, UTF8PROC_DECOMPOSE, &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i) {
      const auto part = static_cast<char32_t>(parts[i]);
      if (!is_dropped(part)) out.push_back(static_cast<char32_t>(utf8proc_tolower(parts[i])));
    }
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    utf8proc_uint8_t bytes[4];
    const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
  }
  return out;
}

}  // namespace

Result<WordPieces> WordPieces::load(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return fail(ErrorCode::kNotFound, file.string(), "the vocabulary cannot be opened");
  WordPieces made;
  made.pieces_.reserve(40000);
  std::string line;
  std::int32_t number = 0;
  while (std::getline(in, line)) made.pieces_.emplace(line, number++);
  if (number <= kLastPiece)
    return fail(ErrorCode::kBroken, file.string(), "too few pieces for a BERT vocabulary");
  return made;
}

void WordPieces::append(std::string_view word, std::vector<std::int32_t>& out) const {
  const std::size_t before = out.size();
  const std::u32string text = folded(word.substr(0, 400));
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool ends = i == text.size();
    const bool space = !ends && (text[i] == U' ' || text[i] == 0xA0 || text[i] == 0x3000);
    const bool alone = !ends && (is_punctuation(text[i]) || is_cjk(text[i]));
    if (!ends && !space && !alone) continue;
    if (i > start) append_part(std::u32string_view(text).substr(start, i - start), out);
    if (alone) append_part(std::u32string_view(text).substr(i, 1), out);
    start = i + 1;
  }
  if (out.size() == before) out.push_back(kUnknownPiece);
  if (out.size() > before + kMaxPiecesPerWord) out.resize(before + kMaxPiecesPerWord);
}

// Longest match first; one unknown piece for the whole part where a stretch of it is not known.
void WordPieces::append_part(std::u32string_view part, std::vector<std::int32_t>& out) const {
  constexpr std::size_t kLongestPart = 100;  // BERT's own limit
  const std::size_t before = out.size();
  std::size_t start = 0;
  while (start < part.size() && part.size() <= kLongestPart) {
    std::size_t end = part.size();
    std::int32_t found = -1;
    for (; end > start; --end) {
      std::string piece = to_utf8(part.substr(start, end - start));
      if (start > 0) piece.insert(0, "##");
      const auto it = pieces_.find(piece);
      if (it != pieces_.end()) {
        found = it->second;
        break;
      }
    }
    if (found < 0) break;
    out.push_back(found);
    start = end;
  }
  if (start < part.size()) {
    out.resize(before);
    out.push_back(kUnknownPiece);
  }
}

}  // namespace detente
