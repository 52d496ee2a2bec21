// Runs the built binary as a user's shell would.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace detente::cli {

struct Outcome {
  int code = -1;    // exit code; -1 where it did not exit by itself
  std::string out;  // standard output
  std::string err;  // standard error
};

// The binary with these arguments. It finds model/ and knowledge/ in the project, unless the
// environment's DETENTE_HOME says otherwise.
Outcome run_program(const std::vector<std::string>& arguments, const std::string& input = "");

// A folder for one test, empty at first and removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string write(const std::string& name, const std::string& content) const;  // gives the path

 private:
  std::filesystem::path path_;
};

}  // namespace detente::cli

// First line of a test that runs the network. Its runtime opens libraries with RTLD_DEEPBIND, which
// the address sanitizer refuses, so such tests are skipped, by name, in the sanitized build only.
#ifdef DETENTE_SANITIZED
#define DETENTE_NEEDS_NETWORK() GTEST_SKIP() << "the neural runtime does not start under sanitizers"
#else
#define DETENTE_NEEDS_NETWORK() static_cast<void>(0)
#endif
