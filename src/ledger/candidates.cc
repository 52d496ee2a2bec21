#include "ledger/candidates.h"

#include <algorithm>

namespace detente {
namespace {

// Blocks of up to this many tellings are compared in full.
constexpr std::size_t kLast = 64;
// Tellings found by shared keys, the rarest key first.
constexpr std::size_t kFound = 96;

// Keys of days and words live in one space of numbers; stems are hashes, days are small.
std::vector<std::uint64_t> keys_of(const Account& telling) {
  constexpr std::int64_t kLongest = 3;  // days; a longer stretch says little
  std::vector<std::uint64_t> keys = telling.words;
  keys.insert(keys.end(), telling.content.begin(), telling.content.end());
  if (telling.date) {
    const auto first = telling.date->begin.first_day().time_since_epoch().count();
    const auto last = telling.date->end.last_day().time_since_epoch().count();
    for (std::int64_t day = first; day <= last && day < first + kLongest; ++day)
      keys.push_back(static_cast<std::uint64_t>(day));
  }
  return keys;
}

}  // namespace

std::vector<std::size_t> Candidates::like(const Account& telling) const {
  std::vector<const std::vector<std::size_t>*> lists;
  for (const std::uint64_t key : keys_of(telling)) {
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) lists.push_back(&found->second);
  }
  std::sort(lists.begin(), lists.end(),
            [](const auto* a, const auto* b) { return a->size() < b->size(); });
  std::vector<std::size_t> places(last_.begin(), last_.end());
  std::size_t room = kFound;
  for (const auto* list : lists) {
    const std::size_t count = std::min(room, list->size());
    places.insert(places.end(), list->end() - static_cast<std::ptrdiff_t>(count), list->end());
    room -= count;
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

void Candidates::add(const Account& telling, std::size_t place) {
  for (const std::uint64_t key : keys_of(telling)) by_key_[key].push_back(place);
  last_.push_back(place);
  if (last_.size() > kLast) last_.pop_front();
}

}  // namespace detente
