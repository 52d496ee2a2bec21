#include "knowledge/phrases.h"

#include <algorithm>

#include "knowledge/words.h"

namespace detente {
namespace {

bool fits(const LexicalWord& word, std::int32_t id) { return word.lemma == id || word.form == id; }

bool lies_inside(const PhraseHit& inner, const PhraseHit& outer) {
  const bool inside = outer.first <= inner.first && inner.last <= outer.last;
  return inside && outer.last - outer.first > inner.last - inner.first;
}

// Leaves out hits that lie inside a longer one, and sorts by place.
void keep_longest(std::vector<PhraseHit>& hits, PhraseSet::Longest longest) {
  std::sort(hits.begin(), hits.end());
  hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
  const std::vector<PhraseHit> all = hits;
  std::erase_if(hits, [&all, longest](const PhraseHit& hit) {
    return std::any_of(all.begin(), all.end(), [&hit, longest](const PhraseHit& other) {
      if (longest == PhraseSet::Longest::kOfEntry && other.entry != hit.entry) return false;
      return lies_inside(hit, other);
    });
  });
}

std::vector<std::string_view> split(std::string_view phrase) {
  std::vector<std::string_view> words;
  while (!phrase.empty()) {
    const std::size_t blank = std::min(phrase.find(' '), phrase.size());
    if (blank > 0) words.push_back(phrase.substr(0, blank));
    phrase.remove_prefix(std::min(blank + 1, phrase.size()));
  }
  return words;
}

std::string replace_hyphens(std::string_view phrase, std::string_view by) {
  std::string out;
  for (const char c : phrase) c == '-' ? out += by : out += c;
  return out;
}

}  // namespace

std::int32_t Vocabulary::add(std::string_view word) {
  const auto next = static_cast<std::int32_t>(ids_.size());
  return ids_.try_emplace(fold_lower(word), next).first->second;
}

std::int32_t Vocabulary::find(std::string_view word) const {
  const auto at = ids_.find(fold_lower(word));
  return at == ids_.end() ? kUnknown : at->second;
}

bool PhraseSet::insert(Vocabulary& vocabulary, std::string_view phrase, std::int32_t entry) {
  if (!insert_as_written(vocabulary, phrase, entry)) return false;
  if (phrase.find('-') == std::string_view::npos) return true;
  return insert_as_written(vocabulary, replace_hyphens(phrase, " - "), entry) &&
         insert_as_written(vocabulary, replace_hyphens(phrase, " "), entry);
}

bool PhraseSet::insert_as_written(Vocabulary& vocabulary, std::string_view phrase,
                                  std::int32_t entry) {
  Phrase added;
  added.entry = entry;
  bool gap = false;
  for (const std::string_view word : split(phrase)) {
    if (word == "...") {
      if (gap || added.words.empty()) return false;
      gap = true;
      continue;
    }
    added.words.push_back(vocabulary.add(word));
    added.gap_before.push_back(gap);
    gap = false;
  }
  if (added.words.empty() || gap) return false;
  by_first_word_[added.words.front()].push_back(static_cast<std::int32_t>(phrases_.size()));
  phrases_.push_back(std::move(added));
  return true;
}

// The hits of all phrases that start with `word` at text[at]. A gap takes the nearest fit.
void PhraseSet::hits_at(std::span<const LexicalWord> text, std::size_t at, std::int32_t word,
                        std::vector<PhraseHit>& hits) const {
  const auto phrases = by_first_word_.find(word);
  if (phrases == by_first_word_.end()) return;
  for (const std::int32_t index : phrases->second) {
    const Phrase& phrase = phrases_[index];
    std::size_t next = at + 1;
    bool whole = true;
    for (std::size_t i = 1; whole && i < phrase.words.size(); ++i) {
      const std::size_t reach = phrase.gap_before[i] ? kMaxGap : 0;
      const std::size_t end = std::min(text.size(), next + reach + 1);
      while (next < end && !fits(text[next], phrase.words[i])) ++next;
      whole = next < end;
      ++next;
    }
    if (whole) {
      const auto first = static_cast<std::int32_t>(at);
      hits.push_back({first, static_cast<std::int32_t>(next), phrase.entry});
    }
  }
}

std::vector<PhraseHit> PhraseSet::find(std::span<const LexicalWord> text, std::size_t first,
                                       std::size_t last, Longest longest) const {
  std::vector<PhraseHit> hits;
  const auto part = text.first(std::min(last, text.size()));
  for (std::size_t i = first; i < part.size(); ++i) {
    const LexicalWord word = part[i];
    if (word.lemma != Vocabulary::kUnknown) hits_at(part, i, word.lemma, hits);
    if (word.form != Vocabulary::kUnknown && word.form != word.lemma) {
      hits_at(part, i, word.form, hits);
    }
  }
  keep_longest(hits, longest);
  return hits;
}

}  // namespace detente
