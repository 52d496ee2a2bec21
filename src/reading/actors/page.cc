#include "reading/actors/page.h"

#include <algorithm>

#include "base/utf8.h"
#include "knowledge/words.h"
#include "reading/actors/words.h"

namespace detente {
namespace {

constexpr int kMaxClimb = 64;            // longer chains do not occur; a broken tree must not loop
constexpr TokenIndex kMaxDateline = 14;  // words before its dash

std::vector<std::int32_t> depths(const std::vector<Token>& tokens) {
  std::vector<std::int32_t> depth(tokens.size(), 0);
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    TokenIndex at = tokens[t].head;
    while (at != kNoToken && depth[t] < kMaxClimb) {
      ++depth[t];
      at = tokens[at].head;
    }
  }
  return depth;
}

std::vector<bool> quoted_tokens(const Analysis& analysis) {
  std::vector<bool> quoted(analysis.tokens.size(), false);
  bool open = false;
  std::int32_t paragraph = -1;
  for (const Sentence& sentence : analysis.sentences) {
    // A quotation may run on, but one that was never closed must not swallow the document.
    if (sentence.paragraph != paragraph) open = false;
    paragraph = sentence.paragraph;
    for (TokenIndex t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      const std::string_view form = analysis.tokens[t].form;
      if (is_open_quote(form)) {
        open = true;
      } else if (is_close_quote(form)) {
        open = false;
      } else if (is_plain_quote(form)) {
        open = !open;
      } else {
        quoted[t] = open;
      }
    }
  }
  return quoted;
}

// Past the dash of the dateline; 0 where the document has none.
TokenIndex end_of_dateline(const Analysis& analysis) {
  const auto count = static_cast<TokenIndex>(analysis.tokens.size());
  for (TokenIndex t = 1; t < std::min(count, kMaxDateline); ++t) {
    const Token& word = analysis.tokens[t];
    if (word.form == ".") break;
    const Span before = analysis.tokens[t - 1].span;
    if (is_dash(word.form) && word.span.begin > before.end) return t + 1;
  }
  return 0;
}

// The number of a plural noun whose lemma no lexicon has, by the rules of spelling: the lemma head
// errs on rare words.
std::int32_t id_of_singular(const Vocabulary& vocabulary, std::string_view form) {
  if (form.size() < 4 || !form.ends_with('s')) return Vocabulary::kUnknown;
  std::string stem(form.substr(0, form.size() - 1));
  if (const auto id = vocabulary.find(stem); id != Vocabulary::kUnknown) return id;
  if (form.ends_with("ies")) return vocabulary.find(stem.substr(0, stem.size() - 2) + "y");
  if (form.ends_with("es")) return vocabulary.find(stem.substr(0, stem.size() - 1));
  return Vocabulary::kUnknown;
}

}  // namespace

DocumentPage::DocumentPage(const Analysis& analysis_read, std::optional<Date> published_on,
                           const Knowledge& known)
    : analysis(analysis_read), knowledge(known), published(published_on) {
  const std::size_t count = analysis.tokens.size();
  std::vector<std::string_view> lemmas;
  lemmas.reserve(count);
  forms.reserve(count);
  lower.reserve(count);
  for (const Token& word : analysis.tokens) {
    forms.push_back(word.form);
    lemmas.push_back(word.lemma);
    lower.push_back(fold_lower(word.form));
  }
  words = knowledge.read_words(lemmas, forms);
  for (std::size_t t = 0; t < count; ++t) {
    if (words[t].lemma == Vocabulary::kUnknown && is_noun(static_cast<TokenIndex>(t))) {
      words[t].lemma = id_of_singular(knowledge.vocabulary, lower[t]);
    }
  }
  sentence_of.assign(count, 0);
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const TokenRange range = analysis.sentences[s].tokens;
    for (TokenIndex t = range.first; t < range.last; ++t) {
      sentence_of[t] = static_cast<std::int32_t>(s);
    }
  }
  entity_of.assign(count, -1);
  for (std::size_t e = 0; e < analysis.entities.size(); ++e) {
    const TokenRange range = analysis.entities[e].tokens;
    for (TokenIndex t = range.first; t < range.last; ++t)
      entity_of[t] = static_cast<std::int32_t>(e);
  }
  depth = depths(analysis.tokens);
  quoted = quoted_tokens(analysis);
  dateline = end_of_dateline(analysis);
}

bool DocumentPage::is_noun(TokenIndex t) const {
  const std::string_view upos = token(t).upos;
  return upos == "NOUN" || upos == "PROPN";
}

bool DocumentPage::is_capitalised(TokenIndex t) const {
  const std::string_view form = forms[t];
  if (form.empty()) return false;
  const CodePoint first = decode_at(form, 0);
  if (first.value < 0x80) return first.value >= 'A' && first.value <= 'Z';
  // Folding takes accents off; what does not become a small letter was a capital or has no case.
  const std::string folded = fold(form);
  return !folded.empty() && folded.front() >= 'A' && folded.front() <= 'Z';
}

bool DocumentPage::inside_sentence(TokenIndex t) const {
  TokenIndex first = sentence(t).first;
  while (first < t && token(first).upos == "PUNCT") ++first;
  return t > first;
}

TokenIndex DocumentPage::head_of(TokenRange range) const {
  TokenIndex best = range.first;
  for (TokenIndex t = range.first; t < range.last; ++t) {
    if (token(t).upos == "PUNCT" || token(t).upos == "ADP") continue;
    const bool outside = token(t).head == kNoToken || !range.contains(token(t).head);
    const bool best_outside = token(best).head == kNoToken || !range.contains(token(best).head);
    if ((outside && !best_outside) || (outside == best_outside && depth[t] < depth[best])) best = t;
  }
  return best;
}

std::string_view DocumentPage::function_of(TokenIndex t) const {
  for (int steps = 0; steps < kMaxClimb; ++steps) {
    const std::string_view relation = token(t).deprel;
    const bool climbs = relation.starts_with("conj") || relation.starts_with("flat") ||
                        relation == "appos" || relation == "compound" || relation == "nmod:desc";
    if (!climbs || token(t).head == kNoToken) return relation;
    t = token(t).head;
  }
  return {};
}

bool DocumentPage::is_subject(TokenIndex t) const { return function_of(t).starts_with("nsubj"); }

bool DocumentPage::is_object(TokenIndex t) const {
  const std::string_view function = function_of(t);
  return function == "obj" || function == "iobj";
}

std::string DocumentPage::text(TokenRange range) const {
  std::string out;
  for (TokenIndex t = range.first; t < range.last; ++t) {
    if (t > range.first && token(t).span.begin > token(t - 1).span.end) out += ' ';
    out += forms[t];
  }
  return out;
}

}  // namespace detente
