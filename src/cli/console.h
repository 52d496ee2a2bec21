// The two streams of a command. The result goes to standard output; messages and progress go to
// standard error, progress only where that is a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace detente::cli {

// What a command's exit says to a script.
enum ExitCode : int {
  kDone = 0,
  kSomeRefused = 1,  // some input was refused and named, or the result could not be written
  kWrongUsage = 2,   // also where the model or the knowledge cannot be found or read
};

// Not for several threads at once.
class Console {
 public:
  Console();
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  void warn(std::string_view message);
  void refuse(const Error& error);  // makes the exit code kSomeRefused
  std::size_t refused() const { return refused_; }  // how often
  int stop(const Error& error);     // says why nothing can be done at all; gives kWrongUsage
  void say(std::string_view message);

  // Shows "reading 32 of 480 reports, 21 a second, 0:21 left", over the line shown before; nothing
  // unless on a terminal.
  void progress(std::size_t done, std::size_t all, std::string_view what);

  // Writes a piece of the result.
  void write(std::string_view text);

  // Flushes the result and tells how all went.
  int finish();

 private:
  void clear_progress();
  std::string pace(std::size_t done, std::size_t all);
  void message(std::string_view tone, std::string_view label, std::string_view text);

  bool terminal_ = false;  // standard error is one
  bool colour_ = false;
  bool progress_shown_ = false;
  bool write_failed_ = false;
  std::optional<std::chrono::steady_clock::time_point> began_;  // of the progress shown
  std::size_t refused_ = 0;
  std::size_t done_at_begin_ = 0;
  std::size_t done_before_ = 0;
};

// Whether escapes for colour may be written: standard output is a terminal, and NO_COLOR is not
// set.
bool colour_on_output();

// Columns of the terminal that standard output is, else 80.
int output_width();

}  // namespace detente::cli
