#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "cli/conllu.h"

namespace detente::cli {
namespace {

using Kind = ConlluLine::Kind;
constexpr std::size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;

std::optional<Columns> split(std::string_view line) {
  Columns out;
  for (std::size_t i = 0; i < kColumns; ++i) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) return std::nullopt;
    out[i] = line.substr(0, tab);
    line.remove_prefix(
        std::min(line.size(), tab == std::string_view::npos ? line.size() : tab + 1));
  }
  return out;
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool space_follows(std::string_view misc) { return misc.find("SpaceAfter=No") == misc.npos; }

// The words of one line of text: a word, or several that are written as one.
struct Surface {
  std::string form;
  std::string misc;
  int first = 0;
  int last = 0;
};

class Reader {
 public:
  Reader(std::string_view name, ConlluBatch& batch) : name_(name), batch_(batch) {}

  void read(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      std::string_view line = bytes.substr(0, end);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++number_;
      take(line);
    }
    close_sentence();
    close_document();
  }

 private:
  void take(std::string_view line) {
    if (line.find_first_not_of(" \t") == line.npos) return close_sentence();
    if (broken_) return;
    if (const auto bad = first_bad_byte(line)) {
      return refuse("broken UTF-8 text at byte " + std::to_string(*bad) + " of the line");
    }
    if (line.starts_with('#')) return comment(line);
    const std::optional<Columns> columns = split(line);
    if (!columns) return refuse("not ten columns with tabs between them");
    const auto& [id, form, lemma, upos, xpos, feats, head, deprel, deps, misc] = *columns;
    if (form.empty()) return refuse("the word is empty");
    if (id.find('.') != id.npos) return keep(line);
    if (const std::size_t dash = id.find('-'); dash != id.npos) {
      const auto first = whole_number(id.substr(0, dash));
      const auto last = whole_number(id.substr(dash + 1));
      if (!first || !last || *first != words_ + 1 || *last < *first) return bad_id(id);
      surfaces_.push_back({std::string(form), std::string(misc), *first, *last});
      return keep(line);
    }
    if (whole_number(id) != words_ + 1) return bad_id(id);
    ++words_;
    if (surfaces_.empty() || surfaces_.back().last < words_) {
      surfaces_.push_back({std::string(form), std::string(misc), words_, words_});
    }
    sentence_.lines.push_back(
        {Kind::kWord, std::string(id), std::string(form), std::string(misc), {}});
  }

  void comment(std::string_view line) {
    if (line.starts_with("# newdoc") && words_ == 0) {
      close_document();
      if (const std::size_t equals = line.find('='); equals != line.npos) {
        const std::size_t begin = line.find_first_not_of(' ', equals + 1);
        if (begin != line.npos) open_.document.id = line.substr(begin);
      }
    }
    if (line.starts_with("# newpar") && !open_.cut.sentences.empty()) ++paragraph_;
    keep(line, Kind::kComment);
  }

  void keep(std::string_view line, Kind kind = Kind::kKept) {
    sentence_.lines.push_back({kind, {}, {}, {}, std::string(line)});
  }

  void bad_id(std::string_view id) {
    refuse("\"" + std::string(id) + "\" is not the next number of a word, which is " +
           std::to_string(words_ + 1));
  }

  // The rest of the sentence is passed over.
  void refuse(std::string reason) {
    batch_.refused.push_back({ErrorCode::kBadInput, name_ + ":" + std::to_string(number_),
                              std::move(reason) + "; the sentence is left out"});
    broken_ = true;
  }

  void close_sentence() {
    if (!broken_ && !surfaces_.empty() && surfaces_.back().last > words_) {
      refuse("words " + std::to_string(words_ + 1) + " to " +
             std::to_string(surfaces_.back().last) + " of a range are missing");
    }
    if (!broken_ && words_ > 0) {
      append_sentence();
      open_.sentences.push_back(std::move(sentence_));
    }
    // Comments without a sentence wait for the next one.
    if (words_ > 0 || broken_) sentence_ = {};
    surfaces_.clear();
    words_ = 0;
    broken_ = false;
  }

  // Adds the sentence's words to the text and to the cut.
  void append_sentence() {
    std::string& text = open_.document.text;
    Analysis& cut = open_.cut;
    if (!text.empty()) text += '\n';
    const auto begin = static_cast<std::uint32_t>(text.size());
    const auto first = static_cast<TokenIndex>(cut.tokens.size());
    std::vector<const ConlluLine*> words;
    for (const ConlluLine& line : sentence_.lines) {
      if (line.kind == Kind::kWord) words.push_back(&line);
    }
    for (const Surface& surface : surfaces_) {
      std::string joined;
      for (int w = surface.first; w <= surface.last; ++w) joined += words[w - 1]->form;
      auto at = static_cast<std::uint32_t>(text.size());
      text += surface.form;
      const auto end = static_cast<std::uint32_t>(text.size());
      for (int w = surface.first; w <= surface.last; ++w) {
        Token token;
        token.form = words[w - 1]->form;
        // Words that do not spell what is written ("du" is "de le") share its span.
        token.span = {at, end};
        if (joined == surface.form) {
          token.span.end = at + static_cast<std::uint32_t>(token.form.size());
          at = token.span.end;
        }
        cut.tokens.push_back(std::move(token));
      }
      if (space_follows(surface.misc) && &surface != &surfaces_.back()) text += ' ';
    }
    Sentence sentence;
    sentence.span = {begin, static_cast<std::uint32_t>(text.size())};
    sentence.tokens = {first, static_cast<TokenIndex>(cut.tokens.size())};
    sentence.paragraph = paragraph_;
    cut.sentences.push_back(sentence);
  }

  void close_document() {
    if (!open_.sentences.empty()) {
      if (open_.document.id.empty()) {
        open_.document.id = std::to_string(batch_.documents.size() + 1);
      }
      batch_.documents.push_back(std::move(open_));
    }
    open_ = {};
    paragraph_ = 0;
  }

  std::string name_;
  ConlluBatch& batch_;
  ConlluDocument open_;
  ConlluSentence sentence_;
  std::vector<Surface> surfaces_;
  std::size_t number_ = 0;  // of the line
  std::int32_t paragraph_ = 0;
  int words_ = 0;  // read of the open sentence
  bool broken_ = false;
};

}  // namespace

ConlluBatch read_conllu(std::string_view bytes, std::string_view name) {
  ConlluBatch batch;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Reader(name, batch).read(bytes);
  if (batch.documents.empty() && batch.refused.empty()) {
    batch.refused.push_back({ErrorCode::kBadInput, std::string(name), "no sentence in it"});
  }
  return batch;
}

}  // namespace detente::cli
