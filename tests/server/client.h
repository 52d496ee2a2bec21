// A client with a real socket, for tests: it sends what it is told and reads one answer after the
// other.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/answer.h"

namespace detente::server::test {

struct Reply {
  int status = 0;                                // 0: the connection ended without an answer
  std::map<std::string, std::string> headers{};  // names in lower case
  std::string body{};

  std::string header(const std::string& name) const;  // empty where there is none
  Json json() const { return Json::parse(body, nullptr, false); }
};

class Client {
 public:
  explicit Client(std::uint16_t port);
  ~Client();

  // One request on the connection; "Host: localhost" is added where there is none.
  Reply get(const std::string& target, std::vector<std::string> headers = {});
  Reply post(const std::string& target, const std::string& body, std::vector<std::string> headers);
  Reply ask(const std::string& method, const std::string& target, std::vector<std::string> headers,
            const std::string& body = {});

  // Bytes as they are, and one answer to them.
  void send(const std::string& bytes);
  Reply read(bool to_head = false);
  // All that comes until the server closes.
  std::string read_all();

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

std::string gunzip(const std::string& bytes);

}  // namespace detente::server::test
