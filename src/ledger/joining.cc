#include "ledger/joining.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>

#include "ledger/candidates.h"
#include "ledger/fold.h"
#include "ledger/likeness.h"
#include "ledger/order.h"

namespace detente {
namespace {

// A group's first tellings stand for it: what is told a hundredth time adds no new words.
constexpr std::size_t kWitnesses = 8;

// A telling and the group that it may join.
struct Fit {
  std::size_t place = 0;
  std::size_t group = 0;
  std::size_t with = 0;  // place of the telling that is most alike
  Likeness likeness;
};

class Joiner {
 public:
  Joiner(std::span<const Assertion* const> assertions, const Splits& splits) : splits_(splits) {
    tellings_.reserve(assertions.size());
    for (const Assertion* assertion : assertions) tellings_.emplace_back(*assertion);
    group_of_.assign(tellings_.size(), kNone);
  }

  std::vector<Group> join() {
    for (std::size_t place = 0; place < tellings_.size();) {
      const std::size_t end = end_of_document(place);
      take_document(place, end);
      place = end;
    }
    for (Group& group : groups_) sort(group);
    return std::move(groups_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t end_of_document(std::size_t place) const {
    const std::string& document = tellings_[place].assertion->document;
    while (place < tellings_.size() && tellings_[place].assertion->document == document) ++place;
    return place;
  }

  // What a document tells is laid beside what others told, the most alike first, one to one; then
  // what is left beside what the document tells itself.
  void take_document(std::size_t begin, std::size_t end) {
    std::vector<Fit> fits;
    for (std::size_t place = begin; place < end; ++place) {
      if (!splits_.contains(tellings_[place].assertion->id)) add_fits(place, fits);
    }
    sort_by_score(fits);
    std::set<std::size_t> taken;
    for (const Fit& fit : fits) {
      if (group_of_[fit.place] != kNone || taken.contains(fit.group) ||
          !none_against(fit.group, fit.place))
        continue;
      put(fit);
      taken.insert(fit.group);
    }
    for (std::size_t place = begin; place < end; ++place) {
      if (group_of_[place] == kNone) take(place);
    }
  }

  void take(std::size_t place) {
    const auto split = splits_.find(tellings_[place].assertion->id);
    if (split != splits_.end()) {
      put(place, group_of(*split->second), {"", 0, {}, split->second->id});
    } else if (const auto fit = best_fit(place)) {
      put(*fit);
    } else {
      put(place, found(nullptr), {});
    }
  }

  std::size_t found(const EditorWord* split) {
    groups_.push_back({{}, {}, split});
    witnesses_.emplace_back();
    return groups_.size() - 1;
  }

  std::size_t group_of(const EditorWord& split) {
    const auto known = split_groups_.find(&split);
    if (known != split_groups_.end()) return known->second;
    return split_groups_[&split] = found(&split);
  }

  void put(const Fit& fit) {
    put(fit.place, fit.group,
        {tellings_[fit.with].assertion->id, fit.likeness.score(), fit.likeness.features(), ""});
  }

  void put(std::size_t place, std::size_t group, Decision decision) {
    groups_[group].told.push_back(tellings_[place].assertion);
    groups_[group].decisions.push_back(std::move(decision));
    group_of_[place] = group;
    if (witnesses_[group].size() >= kWitnesses) return;
    witnesses_[group].push_back(place);
    candidates_.add(tellings_[place], place);
  }

  void add_fits(std::size_t place, std::vector<Fit>& fits) const {
    for (const std::size_t other : candidates_.like(tellings_[place])) {
      const std::size_t group = group_of_[other];
      if (!open(groups_[group], *tellings_[place].assertion)) continue;
      const Likeness likeness = compare_in(group, other, place);
      if (likeness.possible && likeness.score() >= kSameThing)
        fits.push_back({place, group, other, likeness});
    }
  }

  // The best first; of equals the earliest.
  static void sort_by_score(std::vector<Fit>& fits) {
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) {
      return a.likeness.score() > b.likeness.score();
    });
  }

  // The group that holds the most alike telling, unless something rules out that the telling is
  // one with any of the group.
  std::optional<Fit> best_fit(std::size_t place) const {
    std::vector<Fit> fits;
    add_fits(place, fits);
    sort_by_score(fits);
    for (const Fit& fit : fits) {
      if (fit.likeness.reprint || none_against(fit.group, place)) return fit;
    }
    return std::nullopt;
  }

  Likeness compare_in(std::size_t group, std::size_t other, std::size_t place) const {
    // Taken document by document: the group's last telling shows whether this document is in it.
    const bool far = groups_[group].told.back()->document != tellings_[place].assertion->document;
    return compare(tellings_[other], tellings_[place], far);
  }

  bool none_against(std::size_t group, std::size_t place) const {
    return std::all_of(witnesses_[group].begin(), witnesses_[group].end(),
                       [&](std::size_t other) { return compare_in(group, other, place).possible; });
  }

  // What was known when an editor split the group off, and was left out, stays out.
  static bool open(const Group& group, const Assertion& assertion) {
    return group.split == nullptr || assertion.known > group.split->known;
  }

  static void sort(Group& group) {
    std::vector<std::size_t> order(group.told.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return told_before(*group.told[a], *group.told[b]);
    });
    Group sorted{{}, {}, group.split};
    for (const std::size_t i : order) {
      sorted.told.push_back(group.told[i]);
      sorted.decisions.push_back(std::move(group.decisions[i]));
    }
    group = std::move(sorted);
  }

  const Splits& splits_;
  std::vector<Account> tellings_;
  std::vector<std::size_t> group_of_;  // of each telling
  std::vector<Group> groups_;
  std::vector<std::vector<std::size_t>> witnesses_;  // of each group: places of tellings
  std::map<const EditorWord*, std::size_t> split_groups_;
  Candidates candidates_;
};

}  // namespace

std::vector<Group> join(std::span<const Assertion* const> assertions, const Splits& splits) {
  return Joiner(assertions, splits).join();
}

}  // namespace detente
