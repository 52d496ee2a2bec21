// Cuts words into the pieces of an uncased BERT vocabulary, as training does.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace detente {

inline constexpr std::int32_t kPaddingPiece = 0;
inline constexpr std::int32_t kUnknownPiece = 100;
inline constexpr std::int32_t kFirstPiece = 101;      // [CLS]
inline constexpr std::int32_t kLastPiece = 102;       // [SEP]
inline constexpr std::size_t kMaxPiecesPerWord = 12;  // the rest of a longer word is not looked at

// Safe to share between threads once loaded.
class WordPieces {
 public:
  // One piece a line, its number the line's; continuations start with "##".
  static Result<WordPieces> load(const std::filesystem::path& file);

  // Appends the pieces of one word to `out`: accents dropped, lower case, punctuation apart; at
  // least one piece, kUnknownPiece where the vocabulary has nothing.
  void append(std::string_view word, std::vector<std::int32_t>& out) const;

 private:
  void append_part(std::u32string_view part, std::vector<std::int32_t>& out) const;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> pieces_;
};

}  // namespace detente
