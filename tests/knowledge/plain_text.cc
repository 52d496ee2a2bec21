#include "knowledge/plain_text.h"

#include <cctype>
#include <map>

#include "knowledge/words.h"

namespace detente {
namespace {

const std::map<std::string, std::string, std::less<>>& irregular_lemmas() {
  static const std::map<std::string, std::string, std::less<>> kLemmas = {
      {"was", "be"},       {"were", "be"},      {"is", "be"},       {"are", "be"},
      {"been", "be"},      {"am", "be"},        {"had", "have"},    {"has", "have"},
      {"did", "do"},       {"does", "do"},      {"said", "say"},    {"told", "tell"},
      {"gave", "give"},    {"given", "give"},   {"held", "hold"},   {"met", "meet"},
      {"went", "go"},      {"gone", "go"},      {"broke", "break"}, {"broken", "break"},
      {"froze", "freeze"}, {"frozen", "freeze"}, {"threw", "throw"}, {"tore", "tear"},
      {"took", "take"},    {"taken", "take"},   {"withdrew", "withdraw"}, {"spoke", "speak"},
      {"left", "leave"},   {"sent", "send"},    {"fought", "fight"}, {"n't", "not"},
      {"thought", "think"}, {"made", "make"},   {"ran", "run"},     {"stood", "stand"},
      {"kept", "keep"},    {"sold", "sell"},    {"sought", "seek"}, {"drew", "draw"},
      {"forbidden", "forbid"}, {"came", "come"}, {"forbade", "forbid"}};
  return kLemmas;
}

// The first of the word's possible stems that the vocabulary knows, or the word.
std::string guess_lemma(const std::string& word, const Vocabulary& vocabulary) {
  const auto irregular = irregular_lemmas().find(word);
  if (irregular != irregular_lemmas().end()) return irregular->second;
  static const std::vector<std::pair<std::string, std::string>> kEndings = {
      {"ies", "y"}, {"ied", "y"}, {"es", ""}, {"s", ""},   {"ed", ""},
      {"ed", "e"},  {"d", ""},    {"ing", ""}, {"ing", "e"}};
  for (const auto& [ending, by] : kEndings) {
    if (word.size() <= ending.size() + 2 || !word.ends_with(ending)) continue;
    std::string stem = word.substr(0, word.size() - ending.size()) + by;
    if (vocabulary.find(stem) != Vocabulary::kUnknown) return stem;
    const std::size_t size = stem.size();
    if (by.empty() && size > 2 && stem[size - 1] == stem[size - 2]) {
      stem.pop_back();
      if (vocabulary.find(stem) != Vocabulary::kUnknown) return stem;
    }
  }
  return word;
}

bool is_word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<std::string> cut_words(std::string_view sentence) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&words, &word] {
    if (word.ends_with("'s")) {
      words.push_back(word.substr(0, word.size() - 2));
      words.push_back("'s");
    } else if (!word.empty()) {
      words.push_back(word);
    }
    word.clear();
  };
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const char c = sentence[i];
    const bool inside = i + 1 < sentence.size() && is_word_byte(sentence[i + 1]) && !word.empty();
    const bool abbreviation = c == '.' && word.size() <= 3 && !word.empty() &&
                              std::isupper(static_cast<unsigned char>(word.back()));
    if (is_word_byte(c) || abbreviation || (inside && (c == '\'' || c == '.'))) {
      word += c;
      continue;
    }
    flush();
    if (c != ' ') words.push_back(std::string(1, c));
  }
  flush();
  return words;
}

PlainText read_plain(std::string_view sentence, const Vocabulary& vocabulary) {
  PlainText text;
  text.forms = cut_words(sentence);
  for (const std::string& form : text.forms) {
    text.lemmas.push_back(guess_lemma(fold_lower(form), vocabulary));
  }
  text.form_views.assign(text.forms.begin(), text.forms.end());
  text.lemma_views.assign(text.lemmas.begin(), text.lemmas.end());
  return text;
}

std::vector<LexicalWord> lexical_words(const PlainText& text, const Knowledge& knowledge) {
  return knowledge.read_words(text.lemma_views, text.form_views);
}

}  // namespace detente
