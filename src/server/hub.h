// What happens, told to everyone who listens: the events behind /stream.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "server/answer.h"

namespace detente::server {

struct StreamEvent {
  std::uint64_t number = 0;  // from 1
  std::string name;          // "progress", "line"
  std::string data;          // JSON in one line
};

// Any number of threads may use it.
class Hub {
 public:
  void publish(const std::string& name, const Json& data);

  std::uint64_t last() const;  // number of the last event; 0: there was none
  std::vector<StreamEvent> after(std::uint64_t number) const;  // those that are still kept

  // `wake` is called, from any thread, when something was published. Gives a handle to leave with.
  int listen(std::function<void()> wake);
  void leave(int handle);
  void wake_all();
  std::size_t listeners() const;

 private:
  static constexpr std::size_t kKept = 1000;

  mutable std::mutex mutex_;
  std::deque<StreamEvent> events_;
  std::uint64_t last_ = 0;
  std::map<int, std::function<void()>> listeners_;
  int next_handle_ = 0;
};

}  // namespace detente::server
