#include "ledger/features.h"

#include <algorithm>
#include <set>

#include "base/lists.h"
#include "ledger/stems.h"
#include "ledger/weights.h"

namespace detente {
namespace {

bool holds(const std::vector<double>& numbers, double value) {
  return std::binary_search(numbers.begin(), numbers.end(), value);
}

// Numbers with units that share no word count different things: "23 diplomats", "25 per cent".
bool count_alike(const Quantity& a, const Quantity& b) {
  const auto left = stems_of(a.unit);
  const auto right = stems_of(b.unit);
  return left.empty() || right.empty() || overlap_of(left, right) > 0;
}

}  // namespace

bool is_day(const Interval& interval) {
  return interval.begin.first_day() == interval.end.last_day();
}

int days_between(const Interval& a, const Interval& b) {
  const auto gap = std::max((a.begin.first_day() - b.end.last_day()).count(),
                            (b.begin.first_day() - a.end.last_day()).count());
  return static_cast<int>(gap);
}

double date_value(const std::optional<Interval>& a, const std::optional<Interval>& b) {
  if (!a || !b) return 0;
  if (*a == *b) return is_day(*a) ? weights::kSameDay : weights::kSamePeriod;
  const int gap = days_between(*a, *b);
  if (gap <= 0) return weights::kDaysFit;
  return gap <= weights::kNearGap ? weights::kNearDay : weights::kOtherDay;
}

double quantity_value(const std::optional<Quantity>& a, const std::vector<double>& sentence_a,
                      const std::optional<Quantity>& b, const std::vector<double>& sentence_b) {
  if (!a || !b) return 0;
  if (a->value == b->value) return weights::kSameNumber;
  if (!count_alike(*a, *b)) return 0;
  const bool part = holds(sentence_a, b->value) || holds(sentence_b, a->value);
  return part ? weights::kPartOfNumber : weights::kOtherNumber;
}

bool same_sides(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a == b) return true;
  return std::set<std::string>(a.begin(), a.end()) == std::set<std::string>(b.begin(), b.end());
}

bool share_side(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& side) { return has(b, side); });
}

bool same_name(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto words = [](const std::string& name) {
    std::set<std::string> out;
    for (std::size_t at = 0; at <= name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      if (end > at) out.insert(last_name(std::string_view(name).substr(at, end - at)));
      at = end + 1;
    }
    return out;
  };
  const auto left = words(a);
  const auto right = words(b);
  return std::includes(left.begin(), left.end(), right.begin(), right.end()) ||
         std::includes(right.begin(), right.end(), left.begin(), left.end());
}

bool is_mutual(const std::string& root) {
  return root == "CONSULT" || root == "AGREE" || root == "COOPERATE";
}

}  // namespace detente
