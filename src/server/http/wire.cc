#include "server/http/wire.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/http/connection.h"

namespace detente::server {
namespace {

using boost::system::error_code;

SharedAnswer overloaded() {
  return finished(problem(503, "too much to do at once").with("Retry-After", "1"), false, false);
}

}  // namespace

Wire::Wire(App& app, WireLimits limits, int threads)
    : app_(app), limits_(limits), pool_(static_cast<std::size_t>(threads)) {}

// Work that is under way refers to frames of connections, which the context destroys.
Wire::~Wire() { pool_.join(); }

Status Wire::listen(const std::string& host, std::uint16_t port) {
  const std::string where = host + ":" + std::to_string(port);
  error_code error;
  const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
  if (error) return fail(ErrorCode::kBadUsage, where, "this is no address to listen on");
  const Tcp::endpoint endpoint(address, port);
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(Tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) return fail(ErrorCode::kBadUsage, where, error.message());
  return {};
}

std::uint16_t Wire::port() const { return acceptor_.local_endpoint().port(); }

void Wire::run() {
  asio::co_spawn(context_, accept(), asio::detached);
  context_.run();
  pool_.join();
}

void Wire::stop() {
  asio::post(context_, [this] { begin_stop(); });
}

void Wire::stop_on_signals() {
  signals_.add(SIGINT);
  signals_.add(SIGTERM);
  signals_.async_wait([this](const error_code& error, int) {
    if (!error) begin_stop();
  });
}

void Wire::begin_stop() {
  if (stopping_) return context_.stop();  // asked twice: at once
  stopping_ = true;
  acceptor_.close();
  for (boost::beast::tcp_stream* stream : idle_) stream->cancel();
  app_.site().hub.wake_all();  // streams end
  last_moment_.expires_after(limits_.stop);
  last_moment_.async_wait([this](const error_code& error) {
    if (!error) context_.stop();
  });
  if (connections_ == 0) end_stop();
}

// Nothing is under way any more: what would keep the context running goes.
void Wire::end_stop() {
  last_moment_.cancel();
  signals_.cancel();
}

// Counts a connection while it lives.
class Wire::Presence {
 public:
  explicit Presence(Wire& wire) : wire_(wire) { ++wire_.connections_; }
  ~Presence() {
    if (--wire_.connections_ == 0 && wire_.stopping_) wire_.end_stop();
  }
  Presence(const Presence&) = delete;
  Presence& operator=(const Presence&) = delete;

 private:
  Wire& wire_;
};

asio::awaitable<void> Wire::accept() {
  while (!stopping_) {
    error_code error;
    Tcp::socket socket =
        co_await acceptor_.async_accept(asio::redirect_error(asio::use_awaitable, error));
    if (error == asio::error::operation_aborted) break;
    if (error) {  // no file descriptors left, most likely: others must end first
      asio::steady_timer pause(context_, std::chrono::milliseconds(100));
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      continue;
    }
    if (connections_ >= limits_.connections) continue;  // closes it
    asio::co_spawn(context_, serve(std::move(socket)), asio::detached);
  }
}

asio::awaitable<void> Wire::serve(Tcp::socket socket) {
  const Presence presence(*this);
  Connection connection(*this, std::move(socket));
  co_await connection.run();
}

asio::awaitable<SharedAnswer> Wire::answer(Plan& plan) {
  if (SharedAnswer known = app_.remembered(plan)) co_return known;
  if (plan.key.empty()) {
    SharedAnswer own = co_await on_pool(plan);
    co_return own;
  }
  const std::string key = std::to_string(plan.version) + "\n" + plan.key;
  const auto under_way = flights_.find(key);
  if (under_way != flights_.end()) {
    const std::shared_ptr<Flight> flight = under_way->second;
    error_code ignored;
    co_await flight->landed.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    co_return flight->answer;
  }
  const auto flight = std::make_shared<Flight>(context_);
  flights_[key] = flight;
  flight->answer = co_await on_pool(plan);
  flights_.erase(key);
  flight->landed.cancel();
  co_return flight->answer;
}

asio::awaitable<SharedAnswer> Wire::on_pool(Plan& plan) {
  if (waiting_ >= limits_.waiting) co_return overloaded();
  ++waiting_;
  asio::steady_timer done(context_, asio::steady_timer::time_point::max());
  SharedAnswer answer;
  asio::post(pool_, [&] {
    SharedAnswer made = app_.work(plan);
    asio::post(context_, [&answer, &done, made = std::move(made)] {
      answer = made;
      done.cancel();
    });
  });
  error_code ignored;
  co_await done.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  --waiting_;
  co_return answer;
}

}  // namespace detente::server
