#include "server/http/connection.h"

#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <limits>

#include "server/http/head.h"

namespace detente::server {
namespace {

namespace http = boost::beast::http;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

// Of a body that nobody wants: read, so that the connection can go on.
constexpr std::size_t kIdleBody = 64 * 1024;

double since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

SharedAnswer too_large(std::size_t most) {
  return finished(problem(413, "a body here has at most " + std::to_string(most) + " bytes"), false,
                  false);
}

}  // namespace

Connection::Connection(Wire& wire, Tcp::socket socket) : wire_(wire), stream_(std::move(socket)) {
  error_code error;
  stream_.socket().set_option(Tcp::no_delay(true), error);
  const auto peer = stream_.socket().remote_endpoint(error);
  client_ = error ? "" : peer.address().to_string();
}

asio::awaitable<void> Connection::run() {
  bool more = true;
  while (more && !wire_.stopping()) more = co_await serve_one();
  error_code ignored;
  stream_.socket().shutdown(Tcp::socket::shutdown_send, ignored);
}

asio::awaitable<bool> Connection::serve_one() {
  Parser parser;
  if (!co_await read_head(parser)) co_return false;
  const auto begun = Clock::now();
  const unsigned version = parser.get().version();
  Plan plan = wire_.app().plan(request_of(parser.get(), client_));
  co_await read_body(parser, plan);
  if (!plan.answer && plan.streams) {
    co_await stream_events(plan, version);
    wire_.app().told(plan, 200, since(begun), 0);
    co_return false;
  }
  SharedAnswer answer = plan.answer;
  if (!answer) answer = co_await wire_.answer(plan);
  answer = App::unless_known(plan, std::move(answer));
  const bool keep = parser.is_done() && parser.keep_alive() && !wire_.stopping();
  const bool written = co_await write(plan, *answer, version, keep);
  wire_.app().told(plan, answer->status, since(begun), answer->body.size());
  if (written && !parser.is_done()) co_await linger();
  co_return written&& keep;
}

asio::awaitable<bool> Connection::read_head(Parser& parser) {
  parser.header_limit(wire_.limits().head_bytes);
  // read_body looks at it; Boost 1.74 takes "no limit" for one that everything is over.
  parser.body_limit(std::numeric_limits<std::uint64_t>::max());
  wire_.idle(stream_);
  stream_.expires_after(wire_.limits().head);
  error_code error;
  co_await http::async_read_header(stream_, buffer_, parser,
                                   asio::redirect_error(asio::use_awaitable, error));
  wire_.busy(stream_);
  const bool gone = error == http::error::end_of_stream || error == http::error::partial_message;
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    co_await refuse_head(431, "the head of the request is too long");
  } else if (error && !gone && error.category() == make_error_code(http::error{}).category()) {
    co_await refuse_head(400, "this is no HTTP request");
  } else if (!error && parser.get().target().size() > wire_.limits().target_bytes) {
    co_await refuse_head(414, "the address is too long");
    co_return false;
  }
  co_return !error;
}

// A refusal of the head alone stands; the body is read all the same where it is short, so that the
// connection can go on.
asio::awaitable<void> Connection::read_body(Parser& parser, Plan& plan) {
  if (parser.is_done()) co_return;
  const std::size_t most = plan.answer ? kIdleBody : std::max(plan.most_body, kIdleBody);
  if (parser.content_length() && *parser.content_length() > most) {
    if (!plan.answer) plan.answer = too_large(most);
    co_return;
  }
  stream_.expires_after(wire_.limits().body);
  error_code error;
  if (boost::beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    static const std::string kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    co_await asio::async_write(stream_, asio::buffer(kContinue),
                               asio::redirect_error(asio::use_awaitable, error));
  }
  parser.body_limit(most);
  co_await http::async_read(stream_, buffer_, parser,
                            asio::redirect_error(asio::use_awaitable, error));
  if (!error) {
    plan.request.body = std::move(parser.get().body());
  } else if (error == http::error::body_limit) {
    plan.answer = too_large(most);
  } else if (!plan.answer) {
    plan.answer = finished(problem(400, "the body is broken or did not come"), false, false);
  }
}

asio::awaitable<bool> Connection::write(const Plan& plan, const Answer& answer, unsigned version,
                                        bool keep) {
  http::response<http::span_body<const char>> response = head_of(answer, version, keep);
  const bool with_body = plan.request.method != "HEAD" && answer.status != 304;
  if (with_body) response.body() = {answer.body.data(), answer.body.size()};
  if (answer.status != 304) response.content_length(answer.body.size());
  stream_.expires_after(wire_.limits().write);
  http::response_serializer<http::span_body<const char>> serializer(response);
  error_code error;
  if (with_body) {
    co_await http::async_write(stream_, serializer,
                               asio::redirect_error(asio::use_awaitable, error));
  } else {
    co_await http::async_write_header(stream_, serializer,
                                      asio::redirect_error(asio::use_awaitable, error));
  }
  co_return !error;
}

asio::awaitable<void> Connection::refuse_head(int status, const char* why) {
  const Plan plan;
  const SharedAnswer answer = finished(problem(status, why), false, false);
  const bool written = co_await write(plan, *answer, 11, false);
  wire_.app().told(plan, status, 0, answer->body.size());
  if (written) co_await linger();
}

asio::awaitable<void> Connection::linger() {
  error_code error;
  stream_.socket().shutdown(Tcp::socket::shutdown_send, error);
  stream_.expires_after(seconds(2));  // for all that still comes
  std::array<char, 16 * 1024> nowhere{};
  while (!error) {
    co_await stream_.async_read_some(asio::buffer(nowhere),
                                     asio::redirect_error(asio::use_awaitable, error));
  }
}

}  // namespace detente::server
