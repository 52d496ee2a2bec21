#include "knowledge/word_trie.h"

#include <algorithm>

#include "knowledge/words.h"

namespace detente {
namespace {

std::uint64_t edge_key(std::int32_t node, std::int32_t piece) {
  return (static_cast<std::uint64_t>(node) << 32) | static_cast<std::uint32_t>(piece);
}

// Most words are plain letters: those need no folding and no cutting.
bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

// Hyphens and apostrophes that a tokeniser cut off; they join the words of a name.
bool is_joiner(std::string_view word) {
  return word == "-" || word == "'" || word == "\u2019" || word == "\u2013" || word == "\u2011";
}

// The middle initial of a person: "J."
bool is_initial(std::string_view word) {
  return word.size() == 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] == '.';
}

}  // namespace

std::int32_t WordTrie::child(std::int32_t node, std::string_view piece) const {
  const auto id = pieces_.find(piece);
  if (id == pieces_.end()) return kNone;
  const auto edge = edges_.find(edge_key(node, id->second));
  return edge == edges_.end() ? kNone : edge->second;
}

std::int32_t WordTrie::step(std::int32_t node, std::string_view piece) const {
  const std::int32_t next = child(node, piece);
  if (next != kNone) return next;
  const std::string title = title_case_of_capitals(piece);
  return title.empty() ? kNone : child(node, title);
}

// Walks the pieces of one word; kNone where it leads out of the trie. `whole` is false where only
// a "s" that closes the word was left over.
std::int32_t WordTrie::walk_word(std::int32_t node, std::string_view word, bool& whole) const {
  whole = true;
  if (is_plain(word)) return step(node, word);
  const std::vector<std::string> pieces = pieces_of(word);
  if (pieces.empty()) return kNone;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::int32_t next = step(node, pieces[i]);
    if (next == kNone) {
      const bool left_over = i > 0 && i + 1 == pieces.size() && pieces[i] == "s";
      whole = false;
      return left_over ? node : kNone;
    }
    node = next;
  }
  return node;
}

std::int32_t WordTrie::insert(std::string_view phrase) {
  std::int32_t node = 0;
  for (std::string& piece : pieces_of(phrase)) {
    const auto next_piece = static_cast<std::int32_t>(pieces_.size());
    const auto next_node = static_cast<std::int32_t>(slot_of_node_.size());
    const std::int32_t id = pieces_.try_emplace(std::move(piece), next_piece).first->second;
    const auto [edge, is_new] = edges_.try_emplace(edge_key(node, id), next_node);
    if (is_new) slot_of_node_.push_back(kNone);
    node = edge->second;
  }
  if (node == 0) return kNone;
  if (slot_of_node_[node] == kNone) slot_of_node_[node] = slots_++;
  return slot_of_node_[node];
}

std::int32_t WordTrie::find(std::string_view phrase) const {
  std::int32_t node = 0;
  for (const std::string& piece : pieces_of(phrase)) {
    node = child(node, piece);
    if (node == kNone) return kNone;
  }
  return node == 0 ? kNone : slot_of_node_[node];
}

std::optional<WordTrie::Match> WordTrie::longest(std::span<const std::string_view> words,
                                                 std::size_t index) const {
  std::size_t first = index;
  if (first < words.size() && (words[first] == "the" || words[first] == "The")) ++first;
  std::optional<Match> best;
  std::int32_t node = 0;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (node != 0 && is_joiner(words[i])) continue;
    bool whole = true;
    const std::int32_t next = walk_word(node, words[i], whole);
    if (next == kNone && node != 0 && is_initial(words[i])) continue;
    node = next;
    if (node == kNone) break;
    if (slot_of_node_[node] != kNone) {
      best = Match{static_cast<std::int32_t>(i + 1 - index), slot_of_node_[node]};
    }
    if (!whole) break;
  }
  return best;
}

}  // namespace detente
