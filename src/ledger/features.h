// The single things that are compared, as values from -1 (against) to 1 (for).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "reading/record.h"

namespace detente {

// Days between two dates; 0 or less where they share one.
int days_between(const Interval& a, const Interval& b);

// 0 where a day is unknown.
double date_value(const std::optional<Interval>& a, const std::optional<Interval>& b);

bool is_day(const Interval& interval);  // a single one

// 0 where a number is unknown or they count different things. `sentence_a`: the numbers in the
// sentence that tells a; a number that stands in the other's sentence is its whole or its part.
double quantity_value(const std::optional<Quantity>& a, const std::vector<double>& sentence_a,
                      const std::optional<Quantity>& b, const std::vector<double>& sentence_b);

bool same_sides(const std::vector<std::string>& a, const std::vector<std::string>& b);
bool share_side(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Whether one name may be the other told shorter: "Kowal", "Jan Kowal".
bool same_name(const std::string& a, const std::string& b);

// Talks and agreements have no direction: their sides may be told in either order.
bool is_mutual(const std::string& root);

}  // namespace detente
