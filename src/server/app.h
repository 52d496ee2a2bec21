// From a request to its answer, without the wire: routing, access, cache, handlers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "server/access.h"
#include "server/cache.h"
#include "server/call.h"
#include "server/ledgers.h"
#include "server/pages.h"
#include "server/rate.h"
#include "server/site.h"

namespace detente::server {

using SharedAnswer = std::shared_ptr<const Answer>;

// What is to be done with a request, as its head says.
struct Plan {
  Request request;
  std::string route = "none";  // for the counters: see Metrics::count
  SharedAnswer answer{};       // refused, or a file of the page: nothing more is to be done
  std::optional<Call> call{};  // else what is asked
  std::size_t most_body = 0;   // bytes of body that it may have
  bool streams = false;        // GET /stream
  bool gzipped = false;
  std::string key{};          // equal for equal questions; empty: the answer is not kept
  std::uint64_t version = 0;  // of the ledger when it was asked
};

class App {
 public:
  struct Options {
    HostNames hosts;
    Token token;
    Pages pages;
    std::size_t most_body;  // bytes of a report's or a word's body
    double writes_per_second;
    double writes_at_once;
    std::size_t cache_bytes;
    bool log;  // a line a request on standard error
  };

  // `watch`: a ledger of the I/O thread's own, which tells when the file has changed. The others
  // must outlive it.
  App(Site& site, Ledgers& ledgers, Ledger watch, Options options);

  // --- on the I/O thread only ---
  Plan plan(Request head);
  // The answer from memory; null where it takes work.
  SharedAnswer remembered(Plan& plan);

  // --- on any thread ---
  SharedAnswer work(const Plan& plan);
  // The answer, or 304 where the client has it already.
  static SharedAnswer unless_known(const Plan& plan, SharedAnswer answer);
  // Counts, and logs where that is wanted.
  void told(const Plan& plan, int status, double seconds, std::size_t bytes);

  Site& site() { return site_; }

 private:
  SharedAnswer refuse_writing(const Request& request);
  SharedAnswer refuse_body(const Request& request, const Operation& operation) const;
  void plan_call(Plan& plan);
  Answer handle(const Plan& plan);

  Site& site_;
  Ledgers& ledgers_;
  Ledger watch_;
  Options options_;
  Cache cache_;
  RateLimit rate_;
};

// An answer that is complete: tag, language of the cache, compression.
SharedAnswer finished(Answer answer, bool tagged, bool gzipped);

}  // namespace detente::server
