// Server-sent events: what happens, told to a client as long as it asked to listen.
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/write.hpp>
#include <charconv>

#include "server/http/connection.h"
#include "server/http/head.h"

namespace detente::server {
namespace {

namespace http = boost::beast::http;
using boost::system::error_code;
using Timer = asio::steady_timer;

constexpr seconds kHeartbeat{5};
constexpr unsigned kChunked = 11;  // HTTP/1.0 has no chunks: the stream ends with the connection

std::string event_text(std::uint64_t number, const std::string& name, const std::string& data) {
  return "id: " + std::to_string(number) + "\nevent: " + name + "\ndata: " + data + "\n\n";
}

// The number that the client saw last. One that is yet to come is of an earlier server: then all
// that is kept is told.
std::uint64_t seen_by(const Plan& plan, std::uint64_t last) {
  const std::string text = plan.call->text("Last-Event-ID");
  if (text.empty()) return last;
  std::uint64_t seen = 0;
  std::from_chars(text.data(), text.data() + text.size(), seen);
  return seen <= last ? seen : 0;
}

// Listens to the hub while it lives; `timer` is cancelled when something was published.
class Ear {
 public:
  Ear(Hub& hub, asio::io_context& context) : hub_(hub), timer_(std::make_shared<Timer>(context)) {
    handle_ = hub_.listen(
        [&context, timer = timer_] { asio::post(context, [timer] { timer->cancel(); }); });
  }
  ~Ear() { hub_.leave(handle_); }
  Ear(const Ear&) = delete;
  Ear& operator=(const Ear&) = delete;

  Timer& timer() { return *timer_; }

 private:
  Hub& hub_;
  std::shared_ptr<Timer> timer_;
  int handle_ = 0;
};

}  // namespace

asio::awaitable<bool> Connection::write_piece(const std::string& text, unsigned version) {
  stream_.expires_after(wire_.limits().write);
  error_code error;
  if (version >= kChunked) {
    co_await asio::async_write(stream_, http::make_chunk(asio::buffer(text)),
                               asio::redirect_error(asio::use_awaitable, error));
  } else {
    co_await asio::async_write(stream_, asio::buffer(text),
                               asio::redirect_error(asio::use_awaitable, error));
  }
  co_return !error;
}

asio::awaitable<void> Connection::stream_events(const Plan& plan, unsigned version) {
  Hub& hub = wire_.app().site().hub;
  const auto end = Timer::clock_type::now() + seconds(plan.call->number("wait"));
  Answer answer{.type = "text/event-stream"};
  answer.with("Cache-Control", "no-store").with("X-Accel-Buffering", "no");
  http::response<http::span_body<const char>> head = head_of(answer, version, false);
  head.chunked(version >= kChunked);
  stream_.expires_after(wire_.limits().write);
  http::response_serializer<http::span_body<const char>> serializer(head);
  error_code error;
  co_await http::async_write_header(stream_, serializer,
                                    asio::redirect_error(asio::use_awaitable, error));
  if (error || plan.request.method == "HEAD") co_return;
  Ear ear(hub, wire_.context());
  const std::uint64_t last = hub.last();
  std::uint64_t seen = seen_by(plan, last);
  const std::string hello = "retry: 1000\n" + event_text(seen, "hello", text_of({{"last", last}}));
  bool open = co_await write_piece(hello, version);
  while (open) {
    std::string news;
    for (const StreamEvent& event : hub.after(seen)) {
      news += event_text(event.number, event.name, event.data);
      seen = event.number;
    }
    if (!news.empty()) open = co_await write_piece(news, version);
    const auto now = Timer::clock_type::now();
    if (!open || now >= end || wire_.stopping()) break;
    if (hub.last() != seen) continue;  // published while the news were written
    stream_.expires_never();
    ear.timer().expires_at(std::min(end, now + kHeartbeat));
    co_await ear.timer().async_wait(asio::redirect_error(asio::use_awaitable, error));
    if (!error) open = co_await write_piece(": still here\n\n", version);
  }
  if (open && version >= kChunked) {
    stream_.expires_after(wire_.limits().write);
    co_await asio::async_write(stream_, http::make_chunk_last(),
                               asio::redirect_error(asio::use_awaitable, error));
  }
}

}  // namespace detente::server
