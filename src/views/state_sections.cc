// The sections on what stands between the two: lines, measures and offers.
#include <array>
#include <chrono>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "views/sections.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente {
namespace {

// How a deadline lies to the as-of day: "in 12 days", "passed".
std::string distance(const Interval& deadline, const Date& as_of) {
  const auto left = (deadline.end.last_day() - as_of.last_day()).count();
  if (left < 0) return "passed";
  if (deadline.end.precision() != Precision::kDay || as_of.precision() != Precision::kDay)
    return {};
  return left == 0 ? "today"
                   : fmt::format("in {}", count_of(static_cast<std::size_t>(left), "day"));
}

std::vector<std::string> measure_dates(const Measure& measure, const Date& as_of) {
  std::vector<std::string> parts;
  if (measure.announced) parts.push_back("announced " + on_date(*measure.announced));
  if (measure.effective) parts.push_back("in force from " + date_words(*measure.effective));
  if (measure.deadline) {
    const std::string left = distance(*measure.deadline, as_of);
    parts.push_back(fmt::format("deadline {}{}", date_words(*measure.deadline),
                                left.empty() ? "" : fmt::format(" ({})", left)));
  }
  if (measure.lifted) parts.push_back("ended " + on_date(*measure.lifted));
  return parts;
}

std::string answer_words(const Measure& measure, const Telling& telling) {
  if (!measure.responds_to && measure.lag.empty()) return {};
  std::string words = "answers ";
  if (!measure.responds_to) {
    words += "an earlier act";
  } else {
    const std::string& kind = measure.responds_to->kind;
    words += kind.empty() ? "an act" : "the " + words_of(kind);
    if (!measure.responds_to->by.empty()) words += " by " + telling.names(measure.responds_to->by);
  }
  if (!measure.lag.empty()) words += fmt::format(", {} later", duration_words(measure.lag));
  return words;
}

std::string term_words(const Term& term) {
  std::string words = words_of(term.kind);
  std::vector<std::string> what;
  for (const std::string& one : term.what) what.push_back(one_line(one));
  if (term.kind == "other") {
    words = what.empty() ? "something else" : fmt::format("{}", fmt::join(what, ", "));
  } else if (!what.empty()) {
    words += fmt::format(" ({})", fmt::join(what, ", "));
  }
  if (term.date) words += ", " + date_words(*term.date);
  return words;
}

// One point a phase, in the order in which the phases come due.
std::vector<std::string> terms_by_phase(const std::vector<Term>& terms) {
  constexpr std::array<std::string_view, 6> kPhases = {"immediate",   "near_term", "dated",
                                                       "conditional", "eventual",  ""};
  std::vector<std::string> points;
  for (const std::string_view phase : kPhases) {
    std::vector<std::string> words;
    for (const Term& term : terms) {
      const bool known = std::find(kPhases.begin(), kPhases.end(), term.phase) != kPhases.end();
      if (term.phase == phase || (phase.empty() && !known)) words.push_back(term_words(term));
    }
    if (words.empty()) continue;
    const std::string lead = phase.empty() ? "" : capitalised(words_of(phase)) + ": ";
    points.push_back(fmt::format("{}{}", lead, fmt::join(words, "; ")));
  }
  return points;
}

}  // namespace

void channels_section(const Telling& telling, Page& page) {
  if (telling.pair.channels.empty()) {
    return page.empty_section("Channels", "no line between the two is mentioned.");
  }
  page.section("Channels");
  for (const Channel& channel : telling.pair.channels) {
    std::vector<std::string> details;
    add_part(details, "Because: ", channel.because);
    const std::string since = channel.since ? ", since " + date_words(*channel.since) : "";
    page.row({.label = label_of(channel.status),
              .tone = tone_of(channel.status),
              .text = channel_words(channel, telling) + since,
              .details = details,
              .source = telling.source(channel.evidence),
              .id = channel.id});
  }
}

void measures_section(const Telling& telling, Life life, Page& page) {
  const std::string name = life == Life::kInForce ? "Measures in force"
                           : life == Life::kAhead ? "Measures announced or threatened"
                                                  : "Measures ended";
  const auto fits = [life](const Measure& measure) { return life_of(measure) == life; };
  const std::vector<Measure>& measures = telling.pair.measures;
  if (std::none_of(measures.begin(), measures.end(), fits)) {
    return page.empty_section(name, "none reported.");
  }
  page.section(name);
  for (const Measure& measure : measures) {
    if (!fits(measure)) continue;
    std::vector<std::string> details = sentence(measure_dates(measure, telling.options.as_of));
    std::vector<std::string> grounds;
    add_part(grounds, "", answer_words(measure, telling));
    add_part(grounds, "rests on: ", measure.instrument);
    for (std::string& ground : sentence(grounds)) details.push_back(std::move(ground));
    page.row({.label = label_of(measure.status),
              .tone = tone_of(measure.status),
              .text = capitalised(measure_words(measure, telling)),
              .details = details,
              .source = telling.source(measure.evidence),
              .id = measure.id});
  }
}

void offers_section(const Telling& telling, Page& page) {
  if (telling.pair.proposals.empty()) return page.empty_section("Offers", "none reported.");
  page.section("Offers");
  for (const Proposal& offer : telling.pair.proposals) {
    std::vector<std::string> parts;
    std::vector<std::string> lines;
    for (const std::string& kind : offer.via) lines.push_back(words_of(kind));
    add_part(parts, "made ", offer.date ? on_date(*offer.date) : "");
    add_part(parts, "by way of: ", joined(lines));
    add_part(parts, "made public by ", offer.disclosed_by);
    page.row({.label = label_of(offer.status),
              .tone = tone_of(offer.status),
              .text = proposal_words(offer, telling),
              .details = sentence(parts),
              .points = terms_by_phase(offer.terms),
              .source = telling.source(offer.evidence),
              .id = offer.id});
  }
}

}  // namespace detente
