#include "ledger/endings.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include "base/lists.h"
#include "ledger/features.h"

namespace detente {
namespace {

using std::chrono::sys_days;

// Reports that far apart tell of two endings.
constexpr std::chrono::days kSameEnding{30};

bool is_end(const std::string& status) {
  return status == "lifted" || status == "rescinded" || status == "expired";
}

sys_days day_of(const Ending& ending, const Assertion& assertion) {
  return ending.date ? ending.date->end.last_day() : assertion.known.last_day();
}

// A measure that may be ended.
struct Imposed {
  Group* group;
  sys_days begin;                 // the first day that a telling names, else that it is known from
  std::optional<sys_days> ended;  // the first day that a report calls its end
};

void take_end(Imposed& imposed, sys_days end) {
  if (!imposed.ended || end < *imposed.ended) imposed.ended = end;
}

Imposed imposed_by(Group& group) {
  Imposed out{&group, group.told.front()->known.first_day(), std::nullopt};
  for (const Assertion* assertion : group.told) {
    const auto& measure = std::get<Measure>(assertion->said);
    if (measure.announced) out.begin = std::min(out.begin, measure.announced->begin.first_day());
    if (is_end(measure.status))
      take_end(out, measure.lifted ? measure.lifted->end.last_day() : assertion->known.last_day());
  }
  return out;
}

// "Sanctions" are lifted that were told as what they consist of.
bool may_consist_of(const std::string& kind) {
  constexpr std::array<std::string_view, 7> kSanctions = {
      "asset_freeze",  "travel_ban",     "visa_restriction", "arms_embargo",
      "trade_embargo", "export_control", "import_ban"};
  return std::find(kSanctions.begin(), kSanctions.end(), kind) != kSanctions.end();
}

// Who ends it is who imposed it; where others are told of, the measure is one against them. Words
// that do not say who ends it ("the border was opened") may tell either side first.
bool sides_fit(const Ending& ending, const Measure& measure) {
  if (!ending.by.empty() && !share_side(ending.by, measure.by)) return false;
  std::vector<std::string> others;
  for (const std::string& side : ending.sides) {
    if (!has(measure.by, side)) others.push_back(side);
  }
  return others.empty() || share_side(others, measure.against);
}

bool same_words(const Group& group, const Ending& ending) {
  return std::any_of(group.told.begin(), group.told.end(), [&](const Assertion* assertion) {
    const auto told = evidence_of(assertion->said);
    return std::find(told.begin(), told.end(), ending.evidence) != told.end();
  });
}

using Measures = std::map<std::string, std::vector<Imposed>, std::less<>>;  // by kind

bool fits(const Imposed& imposed, const Ending& ending, sys_days day) {
  const bool over = imposed.ended && *imposed.ended + kSameEnding < day;
  return !over && imposed.begin <= day &&
         sides_fit(ending, std::get<Measure>(imposed.group->told.front()->said));
}

// Of the measures of its kind the one that began last before the ending, and had not ended long
// before it; of those of one day the first told. `measures` by their first day.
Imposed* latest(std::vector<Imposed>& measures, const Ending& ending, sys_days day) {
  auto end = std::upper_bound(measures.begin(), measures.end(), day,
                              [](sys_days d, const Imposed& imposed) { return d < imposed.begin; });
  Imposed* best = nullptr;
  while (end != measures.begin()) {
    Imposed& imposed = *--end;
    if (best != nullptr && imposed.begin < best->begin) break;
    if (fits(imposed, ending, day)) best = &imposed;
  }
  return best;
}

// What the sanctions consist of that both sides are told of, where that is one measure.
Imposed* only_sanction(Measures& measures, const Ending& ending, sys_days day) {
  constexpr std::size_t kBothSides = 2;
  Imposed* only = nullptr;
  if (ending.sides.size() < kBothSides) return nullptr;
  for (auto& [kind, imposed] : measures) {
    if (!may_consist_of(kind)) continue;
    for (Imposed& one : imposed) {
      if (!fits(one, ending, day)) continue;
      if (only != nullptr) return nullptr;
      only = &one;
    }
  }
  return only;
}

Imposed* measure_ended(Measures& measures, const Ending& ending, sys_days day) {
  const auto same = measures.find(ending.kind);
  Imposed* best = same == measures.end() ? nullptr : latest(same->second, ending, day);
  return best == nullptr && ending.kind == "sanctions" ? only_sanction(measures, ending, day)
                                                       : best;
}

}  // namespace

void attach_endings(std::vector<Group>& groups, std::span<const Assertion* const> endings) {
  if (endings.empty()) return;
  Measures measures;
  for (Group& group : groups)
    measures[std::get<Measure>(group.told.front()->said).kind].push_back(imposed_by(group));
  for (auto& [kind, imposed] : measures) {
    std::stable_sort(imposed.begin(), imposed.end(),
                     [](const Imposed& a, const Imposed& b) { return a.begin < b.begin; });
  }
  for (const Assertion* assertion : endings) {
    const auto& ending = std::get<Ending>(assertion->said);
    const sys_days day = day_of(ending, *assertion);
    Imposed* ended = measure_ended(measures, ending, day);
    if (ended == nullptr || same_words(*ended->group, ending)) continue;
    ended->group->told.push_back(assertion);
    ended->group->decisions.push_back({ended->group->told.front()->id, 1, {{"ends", 1, 1}}, ""});
    if (is_end(ending.status)) take_end(*ended, day);
  }
}

}  // namespace detente
