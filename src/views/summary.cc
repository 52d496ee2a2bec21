#include "views/summary.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "views/text.h"
#include "views/wording.h"

namespace detente {
namespace {

constexpr std::size_t kDueShown = 6;

const char* be(std::size_t count) { return count == 1 ? "is" : "are"; }

// "two lines are cut (military, hotline) and one is reduced (consular)"
std::string channels_clause(const std::vector<Channel>& channels) {
  std::vector<std::string> clauses;
  for (const std::string_view status : {"cut", "reduced", "restored", "open"}) {
    std::vector<std::string> kinds;
    for (const Channel& channel : channels) {
      if (channel.status == status) kinds.push_back(words_of(channel.kind));
    }
    if (kinds.empty()) continue;
    const std::size_t count = kinds.size();
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    clauses.push_back(fmt::format("{} {} {} ({})",
                                  clauses.empty() ? count_of(count, "line") : number_word(count),
                                  be(count), words_of(status), fmt::join(kinds, ", ")));
  }
  return joined(clauses);
}

std::size_t in_force_by(const std::vector<Measure>& measures, const std::string& side) {
  return static_cast<std::size_t>(
      std::count_if(measures.begin(), measures.end(), [&](const Measure& measure) {
        return life_of(measure) == Life::kInForce &&
               std::find(measure.by.begin(), measure.by.end(), side) != measure.by.end();
      }));
}

// "Russia has two measures in force against the United States, which has three in return"
std::string measures_clause(const Telling& telling) {
  std::string first = telling.a;
  std::string second = telling.b;
  std::size_t by_first = in_force_by(telling.pair.measures, first);
  std::size_t by_second = in_force_by(telling.pair.measures, second);
  if (by_first == 0 && by_second == 0) return {};
  if (by_first == 0) {
    std::swap(first, second);
    std::swap(by_first, by_second);
  }
  return fmt::format("{} has {} in force against {}, which has {} in force", telling.name(first),
                     count_of(by_first, "measure"), telling.name(second),
                     by_second == 0 ? "none" : number_word(by_second));
}

std::string offers_clause(const std::vector<Proposal>& offers) {
  std::vector<std::string> clauses;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kStates = {{
      {"under_discussion", "under discussion"},
      {"offered", "on the table"},
      {"floated", "floated"},
      {"unanswered", "unanswered"},
      {"accepted", "accepted"},
      {"rejected", "rejected"},
      {"withdrawn", "withdrawn"},
  }};
  for (const auto& [status, words] : kStates) {
    const auto count = static_cast<std::size_t>(std::count_if(
        offers.begin(), offers.end(),
        [&, wanted = status](const Proposal& offer) { return offer.status == wanted; }));
    if (count == 0) continue;
    clauses.push_back(fmt::format("{} {} {}",
                                  clauses.empty() ? count_of(count, "offer") : number_word(count),
                                  be(count), words));
  }
  return joined(clauses);
}

std::string last_meeting_clause(const std::vector<Meeting>& meetings) {
  const Meeting* last = nullptr;  // meetings are in the order of time
  for (const Meeting& meeting : meetings) {
    if (meeting.status == "held" && meeting.date) last = &meeting;
  }
  if (last == nullptr) return {};
  const bool call = last->setting == "phone" || last->setting == "video";
  std::string words = fmt::format("they last {} {}", call ? "spoke" : "met", on_date(*last->date));
  if (call) words += last->setting == "phone" ? ", by telephone" : ", by video";
  if (!call && !last->place.empty()) words += fmt::format(" ({})", one_line(last->place));
  return words;
}

struct Due {
  Interval when;
  std::string what;
};

std::vector<Due> all_due(const Telling& telling) {
  std::vector<Due> due;
  const auto add = [&](const std::optional<Interval>& when, std::string what) {
    const bool to_come = when && when->end.last_day() >= telling.options.as_of.first_day();
    if (to_come) due.push_back({*when, capitalised(what)});
  };
  for (const Measure& measure : telling.pair.measures) {
    if (life_of(measure) == Life::kEnded) continue;
    add(measure.deadline, "deadline of the " + measure_words(measure, telling));
    if (life_of(measure) == Life::kAhead) {
      add(measure.effective, measure_words(measure, telling) + " takes effect");
    }
  }
  for (const Meeting& meeting : telling.pair.meetings) {
    if (!is_ahead(meeting)) continue;
    std::string what = "meeting" + (meeting.place.empty() ? "" : ", " + one_line(meeting.place));
    if (meeting.status != "scheduled") what += fmt::format(" ({})", words_of(meeting.status));
    add(meeting.date, std::move(what));
  }
  for (const Proposal& offer : telling.pair.proposals) {
    for (const Term& term : offer.terms) {
      add(term.date,
          fmt::format("{}, as {} offered", words_of(term.kind), telling.names(offer.by)));
    }
  }
  std::stable_sort(due.begin(), due.end(), [](const Due& left, const Due& right) {
    return left.when.end.last_day() < right.when.end.last_day();
  });
  return due;
}

}  // namespace

std::string summary_of(const Telling& telling) {
  std::vector<std::string> sentences;
  for (const std::string& clause :
       {channels_clause(telling.pair.channels), measures_clause(telling),
        offers_clause(telling.pair.proposals), last_meeting_clause(telling.pair.meetings)}) {
    if (!clause.empty()) sentences.push_back(capitalised(clause) + ".");
  }
  if (!telling.pair.events.empty()) {
    sentences.push_back(fmt::format(
        "The reports tell of {} between them.",
        count_of(telling.options.all_events.value_or(telling.pair.events.size()), "event")));
  }
  if (sentences.empty())
    sentences.emplace_back("The reports say nothing that lies between the two.");
  return fmt::format("{}", fmt::join(sentences, " "));
}

void summary_section(const Telling& telling, Page& page) {
  page.section("Where they stand");
  page.paragraph(summary_of(telling));
}

void due_section(const Telling& telling, Page& page) {
  const std::vector<Due> due = all_due(telling);
  if (due.empty()) return page.empty_section("Due next", "nothing with a date.");
  page.section("Due next");
  for (std::size_t i = 0; i < std::min(due.size(), kDueShown); ++i) {
    page.row({.label = date_words(due[i].when, true), .tone = Tone::kOpen, .text = due[i].what});
  }
  if (due.size() > kDueShown) {
    page.remark(fmt::format("{} more.", capitalised(number_word(due.size() - kDueShown))));
  }
}

}  // namespace detente
