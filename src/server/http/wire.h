// The wire: connections, their time-outs and limits, and how answers are put on them. One thread
// does all that; what takes long is done by a pool of others.
//
// Only the files of this folder know Boost.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "server/app.h"

namespace detente::server {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using std::chrono::seconds;

struct WireLimits {
  seconds head{30};   // from an answer to the next request's complete head
  seconds body{60};   // for a request's body
  seconds write{30};  // for an answer, and for a client that is slow to take the stream's events
  seconds stop{10};   // for what is under way when the server stops
  std::uint32_t head_bytes = 16 * 1024;
  std::size_t target_bytes = 8 * 1024;
  std::size_t connections = 1024;
  std::size_t waiting = 256;  // requests that wait for a thread
};

class Wire {
 public:
  Wire(App& app, WireLimits limits, int threads);
  ~Wire();

  // Binds the address; port 0 takes a free one.
  Status listen(const std::string& host, std::uint16_t port);
  std::uint16_t port() const;

  void run();   // until it is stopped
  void stop();  // any thread: nothing new is taken, what is under way has WireLimits::stop
  void stop_on_signals();  // SIGINT and SIGTERM

  // --- for connections, on the wire's thread ---
  // By reference: the plan lives in the connection's frame.
  asio::awaitable<SharedAnswer> answer(Plan& plan);
  App& app() { return app_; }
  const WireLimits& limits() const { return limits_; }
  asio::io_context& context() { return context_; }
  bool stopping() const { return stopping_; }
  // A connection that only waits is told to stop; one that works ends by itself.
  void idle(boost::beast::tcp_stream& stream) { idle_.insert(&stream); }
  void busy(boost::beast::tcp_stream& stream) { idle_.erase(&stream); }

 private:
  // Equal questions at the same time are answered once.
  struct Flight {
    explicit Flight(asio::io_context& context)
        : landed(context, asio::steady_timer::time_point::max()) {}
    asio::steady_timer landed;  // cancelled when the answer is there
    SharedAnswer answer;
  };

  class Presence;

  asio::awaitable<void> accept();
  asio::awaitable<void> serve(Tcp::socket socket);
  asio::awaitable<SharedAnswer> on_pool(Plan& plan);
  void begin_stop();
  void end_stop();

  App& app_;
  WireLimits limits_;
  asio::io_context context_{1};
  asio::thread_pool pool_;
  Tcp::acceptor acceptor_{context_};
  asio::signal_set signals_{context_};
  asio::steady_timer last_moment_{context_};
  std::set<boost::beast::tcp_stream*> idle_;
  std::map<std::string, std::shared_ptr<Flight>> flights_;
  std::size_t connections_ = 0;
  std::size_t waiting_ = 0;
  bool stopping_ = false;
};

}  // namespace detente::server
