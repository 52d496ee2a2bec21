#include "ledger/lives.h"

#include <algorithm>
#include <array>

namespace detente {
namespace {

// From the first thought of a measure to its end.
constexpr std::array<std::string_view, 9> kLife = {"proposed", "threatened", "announced",
                                                   "in_force", "eased",      "suspended",
                                                   "expired",  "lifted",     "rescinded"};

std::size_t stage(const std::string& status) {
  return static_cast<std::size_t>(std::find(kLife.begin(), kLife.end(), status) - kLife.begin());
}

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) {
    return std::find(b.begin(), b.end(), x) != b.end();
  });
}

std::string lag_between(const Date& from, const Date& to) {
  const auto days = (to.first_day() - from.first_day()).count();
  return days < 0 ? std::string() : "P" + std::to_string(days) + "D";
}

}  // namespace

std::string later_status(const std::string& told, const std::string& later) {
  if (told.empty() || stage(told) >= kLife.size()) return later;
  if (later.empty() || stage(later) >= kLife.size()) return told;
  return stage(later) > stage(told) ? later : told;
}

bool settles_offer(const std::string& status) {
  return status == "accepted" || status == "rejected" || status == "withdrawn" ||
         status == "unanswered";
}

void end_measure(std::vector<Measure>& measures, const Ending& ending) {
  for (auto measure = measures.rbegin(); measure != measures.rend(); ++measure) {
    const bool kind = ending.kind == measure->kind;
    const bool sides = ending.sides.empty() || shares(ending.sides, measure->by) ||
                       shares(ending.sides, measure->against);
    const bool open = measure->status == "in_force" || measure->status == "announced" ||
                      measure->status == "eased" || measure->status == "suspended";
    if (!kind || !sides || !open) continue;
    const bool early = ending.date && measure->announced &&
                       ending.date->end.last_day() < measure->announced->begin.first_day();
    if (early) continue;  // nothing ends before it begins
    const auto& told = measure->evidence;
    if (std::any_of(told.begin(), told.end(),
                    [&](const Evidence& e) { return e == ending.evidence; }))
      return;
    measure->status = ending.status;
    if (ending.status == "lifted" || ending.status == "rescinded") measure->lifted = ending.date;
    measure->evidence.insert(measure->evidence.begin(), ending.evidence);
    return;
  }
}

void link_answers(std::vector<Measure>& measures) {
  for (std::size_t i = 0; i < measures.size(); ++i) {
    Measure& answer = measures[i];
    if (!answer.responds_to) continue;
    const Measure* trigger = nullptr;
    for (std::size_t j = 0; j < measures.size(); ++j) {
      const Measure& other = measures[j];
      if (j == i || !shares(other.by, answer.against) || !shares(other.against, answer.by))
        continue;
      const bool before = !other.announced || !answer.announced ||
                          other.announced->begin.first_day() <= answer.announced->begin.first_day();
      if (!before) continue;
      const bool nearer =
          trigger == nullptr || (trigger->kind != answer.kind && other.kind == answer.kind);
      if (nearer) trigger = &other;
    }
    if (trigger == nullptr) continue;
    answer.responds_to = Answered{trigger->kind, trigger->by};
    if (trigger->announced && answer.announced)
      answer.lag = lag_between(trigger->announced->begin, answer.announced->begin);
  }
}

void pass_time(Record& record, const Date& as_of) {
  const auto passed = [&](const std::optional<Interval>& date) {
    return date && date->end.last_day() <= as_of.last_day();
  };
  for (Measure& measure : record.measures) {
    if (measure.status == "announced" && measure.effective && passed(measure.effective))
      measure.status = "in_force";
    if (measure.lifted && passed(measure.lifted) && measure.status == "in_force")
      measure.status = "lifted";
  }
}

}  // namespace detente
