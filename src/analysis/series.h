// How the relation of two sides moved, month by month.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "knowledge/ontology.h"
#include "ledger/assertion.h"

namespace detente {

// PLOVER's quad classes, in the order of EventRoot::penta 1 to 4.
inline constexpr std::array<const char*, 4> kQuadClasses = {
    "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"};
// The same as machines write them.
inline constexpr std::array<const char*, 4> kQuadCodes = {
    "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"};

// The events of one month.
struct Month {
  Date month;                    // precision: month
  int events = 0;                // those that were done: see counts_in_series
  double goldstein = 0;          // sum of the roots' Goldstein values, -10 to 10 each
  std::array<int, 4> by_quad{};  // in the order of kQuadClasses
  std::map<std::string, int> by_root{};
  std::vector<std::string> lines{};  // ids of the events, so that each figure can be followed back

  double mean() const { return events == 0 ? 0.0 : goldstein / events; }
};

// Which side acts.
struct Direction {
  std::string source{};  // empty: any
  std::string target{};  // empty: any
};

// Whether an event weighs in a series: it happened or goes on, and tells its month. What was only
// planned, threatened, alleged or denied is no deed yet.
bool counts_in_series(const Event& event);

// The month that an event lies in; nothing where its date is coarser.
std::optional<Date> month_of(const Event& event);

// One entry a month from the first to the last with an event, empty ones between them included.
// Lines of other lists, and events outside `direction`, are passed over.
std::vector<Month> monthly_series(std::span<const Line> lines, const Ontology& ontology,
                                  const Direction& direction);

Date next_month(const Date& month);

// How the deeds of one side in a month go with those of the other some months before.
struct LagCorrelation {
  int lag;     // months by which the second series follows the first; negative: it leads
  int months;  // pairs of months in which both sides acted
  std::optional<double>
      correlation;  // Pearson's, of the monthly means; nothing for under three pairs
};

// For each lag from -max_lag to max_lag. Months without events say nothing and are left out.
std::vector<LagCorrelation> lag_correlations(std::span<const Month> first,
                                             std::span<const Month> second, int max_lag);

}  // namespace detente
