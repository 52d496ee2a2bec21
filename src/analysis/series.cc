#include "analysis/series.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/lists.h"

namespace detente {
namespace {

bool acts(const std::vector<std::string>& sides, const std::string& side) {
  return side.empty() || has(sides, side);
}

void count(Month& month, const Line& line, const Event& event, const EventRoot& root) {
  ++month.events;
  month.goldstein += root.goldstein;
  if (root.penta >= 1 && root.penta <= 4) ++month.by_quad[static_cast<std::size_t>(root.penta - 1)];
  ++month.by_root[event.root];
  month.lines.push_back(line.id);
}

int months_apart(const Date& from, const Date& to) {
  return (to.year - from.year) * 12 + (to.month - from.month);
}

using Pairs = std::vector<std::pair<double, double>>;

std::optional<double> pearson(const Pairs& pairs) {
  constexpr std::size_t kFewest = 3;
  if (pairs.size() < kFewest) return std::nullopt;
  const auto count = static_cast<double>(pairs.size());
  double mean_x = 0;
  double mean_y = 0;
  for (const auto& [x, y] : pairs) {
    mean_x += x / count;
    mean_y += y / count;
  }
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (const auto& [x, y] : pairs) {
    xy += (x - mean_x) * (y - mean_y);
    xx += (x - mean_x) * (x - mean_x);
    yy += (y - mean_y) * (y - mean_y);
  }
  if (xx == 0 || yy == 0) return std::nullopt;
  return std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);  // rounding may step over the edge
}

// The months between those with events, so that a plot shows silence as silence.
std::vector<Month> without_gaps(std::map<Date, Month> months) {
  std::vector<Month> out;
  if (months.empty()) return out;
  const Date last = months.rbegin()->first;
  for (Date day = months.begin()->first; day <= last; day = next_month(day)) {
    const auto found = months.find(day);
    out.push_back(found == months.end() ? Month{.month = day} : std::move(found->second));
  }
  return out;
}

}  // namespace

Date next_month(const Date& month) {
  Date next = month;
  next.month = month.month == 12 ? 1 : static_cast<std::uint8_t>(month.month + 1);
  if (month.month == 12) ++next.year;
  return next;
}

bool counts_in_series(const Event& event) {
  const bool done = event.status.empty() || event.status == "happened" || event.status == "ongoing";
  return done && month_of(event).has_value();
}

std::optional<Date> month_of(const Event& event) {
  if (!event.date || event.date->begin.precision() == Precision::kYear) return std::nullopt;
  return event.date->begin.truncated(Precision::kMonth);
}

std::vector<Month> monthly_series(std::span<const Line> lines, const Ontology& ontology,
                                  const Direction& direction) {
  std::map<Date, Month> months;
  for (const Line& line : lines) {
    const Event* event = std::get_if<Event>(&line.object);
    if (event == nullptr || !counts_in_series(*event)) continue;
    if (!acts(event->source, direction.source) || !acts(event->target, direction.target)) continue;
    const EventRoot* root = ontology.find_root(event->root);
    if (root == nullptr) continue;
    const Date day = *month_of(*event);
    Month& month = months.try_emplace(day, Month{.month = day}).first->second;
    count(month, line, *event, *root);
  }
  return without_gaps(std::move(months));
}

std::vector<LagCorrelation> lag_correlations(std::span<const Month> first,
                                             std::span<const Month> second, int max_lag) {
  std::map<int, Pairs> by_lag;
  for (const Month& one : first) {
    for (const Month& other : second) {
      const int lag = months_apart(one.month, other.month);
      const bool both = one.events > 0 && other.events > 0;
      if (both && std::abs(lag) <= max_lag) by_lag[lag].emplace_back(one.mean(), other.mean());
    }
  }
  std::vector<LagCorrelation> out;
  for (int lag = -max_lag; lag <= max_lag; ++lag) {
    const Pairs& pairs = by_lag[lag];
    out.push_back({lag, static_cast<int>(pairs.size()), pearson(pairs)});
  }
  return out;
}

}  // namespace detente
