// How often the sides behind a phrase are right: on record cases whose objects carry `where`, the
// exact words of each role's mention. Prints a table by kind of phrase, and with -v each miss.
//
//   measure_actors CASES MODEL KNOWLEDGE [-v]
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "language/annotator.h"
#include "reading/actors/mentions.h"
#include "reading/actors/words.h"

namespace detente {
namespace {

using nlohmann::json;
using Sides = std::set<std::string>;

struct Count {
  int asked = 0;
  int right = 0;
  int empty = 0;
};

struct Report {
  std::string text;
  Analysis analysis;
  std::optional<Mentions> mentions;
};

const std::vector<std::pair<std::string, std::vector<std::string>>> kFields = {
    {"events", {"source", "target"}}, {"statements", {"speaker"}},     {"proposals", {"by", "to"}},
    {"channels", {"between"}},        {"measures", {"by", "against"}}, {"meetings", {"actors"}}};

// What sort of phrase it is, by its first word.
std::string kind_of(const std::string& phrase) {
  std::string first = phrase.substr(0, phrase.find(' '));
  std::transform(first.begin(), first.end(), first.begin(), ::tolower);
  const bool alone = phrase.find(' ') == std::string::npos;
  if (is_possessive(first) && !alone) return "its ...";
  if (pronoun_kind(first) != PronounKind::kNone && alone) return "pronoun";
  if (small_number(first) == 2 || phrase.starts_with("the two") || phrase.starts_with("The two")) {
    return "both ...";
  }
  if (first == "the") return "the ...";
  if (is_article(first)) return "a ...";
  return std::isupper(static_cast<unsigned char>(phrase.front())) ? "Name" : "other";
}

// A gold value may leave a choice: {"any": [a, b]}.
std::vector<Sides> choices(const json& gold) {
  std::vector<Sides> out;
  for (const json& choice : gold.contains("any") ? gold["any"] : json::array({gold})) {
    out.push_back(choice.is_string() ? Sides{choice.get<std::string>()} : choice.get<Sides>());
  }
  return out;
}

TokenRange tokens_of(const Analysis& analysis, Span span) {
  TokenRange range;
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(analysis.tokens.size()); ++t) {
    if (!analysis.tokens[t].span.overlaps(span)) continue;
    if (range.empty()) range.first = t;
    range.last = t + 1;
  }
  return range;
}

// Where the phrase first stands as whole words at or after `at`; npos where nowhere.
std::size_t find_words(const std::string& text, const std::string& phrase, std::size_t at) {
  const auto in_word = [&text](std::size_t i) {
    return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0);
  };
  for (; (at = text.find(phrase, at)) != std::string::npos; ++at) {
    if ((at == 0 || !in_word(at - 1)) && !in_word(at + phrase.size())) return at;
  }
  return at;
}

// The sides that the phrases of a role stand for; nothing where they are not in the sentence.
std::optional<Sides> read(const Report& report, const std::string& sentence,
                          const std::vector<std::string>& phrases) {
  const std::size_t at = report.text.find(sentence);
  Sides sides;
  for (const std::string& phrase : phrases) {
    const std::size_t found = find_words(report.text, phrase, at);
    if (found == std::string::npos || found + phrase.size() > at + sentence.size()) return {};
    const Span span{static_cast<std::uint32_t>(found),
                    static_cast<std::uint32_t>(found + phrase.size())};
    for (const std::string& code : report.mentions->actors(tokens_of(report.analysis, span))) {
      sides.insert(code);
    }
  }
  return sides;
}

class Measure {
 public:
  explicit Measure(bool verbose) : verbose_(verbose) {}

  void count(const std::vector<Report>& reports, const json& object, const std::string& list,
             const std::string& field) {
    const json& where = object.value("where", json::object());
    const std::string gold_key = list == "statements" ? "actor" : field;
    if (!where.contains(field) || !where.contains("sentence") || !object.contains(gold_key)) return;
    const json& words = where[field];
    const auto phrases = words.is_string() ? std::vector<std::string>{words.get<std::string>()}
                                           : words.get<std::vector<std::string>>();
    const std::string sentence = where["sentence"];
    for (const Report& report : reports) {
      if (report.text.find(sentence) == std::string::npos) continue;
      const auto sides = read(report, sentence, phrases);
      if (sides) add(phrases, sentence, choices(object[gold_key]), *sides);
      return;
    }
  }

  void print() const {
    Count all;
    for (const auto& [kind, count] : counts_) {
      row(kind, count);
      all.asked += count.asked;
      all.right += count.right;
      all.empty += count.empty;
    }
    row("all", all);
  }

 private:
  void add(const std::vector<std::string>& phrases, const std::string& sentence,
           const std::vector<Sides>& gold, const Sides& sides) {
    Count& count = counts_[phrases.size() > 1 ? "several" : kind_of(phrases.front())];
    const bool right = std::find(gold.begin(), gold.end(), sides) != gold.end();
    ++count.asked;
    count.right += right;
    count.empty += sides.empty();
    if (right || !verbose_) return;
    std::cout << json(phrases).dump() << " -> " << json(sides).dump() << ", gold "
              << json(gold.front()).dump() << ": " << sentence << '\n';
  }

  static void row(const std::string& kind, const Count& count) {
    const double asked = std::max(count.asked, 1);
    std::printf("%-10s %6d asked  %.3f right  %.3f empty\n", kind.c_str(), count.asked,
                count.right / asked, count.empty / asked);
  }

  bool verbose_;
  std::map<std::string, Count> counts_;
};

Result<std::vector<Report>> read_reports(const json& documents, Annotator& annotator,
                                         const Knowledge& knowledge) {
  std::vector<Report> reports(documents.size());
  std::vector<MetPerson> met;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Report& report = reports[i];
    report.text = documents[i]["text"];
    auto analysis = annotator.annotate(report.text);
    if (!analysis) return tl::unexpected(analysis.error());
    report.analysis = std::move(*analysis);
    const auto published = Date::parse(documents[i].value("published", ""));
    report.mentions.emplace(
        find_mentions(report.analysis, published ? std::optional<Date>(*published) : std::nullopt,
                      knowledge, met));
    const auto& persons = report.mentions->persons();
    met.insert(met.end(), persons.begin(), persons.end());
  }
  return reports;
}

int run(const std::vector<std::string>& arguments) {
  auto annotator = Annotator::load(arguments[1], NetworkOptions{});
  auto knowledge = load_knowledge(arguments[2]);
  if (!annotator || !knowledge) {
    std::cerr << (annotator ? knowledge.error() : annotator.error()).message() << '\n';
    return 1;
  }
  Measure measure(arguments.size() > 3 && arguments[3] == "-v");
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[0])) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file);
    const json one = json::parse(in);
    const auto reports = read_reports(one["documents"], *annotator, *knowledge);
    if (!reports) {
      std::cerr << file.string() << ": " << reports.error().message() << '\n';
      return 1;
    }
    for (const auto& [list, fields] : kFields) {
      for (const json& object : one["record"].value(list, json::array())) {
        for (const std::string& field : fields) measure.count(*reports, object, list, field);
      }
    }
  }
  measure.print();
  return 0;
}

}  // namespace
}  // namespace detente

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: measure_actors CASES MODEL KNOWLEDGE [-v]\n";
    return 2;
  }
  return detente::run({argv + 1, argv + argc});
}
