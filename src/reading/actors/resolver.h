// Resolves the drafts of a document that their own words leave open, in the order of the text:
// each may lean on those before it.
#pragma once

#include <vector>

#include "reading/actors/draft.h"
#include "reading/actors/page.h"
#include "reading/actors/salience.h"

namespace detente {

class Resolver {
 public:
  Resolver(const DocumentPage& page, const Found& found, std::vector<Draft>& drafts, Cast& cast);

  void resolve_all();

 private:
  void resolve(std::int32_t index);
  void person(Draft& draft);
  void description(Draft& draft, std::int32_t index);
  void pronoun(Draft& draft);
  void collective(Draft& draft);

  // descriptions.cc
  Codes by_owner(const Draft& draft);
  Codes by_complement(const Draft& draft);
  bool by_antecedent(Draft& draft, std::int32_t index);
  bool is_taken(const Draft& draft, const std::string& side) const;
  Codes by_context(const Draft& draft) const;
  Codes named_like(const Draft& draft) const;
  Codes dateline_sides() const;
  Codes fronted_place(TokenIndex at) const;
  bool leans_on_context(const Draft& draft) const;

  // pronouns.cc
  void he_or_she(Draft& draft);
  void it(Draft& draft);
  void they(Draft& draft);
  void we(Draft& draft);
  void unquoted_we(Draft& draft);
  void read_labels();
  void read_attributions();
  void relative(Draft& draft);
  std::int32_t speaker_of(TokenIndex at) const;
  std::int32_t subject_near(TokenIndex at) const;
  void take_over(Draft& draft, const Use& use);

  void note(std::int32_t index);
  void note_group(std::int32_t index);
  bool same_clause(TokenIndex pronoun, TokenIndex candidate) const;
  std::int32_t draft_at(TokenIndex token) const { return draft_at_[token]; }

  const DocumentPage& page_;
  const Found& found_;
  std::vector<Draft>& drafts_;
  Cast& cast_;
  Salience salience_;
  std::vector<std::int32_t> draft_at_;        // by token: the narrowest draft whose core covers it
  std::vector<std::int32_t> label_of_;        // by paragraph: the draft of "MR. X:"; -1 a label of
                                              // nobody's, -2 none
  std::int32_t answering_ = -1;               // the last labelled draft: who answers in minutes
  std::vector<std::int32_t> attribution_of_;  // by token: the first that has it in its content; -1
  Codes group_;                               // sides of the coordination read last
  TokenIndex group_end_ = kNoToken;
};

}  // namespace detente
