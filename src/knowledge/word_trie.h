// A set of word sequences that answers: which is the longest that starts at this word of a text?
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace detente {

// Sequences are compared piece by piece as words.h cuts and folds them, case-sensitively; a word
// of a text in full capitals also stands for its title case. Safe to read from many threads.
class WordTrie {
 public:
  struct Match {
    std::int32_t words = 0;  // how many words of the text, a leading "the" among them
    std::int32_t slot = 0;
  };

  // Adds a sequence and gives its slot: 0, 1, 2, ...; a known sequence gives the slot it has.
  // An empty one, or one of punctuation alone, gives -1.
  std::int32_t insert(std::string_view phrase);

  // The slot of exactly this sequence, or -1.
  std::int32_t find(std::string_view phrase) const;

  // The longest sequence that starts at words[index]. A leading "the" is passed over and counted,
  // as are hyphens and apostrophes that the tokeniser cut off, and a middle initial ("J.").
  // A match ends with a whole word, or before a "'s" that was left on it.
  std::optional<Match> longest(std::span<const std::string_view> words, std::size_t index) const;

  std::int32_t size() const { return slots_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  static constexpr std::int32_t kNone = -1;

  std::int32_t child(std::int32_t node, std::string_view piece) const;
  std::int32_t step(std::int32_t node, std::string_view piece) const;
  std::int32_t walk_word(std::int32_t node, std::string_view word, bool& whole) const;

  std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> pieces_;
  std::unordered_map<std::uint64_t, std::int32_t> edges_;  // (node, piece) -> node
  std::vector<std::int32_t> slot_of_node_ = {kNone};
  std::int32_t slots_ = 0;
};

}  // namespace detente
