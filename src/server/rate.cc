#include "server/rate.h"

#include <algorithm>
#include <cmath>

namespace detente::server {
namespace {

constexpr std::size_t kManyClients = 10'000;

double seconds(RateLimit::Clock::duration time) {
  return std::chrono::duration<double>(time).count();
}

}  // namespace

int RateLimit::take(const std::string& client, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (buckets_.size() > kManyClients) forget_full(now);
  Bucket& bucket = buckets_.try_emplace(client, Bucket{burst_, now}).first->second;
  bucket.tokens = std::min(burst_, bucket.tokens + seconds(now - bucket.filled) * per_second_);
  bucket.filled = now;
  if (bucket.tokens < 1)
    return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / per_second_)));
  bucket.tokens -= 1;
  return 0;
}

// A full bucket says no more than none.
void RateLimit::forget_full(Clock::time_point now) {
  std::erase_if(buckets_, [&](const auto& one) {
    const Bucket& bucket = one.second;
    return bucket.tokens + seconds(now - bucket.filled) * per_second_ >= burst_;
  });
}

}  // namespace detente::server
