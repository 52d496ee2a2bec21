// The files of the page, held in memory.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "base/result.h"
#include "server/answer.h"

namespace detente::server {

class Pages {
 public:
  Pages() = default;  // no page: "/" says how to get one

  // Reads everything below the folder. kNotFound where it has no index.html, kTooLarge where the
  // files are no page but half a disk.
  static Result<Pages> load(const std::filesystem::path& folder);

  // By the decoded path, "/assets/index-3f2a.js"; "/" is index.html. Null where there is no such
  // file.
  std::shared_ptr<const Answer> find(const std::string& path, bool gzipped) const;

 private:
  struct File {
    std::shared_ptr<const Answer> plain;
    std::shared_ptr<const Answer> gzipped;
  };

  void add(const std::string& path, std::string body);

  std::map<std::string, File> files_;
};

}  // namespace detente::server
