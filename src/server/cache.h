// Answers kept as long as the ledger stays as it is.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/answer.h"

namespace detente::server {

// The least recently used go first. Any number of threads may use it.
class Cache {
 public:
  explicit Cache(std::size_t bytes) : most_bytes_(bytes) {}

  // Empties the cache where the version is another than before.
  void set_version(std::uint64_t version);

  std::shared_ptr<const Answer> find(const std::string& key);

  // Nothing is kept where the version has moved on since, or the answer alone would fill a quarter.
  void keep(const std::string& key, std::uint64_t version, std::shared_ptr<const Answer> answer);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Answer> answer;
  };

  std::mutex mutex_;
  std::size_t most_bytes_;
  std::size_t bytes_ = 0;
  std::uint64_t version_ = 0;
  std::list<Entry> entries_;  // the latest used first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace detente::server
