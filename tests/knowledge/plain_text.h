// Sentences as the tests of this room need them: words cut roughly as Universal Dependencies cuts
// them, and lemmas guessed by suffix. The language room does both properly, with a model.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"

namespace detente {

struct PlainText {
  std::vector<std::string> forms;
  std::vector<std::string> lemmas;
  std::vector<std::string_view> form_views;
  std::vector<std::string_view> lemma_views;
};

// "Moscow's troops left." -> Moscow, 's, troops, left, .
std::vector<std::string> cut_words(std::string_view sentence);

// Lemmas are chosen among the words that the vocabulary knows: "expelled" -> "expel".
PlainText read_plain(std::string_view sentence, const Vocabulary& vocabulary);

std::vector<LexicalWord> lexical_words(const PlainText& text, const Knowledge& knowledge);

}  // namespace detente
