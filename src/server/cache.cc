#include "server/cache.h"

namespace detente::server {
namespace {

// What an entry takes beside its body: key, headers, nodes.
std::size_t size_of(const std::string& key, const Answer& answer) {
  constexpr std::size_t kOverhead = 600;
  return answer.body.size() + 2 * key.size() + kOverhead;
}

}  // namespace

void Cache::set_version(std::uint64_t version) {
  const std::lock_guard lock(mutex_);
  if (version == version_) return;
  version_ = version;
  by_key_.clear();
  entries_.clear();
  bytes_ = 0;
}

std::shared_ptr<const Answer> Cache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void Cache::keep(const std::string& key, std::uint64_t version,
                 std::shared_ptr<const Answer> answer) {
  const std::size_t size = size_of(key, *answer);
  const std::lock_guard lock(mutex_);
  if (version != version_ || size > most_bytes_ / 4 || by_key_.contains(key)) return;
  entries_.push_front({key, std::move(answer)});
  by_key_[key] = entries_.begin();
  bytes_ += size;
  while (bytes_ > most_bytes_) {
    const Entry& last = entries_.back();
    bytes_ -= size_of(last.key, *last.answer);
    by_key_.erase(last.key);
    entries_.pop_back();
  }
}

}  // namespace detente::server
