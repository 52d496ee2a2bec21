// The two streams of a command. The result goes to standard output; messages and progress go to
// standard error, progress only where that is a terminal.
#pragma once

#include <cstddef>
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
  int stop(const Error& error);     // says why nothing can be done at all; gives kWrongUsage
  void say(std::string_view message);

  // Shows "reading 32 of 480 reports", over the line shown before; nothing unless on a terminal.
  void progress(std::size_t done, std::size_t all, std::string_view what);

  // Writes a piece of the result.
  void write(std::string_view text);

  // Flushes the result and tells how all went.
  int finish();

 private:
  void clear_progress();
  void message(std::string_view tone, std::string_view label, std::string_view text);

  bool terminal_ = false;  // standard error is one
  bool colour_ = false;
  bool progress_shown_ = false;
  bool refused_ = false;
  bool write_failed_ = false;
};

// Whether escapes for colour may be written: standard output is a terminal, and NO_COLOR is not
// set.
bool colour_on_output();

// Columns of the terminal that standard output is, else 80.
int output_width();

}  // namespace detente::cli
