// One document laid out for the rules of this room: what they ask again and again is answered once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "knowledge/knowledge.h"
#include "language/analysis.h"

namespace detente {

// Keeps views of the analysis and the knowledge, which must outlive it.
struct DocumentPage {
  DocumentPage(const Analysis& analysis_read, std::optional<Date> published_on,
               const Knowledge& known);

  const Analysis& analysis;
  const Knowledge& knowledge;
  std::optional<Date> published;
  std::vector<std::string_view> forms;  // one a token, as all below
  std::vector<std::string> lower;       // folded, in lower case
  std::vector<LexicalWord> words;
  std::vector<std::int32_t> sentence_of;
  std::vector<std::int32_t> entity_of;  // -1 outside names
  std::vector<std::int32_t> depth;      // steps to the root of the sentence
  std::vector<bool> quoted;             // between quotation marks
  TokenIndex dateline = 0;              // end of the opening "GENEVA, 3 May -"; 0 where none

  TokenIndex size() const { return static_cast<TokenIndex>(forms.size()); }
  const Token& token(TokenIndex t) const { return analysis.tokens[t]; }
  TokenRange sentence(TokenIndex t) const { return analysis.sentences[sentence_of[t]].tokens; }
  std::int32_t paragraph(TokenIndex t) const {
    return analysis.sentences[sentence_of[t]].paragraph;
  }
  const Entity* entity(TokenIndex t) const {
    return entity_of[t] < 0 ? nullptr : &analysis.entities[entity_of[t]];
  }

  bool is_noun(TokenIndex t) const;         // NOUN or PROPN
  bool is_capitalised(TokenIndex t) const;  // begins with a capital letter
  // Not the first word of its sentence (an opening quotation mark apart).
  bool inside_sentence(TokenIndex t) const;

  // The token of the range that the others hang from: the first of those nearest the root.
  TokenIndex head_of(TokenRange range) const;
  // Whether the token is, or is coordinated with, a subject.
  bool is_subject(TokenIndex t) const;
  bool is_object(TokenIndex t) const;
  // The relation of the noun phrase that the token belongs to, past coordination and name parts.
  std::string_view function_of(TokenIndex t) const;

  // The words of the range as the text has them, joined by single blanks where it has any.
  std::string text(TokenRange range) const;
};

}  // namespace detente
