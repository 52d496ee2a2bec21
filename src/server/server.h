// The ledger over HTTP: openapi.json says how. Read-only without a token.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "server/jobs.h"

namespace detente::server {

struct ServerOptions {
  std::filesystem::path ledger;
  std::string host = "127.0.0.1";    // a literal address, or "localhost"
  std::uint16_t port = 8080;         // 0: any free one
  std::vector<std::string> names{};  // by which it may be called, besides those of loopback
  std::string token{};               // what writing needs; empty: it is read-only
  std::filesystem::path web{};       // folder of the page; empty: there is none
  std::string version{};             // of the program
  std::string coder{};               // see Stamp
  bool log = false;                  // a line a request on standard error
  int threads = 2;                   // that read from the ledger
  std::size_t most_body = std::size_t{16} << 20;    // bytes of a body
  std::size_t cache_bytes = std::size_t{64} << 20;  // of answers that are kept
  double writes_per_second = 5;                     // of one client, after
  double writes_at_once = 60;                       // so many
};

class Server {
 public:
  // Opens the ledger and binds the address. With a token the ledger is made where there is none.
  // `knowledge` must outlive the server; `read` is only called where there is a token.
  static Result<Server> open(const ServerOptions& options, const Knowledge& knowledge,
                             ReadReports read);
  Server(Server&&) noexcept;
  ~Server();

  std::uint16_t port() const;
  void run();              // until it is stopped
  void stop();             // any thread
  void stop_on_signals();  // SIGINT and SIGTERM; before run()

 private:
  struct Body;
  explicit Server(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

}  // namespace detente::server
