// Prints the expressions of time of reports, for measuring: training/measure_times.py runs it.
// Standard input: JSON lines {"text": ..., "published": "2017-09-13"}; standard output: for each a
// JSON list of {"start", "end" (bytes), "type", "value", "mod", "calendar"}.
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "language/segment.h"
#include "reading/times/times.h"

namespace {

nlohmann::json as_json(const detente::TimeExpression& time) {
  return {{"start", time.span.begin},
          {"end", time.span.end},
          {"type", detente::name_of(time.type)},
          {"value", time.value},
          {"mod", time.mod},
          {"calendar", time.calendar ? time.calendar->iso() : ""},
          {"event_day", time.event_day ? time.event_day->iso() : ""}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: detente_times_tool KNOWLEDGE/times < reports.jsonl\n";
    return 2;
  }
  const auto words = detente::TimeWords::load(argv[1]);
  if (!words) {
    std::cerr << words.error().message() << '\n';
    return 1;
  }
  std::size_t sentences = 0;
  std::chrono::steady_clock::duration spent{};
  for (std::string line; std::getline(std::cin, line);) {
    const auto report = nlohmann::json::parse(line, nullptr, false);
    if (report.is_discarded() || !report.contains("text")) {
      std::cerr << "not a report: " << line.substr(0, 60) << '\n';
      return 1;
    }
    const std::string text = report["text"];
    std::optional<detente::Date> published;
    if (const auto date = detente::Date::parse(report.value("published", ""))) published = *date;
    const detente::Analysis analysis = detente::segment(text);
    const auto start = std::chrono::steady_clock::now();
    const auto times = detente::find_times(analysis, text, published, *words);
    spent += std::chrono::steady_clock::now() - start;
    sentences += analysis.sentences.size();
    nlohmann::json out = nlohmann::json::array();
    for (const auto& time : times) out.push_back(as_json(time));
    std::cout << out.dump() << '\n';
  }
  const double seconds = std::chrono::duration<double>(spent).count();
  std::cerr << sentences << " sentences, " << static_cast<double>(sentences) / seconds
            << " a second\n";
  return 0;
}
