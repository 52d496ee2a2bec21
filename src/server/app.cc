#include "server/app.h"

#include <charconv>
#include <cstdio>
#include <fmt/format.h>

#include "base/clock.h"
#include "base/hash.h"
#include "server/gzip.h"
#include "server/negotiate.h"

namespace detente::server {
namespace {

SharedAnswer ready(Answer answer) { return finished(std::move(answer), false, false); }

std::string path_of(const Request& request) {
  std::string path;
  for (const std::string& segment : request.path) path += "/" + segment;
  return path;
}

bool is_reading(const std::string& method) { return method == "GET" || method == "HEAD"; }

Answer no_page() {
  return {.type = "text/plain; charset=utf-8",
          .body =
              "Detente: the page is not here (./dev build makes it). The API is at /api/v1, "
              "its description at /openapi.json.\n"};
}

// For the log: nothing that could end the line or move a terminal's cursor.
std::string printable(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return text;
}

}  // namespace

SharedAnswer finished(Answer answer, bool tagged, bool gzipped) {
  if (tagged && answer.status == 200) {
    answer.with("ETag", "W/\"" + sha256_hex(answer.body).substr(0, 16) + '"');
    answer.with("Vary", "Accept, Accept-Encoding");
  }
  answer.with("Cache-Control", tagged && answer.status == 200 ? "no-cache" : "no-store");
  if (gzipped && answer.body.size() >= kWorthCompressing) {
    answer.body = gzip(answer.body);
    answer.with("Content-Encoding", "gzip");
  }
  return std::make_shared<const Answer>(std::move(answer));
}

App::App(Site& site, Ledgers& ledgers, Ledger watch, Options options)
    : site_(site),
      ledgers_(ledgers),
      watch_(std::move(watch)),
      options_(std::move(options)),
      cache_(options_.cache_bytes),
      rate_(options_.writes_per_second, options_.writes_at_once) {}

Plan App::plan(Request head) {
  Plan plan{.request = std::move(head)};
  Request& request = plan.request;
  if (!options_.hosts.allow(request.header("host"))) {
    plan.answer = ready(problem(421, "this server has another name; see --host"));
    return plan;
  }
  const std::string target = request.target;
  if (!target.starts_with('/') || !read_target(target, request)) {
    plan.answer = ready(problem(400, "the address is no path, or a %XX in it is broken"));
    return plan;
  }
  plan.gzipped = takes_gzip(request.header("accept-encoding"));
  if (SharedAnswer file = options_.pages.find(path_of(request), plan.gzipped)) {
    plan.route = "page";
    plan.answer = is_reading(request.method)
                      ? std::move(file)
                      : ready(problem(405, "files are only read").with("Allow", "GET, HEAD"));
    return plan;
  }
  plan_call(plan);
  return plan;
}

void App::plan_call(Plan& plan) {
  const Request& request = plan.request;
  const Route route = contract().route(request.path);
  if (route.operations.empty()) {
    const bool front = request.target == "/" && is_reading(request.method);
    plan.answer = ready(front ? no_page() : problem(404, "there is nothing at this address"));
    return;
  }
  const Operation* operation = route.by_method(request.method == "HEAD" ? "GET" : request.method);
  if (operation == nullptr) {
    plan.answer =
        ready(problem(405, "this address takes " + route.allowed()).with("Allow", route.allowed()));
    return;
  }
  plan.route = operation->id;
  if (operation->needs_token) plan.answer = refuse_writing(request);
  if (plan.answer) return;
  tl::expected<Call, Answer> call = Call::read(*operation, request);
  if (!call) {
    plan.answer = ready(std::move(call.error()));
    return;
  }
  plan.call = *std::move(call);
  plan.streams = operation->id == "stream";
  if (!operation->body_types.empty()) {
    plan.most_body = options_.most_body;
    plan.answer = refuse_body(request, *operation);
  }
}

SharedAnswer App::refuse_writing(const Request& request) {
  if (!options_.token.is_set()) {
    return ready(problem(403, "this server takes no writing: it was started without a token"));
  }
  if (const int wait = rate_.take(request.client, RateLimit::Clock::now()); wait > 0) {
    return ready(problem(429, "too many requests from this address")
                     .with("Retry-After", std::to_string(wait)));
  }
  if (!options_.token.opens(request.header("authorization"))) {
    return ready(problem(401, "the token is missing or wrong: Authorization: Bearer TOKEN")
                     .with("WWW-Authenticate", "Bearer"));
  }
  return nullptr;
}

SharedAnswer App::refuse_body(const Request& request, const Operation& operation) const {
  const std::string type = bare_type(request.header("content-type"));
  std::string taken;
  bool takes = false;
  for (const auto& [name, schema] : operation.body_types) {
    taken += (taken.empty() ? "" : ", ") + name;
    takes = takes || name == type;
  }
  const std::string& encoding = request.header("content-encoding");
  if (!takes || (!encoding.empty() && encoding != "identity")) {
    return ready(problem(415, "a body here is " + taken + ", not compressed"));
  }
  return nullptr;
}

SharedAnswer App::remembered(Plan& plan) {
  if (!plan.call->operation().tagged) return nullptr;
  const Result<std::uint64_t> version = watch_.version();
  if (!version) return nullptr;
  cache_.set_version(*version);
  plan.version = *version;
  plan.key = plan.call->key() + (plan.gzipped ? "\ngzip" : "");
  return cache_.find(plan.key);
}

Answer App::handle(const Plan& plan) {
  const Result<Ledgers::Loan> loan = ledgers_.lend();
  if (!loan) return problem(503, "the ledger cannot be opened").with("Retry-After", "5");
  const Handler handler = handlers().at(plan.call->operation().id);
  return handler({*plan.call, plan.request, site_, loan->ledger()});
}

SharedAnswer App::work(const Plan& plan) {
  try {
    SharedAnswer answer = finished(handle(plan), plan.call->operation().tagged, plan.gzipped);
    if (!plan.key.empty() && answer->status == 200) cache_.keep(plan.key, plan.version, answer);
    return answer;
  } catch (const std::bad_alloc&) {
    return ready(problem(503, "not enough memory").with("Retry-After", "5"));
  } catch (const std::exception& error) {
    if (options_.log) fmt::print(stderr, "detente: {}: {}\n", plan.route, printable(error.what()));
    return ready(problem(500, "something went wrong inside"));
  }
}

SharedAnswer App::unless_known(const Plan& plan, SharedAnswer answer) {
  const std::string& known = plan.request.header("if-none-match");
  const std::string* tag = answer->header("ETag");
  if (known.empty() || tag == nullptr || !names_tag(known, *tag)) return answer;
  Answer same{.status = 304};
  for (const auto& [name, value] : answer->headers) {
    if (name != "Content-Encoding" && name != "Link") same.with(name, value);
  }
  return std::make_shared<const Answer>(std::move(same));
}

void App::told(const Plan& plan, int status, double seconds, std::size_t bytes) {
  site_.metrics.count(plan.route, status, seconds, bytes);
  if (!options_.log) return;
  fmt::print(stderr, "{} {} {} {} {} {} {:.1f}ms\n", utc_now(), plan.request.client,
             printable(plan.request.method), printable(plan.request.target), status, bytes,
             seconds * 1000);
}

}  // namespace detente::server
