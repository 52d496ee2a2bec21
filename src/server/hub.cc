#include "server/hub.h"

namespace detente::server {

void Hub::publish(const std::string& name, const Json& data) {
  std::string text = text_of(data);
  const std::lock_guard lock(mutex_);
  events_.push_back({++last_, name, std::move(text)});
  if (events_.size() > kKept) events_.pop_front();
  for (const auto& [handle, wake] : listeners_) wake();
}

std::uint64_t Hub::last() const {
  const std::lock_guard lock(mutex_);
  return last_;
}

std::vector<StreamEvent> Hub::after(std::uint64_t number) const {
  const std::lock_guard lock(mutex_);
  std::vector<StreamEvent> out;
  for (const StreamEvent& event : events_) {
    if (event.number > number) out.push_back(event);
  }
  return out;
}

int Hub::listen(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  listeners_[++next_handle_] = std::move(wake);
  return next_handle_;
}

void Hub::leave(int handle) {
  const std::lock_guard lock(mutex_);
  listeners_.erase(handle);
}

void Hub::wake_all() {
  const std::lock_guard lock(mutex_);
  for (const auto& [handle, wake] : listeners_) wake();
}

std::size_t Hub::listeners() const {
  const std::lock_guard lock(mutex_);
  return listeners_.size();
}

}  // namespace detente::server
