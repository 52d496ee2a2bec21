#include "views/pair.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>
#include <vector>

#include "base/lists.h"

namespace detente {
namespace {

class Picker {
 public:
  Picker(std::span<const Document> documents, const std::string& a, const std::string& b)
      : reports_by_id_(documents), a_(a), b_(b) {}

  bool is_side(const std::string& actor) const { return actor == a_ || actor == b_; }

  bool both(const std::vector<std::string>& actors) const {
    return has(actors, a_) && has(actors, b_);
  }

  bool directed(const std::vector<std::string>& doers,
                const std::vector<std::string>& receivers) const {
    const bool all =
        (has(doers, a_) || has(receivers, a_)) && (has(doers, b_) || has(receivers, b_));
    return all && (has(receivers, a_) || has(receivers, b_));
  }

  // Copies what `wanted` accepts and remembers the reports that it rests on.
  template <typename Item, typename Wanted>
  std::vector<Item> pick(const std::vector<Item>& items, Wanted wanted) {
    std::vector<Item> picked;
    for (const Item& item : items) {
      if (!wanted(item)) continue;
      for (const Evidence& one : item.evidence) reports_.insert(one.document);
      picked.push_back(item);
    }
    return picked;
  }

  bool in_their_reports(const std::vector<Evidence>& evidence) const {
    return std::any_of(evidence.begin(), evidence.end(),
                       [this](const Evidence& one) { return reports_.contains(one.document); });
  }

  // One of the two speaks, about the other; where it is unknown about whom, in a report on both.
  bool concerns(const Statement& statement) const {
    if (!is_side(statement.actor)) return false;
    const std::string& other = statement.actor == a_ ? b_ : a_;
    return has(statement.sides, other) ||
           (statement.sides.empty() && in_their_reports(statement.evidence));
  }

  // Both take part in what is claimed; where fewer than two are known, in a report on both.
  bool concerns(const Claim& claim) const {
    return both(claim.sides) || (claim.sides.size() < 2 && in_their_reports(claim.evidence));
  }

  // Oldest first; `date_of` gives an item's own date.
  template <typename Item, typename DateOf>
  void sort(std::vector<Item>& items, DateOf date_of) const {
    const auto day_of = [&](const Item& item) {
      if (const std::optional<Interval> when = date_of(item)) return when->begin.first_day();
      const Document* report = reports_by_id_.of(item.evidence);
      if (report != nullptr && report->published) return report->published->first_day();
      return std::chrono::sys_days::max();
    };
    std::stable_sort(items.begin(), items.end(), [&](const Item& left, const Item& right) {
      return day_of(left) < day_of(right);
    });
  }

 private:
  ReportIndex reports_by_id_;
  const std::string& a_;
  const std::string& b_;
  std::set<std::string> reports_;
};

std::optional<Interval> began(const Measure& measure) {
  return measure.announced ? measure.announced : measure.effective;
}

// Each person and office once; the record is in the order of reports, so the last word wins.
std::vector<RoleHeld> once_each(std::vector<RoleHeld> roles) {
  std::vector<RoleHeld> kept;
  for (RoleHeld& role : roles) {
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const RoleHeld& other) {
      return other.person == role.person && other.office == role.office &&
             other.actor == role.actor;
    });
    if (same == kept.end()) {
      kept.push_back(std::move(role));
    } else {
      *same = std::move(role);
    }
  }
  return kept;
}

}  // namespace

ReportIndex::ReportIndex(std::span<const Document> documents) {
  for (const Document& document : documents) by_id_.try_emplace(document.id, &document);
}

const Document* ReportIndex::of(const std::vector<Evidence>& evidence) const {
  return evidence.empty() ? nullptr : find(evidence.front().document);
}

const Document* ReportIndex::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Record between(const Record& record, std::span<const Document> documents, const std::string& a,
               const std::string& b) {
  Picker picker(documents, a, b);
  Record pair;
  pair.events = picker.pick(record.events,
                            [&](const Event& e) { return picker.directed(e.source, e.target); });
  pair.proposals =
      picker.pick(record.proposals, [&](const Proposal& p) { return picker.directed(p.by, p.to); });
  pair.channels =
      picker.pick(record.channels, [&](const Channel& c) { return picker.both(c.between); });
  pair.measures = picker.pick(record.measures,
                              [&](const Measure& m) { return picker.directed(m.by, m.against); });
  pair.meetings =
      picker.pick(record.meetings, [&](const Meeting& m) { return picker.both(m.actors); });
  // From here on the reports are known that tell of the two.
  for (const Statement& s : record.statements) {
    if (picker.concerns(s)) pair.statements.push_back(s);
  }
  for (const Claim& c : record.claims) {
    if (picker.concerns(c)) pair.claims.push_back(c);
  }
  for (const RoleHeld& r : record.roles) {
    if (picker.is_side(r.actor)) pair.roles.push_back(r);
  }
  const auto no_date = [](const auto&) { return std::optional<Interval>(); };
  picker.sort(pair.events, [](const Event& e) { return e.date; });
  picker.sort(pair.statements, [](const Statement& s) { return s.date; });
  picker.sort(pair.proposals, [](const Proposal& p) { return p.date; });
  picker.sort(pair.channels, [](const Channel& c) { return c.since; });
  picker.sort(pair.measures, began);
  picker.sort(pair.meetings, [](const Meeting& m) { return m.date; });
  picker.sort(pair.claims, no_date);
  picker.sort(pair.roles, no_date);
  pair.roles = once_each(std::move(pair.roles));
  return pair;
}

}  // namespace detente
