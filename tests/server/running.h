// A server on a free port over a ledger made from readings written by hand.
//
// The reports are of 2031 and 2032, on Portugal and Morocco; what they tell is chosen so that every
// list has a line and one measure answers another.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include "server/client.h"
#include "server/server.h"

namespace detente::server::test {

inline constexpr const char* kToken = "correct horse battery staple";
inline const std::string kBearer = std::string("Authorization: Bearer ") + kToken;

struct Wanted {
  bool token = true;
  bool empty = false;               // a ledger without reports
  std::size_t most_body = 1 << 20;  // bytes
  double writes_at_once = 1000;
  std::filesystem::path web{};
  std::vector<std::string> names{};
};

// Knowledge as the program has it, loaded once for all tests.
const Knowledge& knowledge();

class Running {
 public:
  explicit Running(const Wanted& wanted = {});
  ~Running();  // stops it, and removes the ledger
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  std::uint16_t port() const { return port_; }
  const std::filesystem::path& ledger() const { return file_; }
  Reply get(const std::string& target, std::vector<std::string> headers = {}) const {
    return Client(port_).get(target, std::move(headers));
  }
  Reply post(const std::string& target, const std::string& body, const std::string& type,
             const std::string& authorization = kBearer) const;
  // The first line of a list; null where it has none.
  Json first(const std::string& list) const;
  // Waits for a job's end.
  Json finished_job(const std::string& id) const;

 private:
  std::filesystem::path folder_, file_;
  std::optional<Server> server_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

// What a report "A accuses B." is read as; a text without such a sentence has nothing, and one that
// begins with "unreadable" is refused.
Result<Reading> read_by_hand(const Document& document);

}  // namespace detente::server::test
