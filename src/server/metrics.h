// What the server has done, in the text format that Prometheus reads.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "ledger/store/ledger.h"

namespace detente::server {

// Any number of threads may use it.
class Metrics {
 public:
  // `route`: id of the operation, "page" for a file of the page, "none" for what is not there.
  void count(const std::string& route, int status, double seconds, std::size_t bytes);

  std::string text(const Counts& ledger) const;

 private:
  // Seconds; the last, without a bound, is implied.
  static constexpr std::array<double, 10> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025,
                                                     0.05,  0.1,    0.25,  1,    5};
  struct Latency {
    std::array<std::uint64_t, kBounds.size()> within{};  // cumulative
    std::uint64_t count = 0;
    double seconds = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;
  std::map<std::string, Latency> latencies_;
  std::uint64_t bytes_ = 0;
};

}  // namespace detente::server
