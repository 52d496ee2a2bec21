#include "cli/conllu.h"

namespace detente::cli {
namespace {

std::string_view or_blank(std::string_view value) { return value.empty() ? "_" : value; }

void append_word(std::string& out, std::string_view id, const Token& token, TokenIndex first,
                 std::string_view misc) {
  const TokenIndex head = token.head == kNoToken ? 0 : token.head - first + 1;
  out.append(id).append("\t").append(token.form).append("\t");
  out.append(or_blank(token.lemma)).append("\t").append(or_blank(token.upos)).append("\t_\t_\t");
  out.append(std::to_string(head)).append("\t").append(or_blank(token.deprel)).append("\t_\t");
  out.append(or_blank(misc)).append("\n");
}

// One line: runs of white space and control characters become a space.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= 0x20;
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace

std::string write_conllu(const ConlluDocument& document, const Analysis& analysis) {
  std::string out;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const TokenIndex first = analysis.sentences[s].tokens.first;
    TokenIndex token = first;
    for (const ConlluLine& line : document.sentences[s].lines) {
      if (line.kind == ConlluLine::Kind::kWord) {
        append_word(out, line.id, analysis.tokens[token++], first, line.misc);
      } else {
        out.append(line.raw).append("\n");
      }
    }
    out += '\n';
  }
  return out;
}

std::string write_conllu(const Document& document, const Analysis& analysis) {
  const std::string id = on_one_line(document.id);
  std::string out = "# newdoc id = " + id + "\n";
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    out.append("# sent_id = ").append(id).append("-").append(std::to_string(s + 1)).append("\n");
    out.append("# text = ");
    const Span span = sentence.span;
    out.append(on_one_line(std::string_view(document.text).substr(span.begin, span.size())));
    out.append("\n");
    for (TokenIndex t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      const bool glued = t + 1 < static_cast<TokenIndex>(analysis.tokens.size()) &&
                         analysis.tokens[t + 1].span.begin == analysis.tokens[t].span.end;
      append_word(out, std::to_string(t - sentence.tokens.first + 1), analysis.tokens[t],
                  sentence.tokens.first, glued ? "SpaceAfter=No" : "_");
    }
    out += '\n';
  }
  return out;
}

}  // namespace detente::cli
