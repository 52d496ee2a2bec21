// What a measure answers: another measure, or an act, of the side that it is imposed on.
#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include "ledger/features.h"
#include "ledger/fold.h"

namespace detente {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// A report may say months later what it answers; a like measure that no report calls an answer is
// taken for one while the other is fresh.
constexpr days kToldWithin = kAnswerWithin;
constexpr days kActWithin{200};
constexpr days kInKindWithin{45};
constexpr std::size_t kLookBack = 64;  // measures or acts of the other side that are looked at

const Measure& measure_of(const Line& line) { return std::get<Measure>(line.object); }

// The day that a line tells of itself; that it was first told where it tells none.
sys_days day_of(const Line& line) {
  const auto date = date_of(line.object);
  return date ? date->begin.first_day() : line.known.first_day();
}

bool is_before(const Line& a, const Line& b) {
  const sys_days day_a = day_of(a);
  const sys_days day_b = day_of(b);
  return std::tie(day_a, a.known, a.document, a.place, a.id) <
         std::tie(day_b, b.known, b.document, b.place, b.id);
}

// Lines by who did it to whom, each list in the order of time.
class Deeds {
 public:
  void add(const Line& line, const std::vector<std::string>& by,
           const std::vector<std::string>& to) {
    for (const std::string& doer : by) {
      for (const std::string& other : to) by_pair_[{doer, other}].push_back(&line);
    }
  }

  void sort() {
    for (auto& [pair, lines] : by_pair_)
      std::sort(lines.begin(), lines.end(),
                [](const Line* a, const Line* b) { return is_before(*a, *b); });
  }

  // Those of `by` against `to` before that line, the latest first.
  std::vector<const Line*> before(const Line& line, const std::vector<std::string>& by,
                                  const std::vector<std::string>& to) const {
    std::vector<const Line*> out;
    for (const std::string& doer : by) {
      for (const std::string& other : to) {
        const auto pair = by_pair_.find({doer, other});
        if (pair == by_pair_.end()) continue;
        const auto end =
            std::lower_bound(pair->second.begin(), pair->second.end(), &line,
                             [](const Line* a, const Line* b) { return is_before(*a, *b); });
        const auto count = std::min<std::ptrdiff_t>(end - pair->second.begin(), kLookBack);
        out.insert(out.end(), end - count, end);
      }
    }
    std::sort(out.begin(), out.end(),
              [](const Line* a, const Line* b) { return is_before(*b, *a); });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::vector<const Line*>> by_pair_;
};

// Acts that a measure may answer.
bool provokes(const Event& event) {
  constexpr std::array<std::string_view, 7> kRoots = {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE",
                                                      "THREATEN", "REJECT", "ACCUSE"};
  return std::find(kRoots.begin(), kRoots.end(), event.root) != kRoots.end() &&
         (event.status == "happened" || event.status == "ongoing");
}

// Of the earlier measures the latest of the kind that is answered: the one that the report names,
// else the answer's own; else the latest of any kind.
const Line* measure_answered(const Line& line, const Answered& told, const Deeds& measures) {
  const Measure& answer = measure_of(line);
  const std::string& kind = told.kind.empty() ? answer.kind : told.kind;
  const Line* latest = nullptr;
  for (const Line* other : measures.before(line, answer.against, answer.by)) {
    if (day_of(line) - day_of(*other) > kToldWithin) break;
    if (measure_of(*other).kind == kind) return other;
    if (latest == nullptr) latest = other;
  }
  return told.kind.empty() ? latest : nullptr;
}

const Line* act_answered(const Line& line, const Deeds& acts) {
  const Measure& answer = measure_of(line);
  for (const Line* act : acts.before(line, answer.against, answer.by)) {
    return day_of(line) - day_of(*act) <= kActWithin ? act : nullptr;
  }
  return nullptr;
}

const Line* like_before(const Line& line, const Deeds& measures) {
  const Measure& answer = measure_of(line);
  if (!answer.announced) return nullptr;
  for (const Line* other : measures.before(line, answer.against, answer.by)) {
    const Measure& first = measure_of(*other);
    const days lag = day_of(line) - day_of(*other);
    if (lag > kInKindWithin) return nullptr;
    if (lag > days{0} && first.announced && first.kind == answer.kind) return other;
  }
  return nullptr;
}

// ISO 8601, at the coarser precision of both days; empty where it is nothing at that precision, or
// one is unknown.
std::string lag_between(const std::optional<Interval>& from, const std::optional<Interval>& to) {
  if (!from || !to) return {};
  const Precision finest = std::min(from->begin.precision(), to->begin.precision());
  const auto years = to->begin.year - from->begin.year;
  if (finest == Precision::kYear) return years > 0 ? "P" + std::to_string(years) + "Y" : "";
  const auto months = years * 12 + to->begin.month - from->begin.month;
  if (finest == Precision::kMonth) return months > 0 ? "P" + std::to_string(months) + "M" : "";
  const auto lag = (to->begin.first_day() - from->begin.first_day()).count();
  return lag >= 0 ? "P" + std::to_string(lag) + "D" : "";
}

std::optional<Interval> told_day(const Line& line) {
  const auto* measure = std::get_if<Measure>(&line.object);
  return measure != nullptr ? measure->announced : date_of(line.object);
}

void answer(Line& line, const Line& trigger, std::string_view basis) {
  Measure& measure = std::get<Measure>(line.object);
  const auto* other = std::get_if<Measure>(&trigger.object);
  const std::string lag = lag_between(told_day(trigger), told_day(line));
  const auto told = line.answers ? line.answers->told : std::nullopt;
  line.answers = Answers{trigger.id, lag, std::string(basis), told};
  measure.responds_to = other != nullptr ? Answered{other->kind, other->by}
                                         : Answered{{}, std::get<Event>(trigger.object).source};
  measure.lag = lag;
}

// As it was before anything was linked, so that linking again is linking.
void unlink(Line& line) {
  Measure& measure = std::get<Measure>(line.object);
  if (line.answers) {
    measure.responds_to = line.answers->told;
    measure.lag.clear();
  }
  line.answers.reset();
  if (measure.responds_to) line.answers = Answers{{}, {}, "told", measure.responds_to};
}

}  // namespace

void link_answers(std::span<Line> measures, std::span<const Line> events) {
  Deeds imposed;
  Deeds acts;
  for (Line& line : measures) {
    if (!std::holds_alternative<Measure>(line.object)) continue;
    unlink(line);
    if (!line.rejected) imposed.add(line, measure_of(line).by, measure_of(line).against);
  }
  for (const Line& line : events) {
    const auto* event = std::get_if<Event>(&line.object);
    if (event != nullptr && !line.rejected && provokes(*event))
      acts.add(line, event->source, event->target);
  }
  imposed.sort();
  acts.sort();
  for (Line& line : measures) {
    if (!std::holds_alternative<Measure>(line.object) || line.rejected) continue;
    if (line.answers) {
      const Answered told = *line.answers->told;
      if (const Line* trigger = measure_answered(line, told, imposed)) {
        answer(line, *trigger, "told");
      } else if (const Line* act = act_answered(line, acts)) {
        answer(line, *act, "told");
      }
    } else if (const Line* first = like_before(line, imposed)) {
      answer(line, *first, "in kind");
    }
  }
}

}  // namespace detente
