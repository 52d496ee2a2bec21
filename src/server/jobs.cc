#include "server/jobs.h"

#include <algorithm>
#include <random>

#include "base/clock.h"
#include "formats/line_json.h"

namespace detente::server {
namespace {

constexpr std::size_t kMostWaiting = 2000;  // reports of all jobs
constexpr std::size_t kAtOnce = 16;         // reports that go through the model together
constexpr std::chrono::hours kKept{1};

std::string new_id() {
  constexpr std::string_view kLetters =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::random_device random;
  std::uniform_int_distribution<std::size_t> letter(0, kLetters.size() - 1);
  std::string id = "J";
  while (id.size() < 9) id += kLetters[letter(random)];
  return id;
}

bool is_new(const Line& line, const std::string& document) {
  return std::ranges::all_of(evidence_of(line.object), [&](const Evidence& evidence) {
    return evidence.document == document;
  });
}

}  // namespace

Json refusals_json(const std::vector<Error>& refused) {
  Json out = Json::array();
  for (const Error& error : refused) {
    out.push_back({{"where", error.where}, {"reason", error.reason}});
  }
  return out;
}

Jobs::Jobs(Writer& writer, Hub& hub, ReadReports read)
    : writer_(writer), hub_(hub), read_(std::move(read)) {
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Jobs::~Jobs() {
  thread_.request_stop();
  thread_.join();
}

std::size_t Jobs::waiting_reports(const std::map<std::string, Job>& jobs) {
  std::size_t waiting = 0;
  for (const auto& [id, job] : jobs) waiting += job.reports.size() - job.done;
  return waiting;
}

std::optional<std::string> Jobs::take(Batch batch) {
  Job job{.id = new_id(), .refused = std::move(batch.refused)};
  for (Document& document : batch.documents) {
    job.reports.push_back({.document = std::move(document)});
  }
  const std::lock_guard lock(mutex_);
  forget_old();
  if (waiting_reports(jobs_) + job.reports.size() > kMostWaiting) return std::nullopt;
  std::string id = job.id;
  queue_.push_back(id);
  jobs_.emplace(id, std::move(job));
  come_.notify_one();
  return id;
}

std::optional<Json> Jobs::job(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return std::nullopt;
  const Job& job = found->second;
  Json reports = Json::array();
  for (const Report& report : job.reports) reports.push_back(report_json(report));
  return Json{{"id", job.id},
              {"state", job.ended ? "done" : "reading"},
              {"done", job.done},
              {"all", job.reports.size()},
              {"reports", std::move(reports)},
              {"refused", refusals_json(job.refused)}};
}

void Jobs::forget_old() {
  const Clock::time_point now = Clock::now();
  std::erase_if(
      jobs_, [&](const auto& one) { return one.second.ended && now - *one.second.ended > kKept; });
}

void Jobs::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    Job* job = nullptr;
    {
      std::unique_lock lock(mutex_);
      if (!come_.wait(lock, stop, [this] { return !queue_.empty(); })) return;
      job = &jobs_.at(queue_.front());  // stays where it is: it is not forgotten before its end
      queue_.pop_front();
    }
    read_job(*job, stop);
  }
}

void Jobs::read_job(Job& job, const std::stop_token& stop) {
  for (std::size_t first = 0; first < job.reports.size(); first += kAtOnce) {
    if (stop.stop_requested()) return;
    read_some(job, first, std::min(first + kAtOnce, job.reports.size()));
  }
  {
    const std::lock_guard lock(mutex_);
    job.ended = Clock::now();
  }
  tell(job, nullptr);
}

// Reads reports [first, last) together, and keeps each by itself, so that it is seen at once.
void Jobs::read_some(Job& job, std::size_t first, std::size_t last) {
  std::vector<Document> documents;
  std::vector<std::size_t> places;
  for (std::size_t i = first; i < last; ++i) {
    Report& report = job.reports[i];
    const std::lock_guard lock(writer_.mutex);
    const Result<bool> known = writer_.ledger.knows(report.document);
    if (known && *known) {
      settle(job, i, State::kKnown, {});
      continue;
    }
    settle(job, i, State::kReading, {});
    documents.push_back(report.document);
    places.push_back(i);
  }
  std::vector<Result<Reading>> readings(documents.size(),
                                        fail(ErrorCode::kBroken, "", "the model gave no reading"));
  const Status read = read_(
      documents, [&](std::size_t i, Result<Reading> reading) { readings[i] = std::move(reading); });
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (read) {
      keep(job, places[i], readings[i]);
    } else {
      refuse(job, places[i], "the model cannot be used");
    }
  }
}

void Jobs::keep(Job& job, std::size_t index, const Result<Reading>& reading) {
  if (!reading) return refuse(job, index, reading.error().reason);
  const Document& document = job.reports[index].document;
  const ReadDocument one{document, *reading};
  const std::lock_guard lock(writer_.mutex);
  const auto outcome = writer_.ledger.add({&one, 1}, {utc_now(), writer_.coder});
  if (!outcome) return refuse(job, index, "the ledger could not be written");
  Result<std::vector<Line>> lines = writer_.ledger.lines_of(document.id);
  if (!lines) lines = std::vector<Line>{};
  State state = State::kNew;
  if (outcome->front() == Outcome::kKnown) state = State::kKnown;
  if (outcome->front() == Outcome::kSuperseded) state = State::kSupersedes;
  settle(job, index, state, *std::move(lines));
}

void Jobs::settle(Job& job, std::size_t index, State state, std::vector<Line> lines) {
  Report& report = job.reports[index];
  for (const Line& line : lines) {
    hub_.publish("line", {{"change", is_new(line, report.document.id) ? "new" : "changed"},
                          {"job", job.id},
                          {"line", line_ref_json(line)}});
  }
  {
    const std::lock_guard lock(mutex_);
    report.state = state;
    report.lines = std::move(lines);
    if (state != State::kReading) {
      report.document.text.clear();
      ++job.done;
    }
  }
  tell(job, &report);
}

void Jobs::refuse(Job& job, std::size_t index, const std::string& reason) {
  {
    const std::lock_guard lock(mutex_);
    job.reports[index].reason = reason;
  }
  settle(job, index, State::kRefused, {});
}

void Jobs::tell(const Job& job, const Report* report) {
  Json json{{"job", job.id},
            {"state", job.ended ? "done" : "reading"},
            {"done", job.done},
            {"all", job.reports.size()}};
  if (report != nullptr) json["report"] = report_json(*report);
  hub_.publish("progress", json);
}

Json Jobs::report_json(const Report& report) {
  constexpr const char* kOutcomes[] = {"waiting", "reading",    "new",
                                       "known",   "supersedes", "refused"};
  const Document& document = report.document;
  Json json{{"doc", document.id}, {"title", document.title}};
  if (!document.outlet.empty()) json["outlet"] = document.outlet;
  json["outcome"] = kOutcomes[static_cast<std::size_t>(report.state)];
  if (!report.reason.empty()) json["reason"] = report.reason;
  Json lines = Json::array();
  for (const Line& line : report.lines) lines.push_back(line_ref_json(line));
  json["lines"] = std::move(lines);
  return json;
}

}  // namespace detente::server
