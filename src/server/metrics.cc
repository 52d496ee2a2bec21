#include "server/metrics.h"

#include <fmt/format.h>

namespace detente::server {
namespace {

void head(std::string& out, const char* name, const char* type, const char* help) {
  out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

void gauge(std::string& out, const char* name, const char* help, std::size_t value) {
  head(out, name, "gauge", help);
  out += fmt::format("{} {}\n", name, value);
}

void ledger_gauges(std::string& out, const Counts& ledger) {
  gauge(out, "detente_documents", "Reports in the ledger.", ledger.documents);
  gauge(out, "detente_superseded_documents", "Reports that a later version replaced.",
        ledger.superseded);
  gauge(out, "detente_assertions", "What single reports assert.", ledger.assertions);
  gauge(out, "detente_words", "Editors' words.", ledger.words);
  head(out, "detente_lines", "gauge", "Lines of the record.");
  for (std::size_t i = 0; i < kRecordLists; ++i) {
    out += fmt::format("detente_lines{{list=\"{}\"}} {}\n", name_of(static_cast<List>(i)),
                       ledger.lines[i]);
  }
}

}  // namespace

void Metrics::count(const std::string& route, int status, double seconds, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  ++requests_[{route, status}];
  Latency& latency = latencies_[route];
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    if (seconds <= kBounds[i]) ++latency.within[i];
  }
  ++latency.count;
  latency.seconds += seconds;
  bytes_ += bytes;
}

std::string Metrics::text(const Counts& ledger) const {
  std::string out;
  {
    const std::lock_guard lock(mutex_);
    head(out, "detente_requests_total", "counter", "Requests answered.");
    for (const auto& [key, count] : requests_) {
      out += fmt::format("detente_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first,
                         key.second, count);
    }
    head(out, "detente_request_seconds", "histogram", "From the head of a request to its answer.");
    for (const auto& [route, latency] : latencies_) {
      constexpr const char* kBucket =
          "detente_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n";
      for (std::size_t i = 0; i < kBounds.size(); ++i) {
        out += fmt::format(kBucket, route, kBounds[i], latency.within[i]);
      }
      out += fmt::format(kBucket, route, "+Inf", latency.count);
      out +=
          fmt::format("detente_request_seconds_sum{{route=\"{}\"}} {}\n", route, latency.seconds);
      out +=
          fmt::format("detente_request_seconds_count{{route=\"{}\"}} {}\n", route, latency.count);
    }
    head(out, "detente_response_bytes_total", "counter", "Bytes of answers' bodies.");
    out += fmt::format("detente_response_bytes_total {}\n", bytes_);
  }
  ledger_gauges(out, ledger);
  return out;
}

}  // namespace detente::server
