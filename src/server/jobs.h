// Reports that were sent, read in the background one job after the other.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "document/reader.h"
#include "ledger/store/ledger.h"
#include "server/answer.h"
#include "server/hub.h"

namespace detente::server {

// Reads documents through the model; `each` is called once a document, from several threads at
// once. An error is one of the model's own: no document was read.
using EachReading = std::function<void(std::size_t index, Result<Reading> reading)>;
using ReadReports =
    std::function<Status(std::span<const Document> documents, const EachReading& each)>;

// What was refused of an input: the form Refusal of the contract, one a piece.
Json refusals_json(const std::vector<Error>& refused);

// The only one that writes into the ledger.
struct Writer {
  Writer(Ledger opened, std::string by) : ledger(std::move(opened)), coder(std::move(by)) {}

  std::mutex mutex;
  Ledger ledger;
  std::string coder;  // see Stamp
};

class Jobs {
 public:
  // References must outlive it.
  Jobs(Writer& writer, Hub& hub, ReadReports read);
  ~Jobs();  // waits until the reports in the model's hands are kept; what waits is given up
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  // Takes what a body gave. The job's id; nothing where too many reports wait already.
  std::optional<std::string> take(Batch batch);

  // The form Job of the contract; nothing where there is none, or it ended over an hour ago.
  std::optional<Json> job(const std::string& id) const;

 private:
  using Clock = std::chrono::steady_clock;
  enum class State : std::uint8_t { kWaiting, kReading, kNew, kKnown, kSupersedes, kRefused };

  struct Report {
    Document document{};  // its text is given up once it is read
    State state = State::kWaiting;
    std::string reason{};  // of a refusal
    std::vector<Line> lines{};
  };
  struct Job {
    std::string id{};
    std::vector<Report> reports{};
    std::vector<Error> refused{};
    std::size_t done = 0;
    std::optional<Clock::time_point> ended{};
  };

  void run(const std::stop_token& stop);
  void read_job(Job& job, const std::stop_token& stop);
  void read_some(Job& job, std::size_t first, std::size_t last);
  void keep(Job& job, std::size_t index, const Result<Reading>& reading);
  void settle(Job& job, std::size_t index, State state, std::vector<Line> lines);
  void refuse(Job& job, std::size_t index, const std::string& reason);
  void tell(const Job& job, const Report* report);
  void forget_old();
  static std::size_t waiting_reports(const std::map<std::string, Job>& jobs);
  static Json report_json(const Report& report);

  Writer& writer_;
  Hub& hub_;
  ReadReports read_;
  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable_any come_;
  std::map<std::string, Job> jobs_;
  std::deque<std::string> queue_;
  std::jthread thread_;
};

}  // namespace detente::server
