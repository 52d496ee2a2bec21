// Analyses for tests, written by hand instead of by the network.
//
//   build_analysis(
//       "[PER Sergei/PROPN/3/nsubj Lavrov/PROPN/1/flat] met/VERB him/PRON/3/obj ./PUNCT\n"
//       "He/PRON/2/nsubj left/VERB ./PUNCT\n"
//       "\n"                                       // a new paragraph
//       "Moscow/PROPN/2/nsubj replied/VERB ./PUNCT");
//
// A line is a sentence; a word is form/UPOS/head/relation/lemma. The head is the number of a word
// in the sentence, from 1. What is left out: the head is the sentence's root (the first verb, else
// the first word), the relation "dep" ("punct", "det", "case" by the tag), the lemma the form in
// lower case, of a noun in "s" without it. [PER ...], [ORG ...], [LOC ...], [NAT ...] and [FAC ...]
// are entities. Words are joined by blanks, but not before punctuation and clitics or around
// hyphens.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"

namespace detente {

// The analysis and the text that its spans count bytes of.
struct BuiltAnalysis {
  Analysis analysis;
  std::string text;

  // The tokens of the first occurrence of these words at or after token `from`; empty where none.
  TokenRange find(std::string_view words, TokenIndex from = 0) const {
    const auto count = static_cast<TokenIndex>(analysis.tokens.size());
    for (TokenIndex t = from; t < count; ++t) {
      const std::size_t begin = analysis.tokens[t].span.begin;
      if (text.compare(begin, words.size(), words) != 0) continue;
      TokenIndex last = t;
      while (last < count && analysis.tokens[last].span.begin < begin + words.size()) ++last;
      return {t, last};
    }
    return {};
  }
};

namespace analysis_builder {

// Labels must outlive the analysis: they are kept in one table of literals.
inline std::string_view kept(const std::string& label) {
  static constexpr std::array<std::string_view, 54> kLabels = {
      "ADJ",       "ADP",      "ADV",        "AUX",      "CCONJ",     "DET",   "INTJ",
      "NOUN",      "NUM",      "PART",       "PRON",     "PROPN",     "PUNCT", "SCONJ",
      "SYM",       "VERB",     "X",          "acl",      "acl:relcl", "advcl", "advmod",
      "amod",      "appos",    "aux",        "aux:pass", "case",      "cc",    "cc:preconj",
      "ccomp",     "compound", "conj",       "cop",      "csubj",     "dep",   "det",
      "expl",      "fixed",    "flat",       "iobj",     "mark",      "nmod",  "nmod:poss",
      "nmod:desc", "nsubj",    "nsubj:pass", "nummod",   "obj",       "obl",   "obl:agent",
      "parataxis", "punct",    "root",       "vocative", "xcomp"};
  const auto at = std::find(kLabels.begin(), kLabels.end(), label);
  return at == kLabels.end() ? std::string_view("dep") : *at;
}

inline std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == mark && !parts.back().empty()) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

inline std::string lemma_of(std::string form, std::string_view upos) {
  if (upos == "PROPN") return form;
  for (char& c : form) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (upos == "NOUN" && form.size() > 3 && form.ends_with("ies")) {
    return form.substr(0, form.size() - 3) + "y";
  }
  if (upos == "NOUN" && form.size() > 3 && form.back() == 's') form.pop_back();
  return form;
}

inline bool sticks(const std::string& form, std::string_view upos) {
  return (upos == "PUNCT" && form != "(" && form != "“" && form != "—") || form.starts_with("'") ||
         form.starts_with("’") || form == "n't";
}

inline EntityType entity_type(const std::string& name) {
  if (name == "PER") return EntityType::kPerson;
  if (name == "ORG") return EntityType::kOrganisation;
  if (name == "NAT") return EntityType::kNationality;
  return name == "FAC" ? EntityType::kFacility : EntityType::kPlace;
}

inline std::string_view default_relation(std::string_view upos) {
  if (upos == "PUNCT") return "punct";
  if (upos == "DET") return "det";
  return upos == "ADP" ? "case" : "dep";
}

class Builder {
 public:
  BuiltAnalysis build(std::string_view notation) {
    std::istringstream lines{std::string(notation)};
    std::int32_t paragraph = 0;
    for (std::string line; std::getline(lines, line);) {
      if (line.find_first_not_of(' ') == std::string::npos) {
        ++paragraph;
      } else {
        sentence(line, paragraph);
      }
    }
    return std::move(built_);
  }

 private:
  void sentence(const std::string& line, std::int32_t paragraph) {
    Analysis& analysis = built_.analysis;
    const auto first = static_cast<TokenIndex>(analysis.tokens.size());
    std::vector<std::vector<std::string>> words;
    std::istringstream in(line);
    for (std::string part; in >> part;) {
      if (part.front() == '[') {
        const auto next = first + static_cast<TokenIndex>(words.size());
        analysis.entities.push_back({{next, next}, entity_type(part.substr(1))});
        continue;
      }
      const bool closes = part.back() == ']';
      if (closes) part.pop_back();
      words.push_back(split(part, '/'));
      if (closes) {
        analysis.entities.back().tokens.last = first + static_cast<TokenIndex>(words.size());
      }
    }
    std::size_t root = 0;
    while (root < words.size() && words[root].at(1) != "VERB") ++root;
    if (root == words.size()) root = 0;
    for (std::size_t i = 0; i < words.size(); ++i) add(words[i], i == root, first, root);
    const auto last = static_cast<TokenIndex>(analysis.tokens.size());
    const Span span{analysis.tokens[first].span.begin, analysis.tokens[last - 1].span.end};
    analysis.sentences.push_back({span, {first, last}, paragraph});
  }

  void add(const std::vector<std::string>& fields, bool is_root, TokenIndex first,
           std::size_t root) {
    Token token;
    token.form = fields.at(0);
    token.upos = kept(fields.at(1));
    const bool glued = built_.text.ends_with('-') || sticks(token.form, token.upos);
    if (!built_.text.empty() && !glued) built_.text += ' ';
    token.span.begin = static_cast<std::uint32_t>(built_.text.size());
    built_.text += token.form;
    token.span.end = static_cast<std::uint32_t>(built_.text.size());
    const bool has_head = fields.size() > 2;
    token.head = has_head  ? first + std::stoi(fields[2]) - 1
                 : is_root ? kNoToken
                           : first + static_cast<TokenIndex>(root);
    token.deprel = fields.size() > 3      ? kept(fields[3])
                   : is_root && !has_head ? "root"
                                          : default_relation(token.upos);
    token.lemma = fields.size() > 4 ? fields[4] : lemma_of(token.form, token.upos);
    built_.analysis.tokens.push_back(std::move(token));
  }

  BuiltAnalysis built_;
};

}  // namespace analysis_builder

inline BuiltAnalysis build_analysis(std::string_view notation) {
  return analysis_builder::Builder().build(notation);
}

}  // namespace detente
