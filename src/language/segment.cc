#include "language/segment.h"

#include "language/segment_chars.h"
#include "language/segment_sentences.h"
#include "language/segment_words.h"

namespace detente {

Analysis segment(std::string_view text) {
  const Chars chars(text);
  std::vector<Cut> words = cut_words(chars);
  const std::vector<SentenceCut> sentences = cut_sentences(chars, words);
  Analysis analysis;
  analysis.tokens.reserve(words.size());
  for (const Cut& word : words) {
    Token token;
    token.span = {chars.byte(word.begin), chars.byte(word.end)};
    token.form = text.substr(token.span.begin, token.span.size());
    analysis.tokens.push_back(std::move(token));
  }
  for (const SentenceCut& cut : sentences) {
    Sentence sentence;
    sentence.tokens = {static_cast<TokenIndex>(cut.first), static_cast<TokenIndex>(cut.last)};
    sentence.span = analysis.span_of(sentence.tokens);
    sentence.paragraph = cut.paragraph;
    analysis.sentences.push_back(sentence);
  }
  return analysis;
}

}  // namespace detente
