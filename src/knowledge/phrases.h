// Lexicons of lemma phrases ("decline to comment", "neither ... confirm nor deny") and how a text
// is searched for them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace detente {

// Numbers for the words that occur in phrases, shared by all lexicons of one Knowledge, so that a
// text is looked up once. Compared folded and in lower case.
class Vocabulary {
 public:
  static constexpr std::int32_t kUnknown = -1;
  std::int32_t add(std::string_view word);
  std::int32_t find(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> ids_;
};

// One word of a text as numbers of the Vocabulary; a phrase's word fits either.
struct LexicalWord {
  std::int32_t lemma = Vocabulary::kUnknown;
  std::int32_t form = Vocabulary::kUnknown;
};

// Where a phrase stands: words [first, last) of the text, and which entry it names.
struct PhraseHit {
  std::int32_t first = 0;
  std::int32_t last = 0;
  std::int32_t entry = 0;
  auto operator<=>(const PhraseHit&) const = default;
};

// A set of phrases, each naming an entry (the index of a stance, a kind, ...). A phrase may name
// several entries. Read-only after load; any number of threads may ask.
class PhraseSet {
 public:
  // "..." in a phrase lets this many words, or fewer, stand between its neighbours.
  static constexpr std::int32_t kMaxGap = 4;

  // Adds a phrase of lemmas; false where it has no words or starts or ends with "...". A word with
  // hyphens fits whole ("cease-fire"), in pieces ("cease", "-", "fire") and without the hyphens.
  bool insert(Vocabulary& vocabulary, std::string_view phrase, std::int32_t entry);

  // Which hits give way to a longer one that they lie inside: all ("confirm" to "neither confirm
  // nor deny"), or only those of the same entry.
  enum class Longest : std::uint8_t { kOfAll, kOfEntry };

  // The hits in words [first, last), by place. `first` and `last` are indices of `text`, as are
  // the hits.
  std::vector<PhraseHit> find(std::span<const LexicalWord> text, std::size_t first,
                              std::size_t last, Longest longest = Longest::kOfAll) const;

  std::size_t size() const { return phrases_.size(); }

 private:
  struct Phrase {
    std::vector<std::int32_t> words;
    std::vector<bool> gap_before;  // beside words
    std::int32_t entry = 0;
  };
  bool insert_as_written(Vocabulary& vocabulary, std::string_view phrase, std::int32_t entry);
  void hits_at(std::span<const LexicalWord> text, std::size_t at, std::int32_t word,
               std::vector<PhraseHit>& hits) const;

  std::vector<Phrase> phrases_;
  std::unordered_map<std::int32_t, std::vector<std::int32_t>> by_first_word_;
};

}  // namespace detente
