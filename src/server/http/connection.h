// One connection: requests read and answered one after the other.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http/wire.h"

namespace detente::server {

class Connection {
 public:
  Connection(Wire& wire, Tcp::socket socket);

  asio::awaitable<void> run();  // until either end closes it

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  // False where nothing more can be read.
  asio::awaitable<bool> serve_one();
  asio::awaitable<bool> read_head(Parser& parser);
  asio::awaitable<void> read_body(Parser& parser, Plan& plan);
  asio::awaitable<bool> write(const Plan& plan, const Answer& answer, unsigned version, bool keep);
  asio::awaitable<void> refuse_head(int status, const char* why);
  asio::awaitable<void> stream_events(const Plan& plan, unsigned version);
  asio::awaitable<bool> write_piece(const std::string& text, unsigned version);
  // Lets a client that is still sending read what was answered before the connection closes.
  asio::awaitable<void> linger();

  Wire& wire_;
  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  std::string client_;
};

}  // namespace detente::server
