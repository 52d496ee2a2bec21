// How often one client may write.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

namespace detente::server {

// A bucket of tokens a client, refilled steadily. Any number of threads may use it.
class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  // `burst` requests at once, then `per_second`.
  RateLimit(double per_second, double burst) : per_second_(per_second), burst_(burst) {}

  // Seconds that the client must wait; 0: it may go on, and a token is taken.
  int take(const std::string& client, Clock::time_point now);

 private:
  struct Bucket {
    double tokens;
    Clock::time_point filled;
  };

  void forget_full(Clock::time_point now);

  std::mutex mutex_;
  double per_second_;
  double burst_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace detente::server
