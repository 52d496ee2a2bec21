// detente_segment: reads JSON Lines {"id", "text"} and writes for each line
//   {"id", "sentences": [{"start", "end", "paragraph", "tokens": [[start, end], ...]}, ...]}
// with offsets in code points of the text. Training uses it so that its words are the engine's.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/segment.h"

namespace {

using nlohmann::json;

// For every byte of the text the number of code points that begin before it.
std::vector<std::uint32_t> code_points(const std::string& text) {
  std::vector<std::uint32_t> points(text.size() + 1);
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    points[i] = count;
    const bool last_byte = i + 1 == text.size() || (text[i + 1] & 0xC0) != 0x80;
    if (last_byte) ++count;
  }
  points[text.size()] = count;
  return points;
}

json sentences_of(const std::string& text) {
  const detente::Analysis analysis = detente::segment(text);
  const std::vector<std::uint32_t> points = code_points(text);
  json sentences = json::array();
  for (const detente::Sentence& sentence : analysis.sentences) {
    json tokens = json::array();
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const detente::Span span = analysis.tokens[i].span;
      tokens.push_back({points[span.begin], points[span.end]});
    }
    sentences.push_back({{"start", points[sentence.span.begin]},
                         {"end", points[sentence.span.end]},
                         {"paragraph", sentence.paragraph},
                         {"tokens", std::move(tokens)}});
  }
  return sentences;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::string line;
  for (long number = 1; std::getline(std::cin, line); ++number) {
    if (line.empty()) continue;
    const json input = json::parse(line, nullptr, false);
    if (!input.is_object() || !input.contains("id") || !input.contains("text") ||
        !input["text"].is_string()) {
      std::cerr << "detente_segment: line " << number
                << ": not an object with \"id\" and a string \"text\"\n";
      return 2;
    }
    const json output = {{"id", input["id"]},
                         {"sentences", sentences_of(input["text"].get<std::string>())}};
    std::cout << output.dump() << '\n';
  }
  return 0;
}
