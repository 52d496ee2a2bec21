// CoNLL-U, the format of treebanks: one word a line, ten columns, a blank line after a sentence.
// https://universaldependencies.org/format.html
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "language/analysis.h"

namespace detente::cli {

// A line of a sentence. Only words are analysed; the rest goes back out as it came in.
struct ConlluLine {
  enum class Kind : std::uint8_t {
    kWord,
    kKept,  // a range of words ("3-4") or an empty node ("3.1")
    kComment,
  };
  Kind kind = Kind::kWord;
  std::string id;  // of words: "3"
  std::string form;
  std::string misc;  // of words: the tenth column
  std::string raw;   // of the others: the whole line
};

struct ConlluSentence {
  std::vector<ConlluLine> lines;
};

// The sentences under one "# newdoc". The document's text is put together from the words and their
// SpaceAfter, a line a sentence.
struct ConlluDocument {
  Document document;  // id from "# newdoc id = ...", else its number in the input, from 1
  Analysis cut;       // tokens and sentences, nothing else yet
  std::vector<ConlluSentence> sentences;  // one for each of cut.sentences
};

struct ConlluBatch {
  std::vector<ConlluDocument> documents;  // none without a sentence
  std::vector<Error> refused;             // sentences left out, with the line
};

ConlluBatch read_conllu(std::string_view bytes, std::string_view name);

// The document with LEMMA, UPOS, HEAD and DEPREL of `analysis`, whose tokens are those of the
// document's `cut`. ID, FORM and MISC stay; XPOS, FEATS and DEPS, which Detente does not know,
// become "_".
std::string write_conllu(const ConlluDocument& document, const Analysis& analysis);

// A document that was not CoNLL-U, with "# newdoc id", "# sent_id" and "# text".
std::string write_conllu(const Document& document, const Analysis& analysis);

}  // namespace detente::cli
