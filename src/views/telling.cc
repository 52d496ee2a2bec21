#include "views/telling.h"

#include <fmt/format.h>
#include <utility>

#include "views/pair.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente {
namespace {

constexpr int kQuoteColumns = 180;  // about three lines of a page of 80

}  // namespace

std::string Telling::places(const std::vector<Evidence>& evidence) const {
  std::vector<std::string> all;
  for (const Evidence& one : evidence) {
    const Document* report = reports.find(one.document);
    if (report == nullptr) continue;
    std::string place = one_line(report->outlet.empty() ? report->title : report->outlet);
    if (place.empty()) place = one_line(report->id);
    if (report->published) place += ", " + date_words(*report->published);
    if (std::find(all.begin(), all.end(), place) == all.end()) all.push_back(std::move(place));
  }
  return fmt::format("{}", fmt::join(all, "; also "));
}

std::string Telling::source(const std::vector<Evidence>& evidence) const {
  if (evidence.empty()) return {};
  const std::string quote = shortened(one_line(evidence.front().quote), kQuoteColumns);
  const std::string where = places(evidence);
  return where.empty() ? quote : fmt::format("{} —\u00a0{}", quote, where);
}

std::string Telling::day(const std::optional<Interval>& date,
                         const std::vector<Evidence>& evidence) const {
  if (date) return date_words(*date, true);
  const Document* report = reports.of(evidence);
  if (report == nullptr || !report->published) return "undated";
  return "by " + date_words(*report->published, true);
}

Life life_of(const Measure& measure) {
  if (one_of(measure.status, {"in_force", "eased", "suspended"})) return Life::kInForce;
  if (one_of(measure.status, {"lifted", "expired", "rescinded"})) return Life::kEnded;
  return Life::kAhead;
}

bool is_ahead(const Meeting& meeting) {
  return one_of(meeting.status, {"scheduled", "proposed", "postponed"});
}

Tone tone_of(std::string_view status) {
  if (one_of(status, {"open", "restored", "lifted", "rescinded", "accepted", "confirmed"})) {
    return Tone::kGood;
  }
  if (one_of(status, {"cut", "in_force", "rejected", "denied", "retracted"})) return Tone::kBad;
  return Tone::kOpen;
}

std::string label_of(std::string_view status) {
  return status.empty() ? "unclear" : words_of(status);
}

void add_part(std::vector<std::string>& parts, std::string_view lead, const std::string& text) {
  if (!text.empty()) parts.push_back(fmt::format("{}{}", lead, one_line(text)));
}

std::vector<std::string> sentence(const std::vector<std::string>& parts) {
  if (parts.empty()) return {};
  return {capitalised(fmt::format("{}", fmt::join(parts, "; ")))};
}

}  // namespace detente
