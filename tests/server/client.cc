#include "server/client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <zlib.h>

namespace detente::server::test {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

struct Client::Body {
  asio::io_context context;
  asio::ip::tcp::socket socket{context};
  boost::beast::flat_buffer buffer;
};

std::string Reply::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

Client::Client(std::uint16_t port) : body_(std::make_unique<Body>()) {
  body_->socket.connect({asio::ip::make_address("127.0.0.1"), port});
}

Client::~Client() = default;

Reply Client::get(const std::string& target, std::vector<std::string> headers) {
  return ask("GET", target, std::move(headers));
}

Reply Client::post(const std::string& target, const std::string& body,
                   std::vector<std::string> headers) {
  return ask("POST", target, std::move(headers), body);
}

Reply Client::ask(const std::string& method, const std::string& target,
                  std::vector<std::string> headers, const std::string& body) {
  std::string text = method + " " + target + " HTTP/1.1\r\n";
  bool has_host = false;
  for (const std::string& header : headers) {
    has_host = has_host || header.starts_with("Host:");
    text += header + "\r\n";
  }
  if (!has_host) text += "Host: localhost\r\n";
  if (method == "POST") text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  send(text + "\r\n" + body);
  return read(method == "HEAD");
}

void Client::send(const std::string& bytes) {
  boost::system::error_code ignored;  // the server may have closed: read() shows it
  asio::write(body_->socket, asio::buffer(bytes), ignored);
}

Reply Client::read(bool to_head) {
  http::response_parser<http::string_body> parser;
  parser.body_limit(std::uint64_t{256} << 20);
  parser.skip(to_head);
  boost::system::error_code error;
  http::read(body_->socket, body_->buffer, parser, error);
  Reply reply;
  if (error && !parser.is_header_done()) return reply;
  reply.status = static_cast<int>(parser.get().result_int());
  for (const auto& field : parser.get()) {
    reply.headers[lower(std::string(field.name_string()))] = std::string(field.value());
  }
  reply.body = parser.get().body();
  return reply;
}

std::string Client::read_all() {
  std::string text;
  boost::system::error_code error;
  while (!error) {
    char piece[4096];
    const std::size_t size = body_->socket.read_some(asio::buffer(piece), error);
    text.append(piece, size);
  }
  return text;
}

std::string gunzip(const std::string& bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
  std::string input = bytes;
  std::string out;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  int state = Z_OK;
  while (state == Z_OK) {
    char piece[16384];
    stream.next_out = reinterpret_cast<Bytef*>(piece);
    stream.avail_out = sizeof piece;
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(piece, sizeof piece - stream.avail_out);
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END ? out : std::string();
}

}  // namespace detente::server::test
