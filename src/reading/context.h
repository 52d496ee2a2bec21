// What every reader of one list asks of the document: sides, dates, people and words of fillers.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lists.h"
#include "document/document.h"
#include "knowledge/knowledge.h"
#include "language/analysis.h"
#include "reading/actors/mentions.h"
#include "reading/record.h"
#include "reading/times/times.h"

namespace detente {

// One document with everything resolved that more than one list needs. All references must outlive
// it.
class Context {
 public:
  Context(const Document& document, const Analysis& analysis, const Mentions& mentions,
          const std::vector<TimeExpression>& times, const Knowledge& knowledge,
          const TimeWords& words);

  const Document& document() const { return document_; }
  const Analysis& analysis() const { return analysis_; }
  const Mentions& mentions() const { return mentions_; }
  const Knowledge& knowledge() const { return knowledge_; }
  const TimeWords& words() const { return words_; }

  // Triggers of one frame, those shared between lists among them, in the order of the text.
  std::vector<const Trigger*> triggers(Frame frame) const;

  // The fillers of a role, in the order of the text.
  static std::vector<TokenRange> fillers(const Trigger& trigger, Role role);

  // The sides that fill a role; empty where the text does not say.
  std::vector<std::string> sides(const Trigger& trigger, Role role) const;

  // The other party to `side` around a place in the text: the side that is most talked of in the
  // sentence, the paragraph before it and the document. Empty where there is no second one.
  std::string counterpart(const std::vector<std::string>& side, TokenIndex at) const;

  // The sides that mentions in the stretches name; where a state is only said to be the place of
  // something, it is not one of them.
  std::vector<std::string> sides_told(const std::vector<TokenRange>& parts) const;

  // The sides that the words of a proposition concern, and where they name fewer than `least`, the
  // sentence around `at` does, then the document: `known` and who stands opposite to them. `known`
  // are not among the result.
  std::vector<std::string> sides_concerned(const std::vector<TokenRange>& parts, TokenIndex at,
                                           const std::vector<std::string>& known,
                                           std::size_t least) const;

  // Where else a date may be sought when the model marked none: in the trigger's own clause, or
  // anywhere in its sentence where that names one only.
  enum class Beside : std::uint8_t { kNo, kClause, kSentence };

  // The days that fill a role.
  std::optional<Interval> date(const Trigger& trigger, Role role,
                               Beside beside = Beside::kNo) const;
  // The day told last before a place in the same paragraph: what is told next without a day of its
  // own mostly goes on from there.
  std::optional<Interval> narrative_date(TokenIndex at) const;
  // The expressions of time that touch a stretch, and the first of them; null where none does.
  std::span<const TimeExpression> times_in(TokenRange tokens) const;
  const TimeExpression* time_in(TokenRange tokens) const;

  // Whether the words hang on the trigger, or both on one verb with nothing but nouns and
  // prepositions between.
  bool in_clause(TokenRange tokens, const Trigger& trigger) const;

  // The attribution whose cue a stretch touches; null where none.
  const Attribution* attribution_at(TokenRange tokens) const;

  // Index in analysis().sentences.
  std::size_t sentence_of(TokenIndex token) const { return sentence_of_[token]; }
  bool same_sentence(TokenIndex a, TokenIndex b) const { return sentence_of(a) == sentence_of(b); }

  // The sentence of some words as evidence.
  Evidence evidence(TokenRange tokens) const;
  // The same of a trigger, with the words marked that fill its roles in that sentence.
  Evidence evidence(const Trigger& trigger) const;

  // The words of a stretch, quote marks at its ends left out, white space folded.
  std::string text(TokenRange tokens) const;
  // The same of a role's fillers, joined; cut at `most` words.
  std::string text(const Trigger& trigger, Role role, int most = 40) const;

  // Stretches of one sentence with only a few words between them joined: a proposition is one
  // stretch even where the model left out a word of it.
  std::vector<TokenRange> joined(std::vector<TokenRange> parts) const;

  // The words of the stretches, at most `most` words in all.
  std::string text(const std::vector<TokenRange>& parts, int most = 40) const;

  // The same with pronouns that stand for a side put as its name, so that it can be read alone.
  std::string proposition(const std::vector<TokenRange>& parts, int most = 40) const;

  // The word of a stretch that the rest of it hangs on.
  TokenIndex head_of(TokenRange tokens) const;

  // The subtree of a word in its sentence, as one stretch.
  TokenRange subtree(TokenIndex head) const;

  // The entry of a lexicon that is found in a stretch of tokens, first by place; null where none
  // is.
  const Announced* find(const Lexicon& lexicon, TokenRange tokens) const;
  // Whether words of the stretch announce that entry.
  bool tells(const Lexicon& lexicon, std::string_view name, TokenRange tokens) const;
  TokenRange sentence_tokens(TokenIndex token) const {
    return analysis_.sentences[sentence_of(token)].tokens;
  }

  // Words as lexicons compare them, one a token of the document.
  const std::vector<LexicalWord>& lexical() const { return lexical_; }

 private:
  void count_sides();
  void index_attributions();
  void index_days();

  const Document& document_;
  const Analysis& analysis_;
  const Mentions& mentions_;
  const std::vector<TimeExpression>& times_;
  const Knowledge& knowledge_;
  const TimeWords& words_;
  std::vector<Trigger> triggers_;
  // Answers to what is asked at every trigger, so that a long report takes no more than its length.
  std::vector<std::uint32_t> sentence_of_;    // by token
  std::map<std::string, double> share_of_;    // of all mentions of sides, by side
  std::vector<std::int32_t> attribution_of_;  // by token: the first with a cue there; -1
  std::vector<std::int32_t> day_told_;        // by time: the last at or before it in its paragraph
                                              // that names a day; -1
  std::vector<LexicalWord> lexical_;
};

}  // namespace detente
