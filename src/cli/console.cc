#include "cli/console.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>

namespace detente::cli {
namespace {

constexpr std::string_view kRed = "\033[31m";
constexpr std::string_view kYellow = "\033[33m";
constexpr int kUsualWidth = 80;

bool colour_wanted() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (no_colour == nullptr || *no_colour == '\0') &&
         (terminal == nullptr || std::string_view(terminal) != "dumb");
}

void put(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

}  // namespace

Console::Console() : terminal_(isatty(STDERR_FILENO) == 1), colour_(terminal_ && colour_wanted()) {}

Console::~Console() { clear_progress(); }

void Console::clear_progress() {
  if (!progress_shown_) return;
  put(stderr, "\r\033[K");
  progress_shown_ = false;
}

void Console::message(std::string_view tone, std::string_view label, std::string_view text) {
  clear_progress();
  put(stderr, "detente: ");
  if (colour_) put(stderr, tone);
  put(stderr, label);
  if (colour_ && !label.empty()) put(stderr, "\033[0m");
  put(stderr, text);
  put(stderr, "\n");
}

void Console::warn(std::string_view text) { message(kYellow, "warning: ", text); }

void Console::say(std::string_view text) { message("", "", text); }

void Console::refuse(const Error& error) {
  ++refused_;
  message(kRed, "refused: ", error.message());
}

int Console::stop(const Error& error) {
  message(kRed, "error: ", error.message());
  return kWrongUsage;
}

// How fast it goes and what is left, once a few seconds tell.
std::string Console::pace(std::size_t done, std::size_t all) {
  const auto now = std::chrono::steady_clock::now();
  if (!began_ || done < done_before_) {
    began_ = now;
    done_at_begin_ = done;
  }
  done_before_ = done;
  const double seconds = std::chrono::duration<double>(now - *began_).count();
  const auto passed = static_cast<double>(done - done_at_begin_);
  constexpr double kTelling = 2;
  if (seconds < kTelling || passed <= 0) return {};
  const double rate = passed / seconds;
  const auto left = static_cast<int>(static_cast<double>(all - std::min(done, all)) / rate + 0.5);
  char text[64];
  std::snprintf(text, sizeof text, ", %.*f a second, %d:%02d left", rate < 10 ? 1 : 0, rate,
                left / 60, left % 60);
  return text;
}

void Console::progress(std::size_t done, std::size_t all, std::string_view what) {
  if (!terminal_) return;
  clear_progress();
  put(stderr, "reading " + std::to_string(done) + " of " + std::to_string(all) + " " +
                  std::string(what) + pace(done, all));
  std::fflush(stderr);
  progress_shown_ = true;
}

void Console::write(std::string_view text) {
  if (isatty(STDOUT_FILENO) == 1) clear_progress();
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) write_failed_ = true;
}

int Console::finish() {
  clear_progress();
  if (std::fflush(stdout) != 0) write_failed_ = true;
  if (write_failed_) {
    message(
        kRed, "error: ",
        "standard output: the result could not be written: " + std::string(std::strerror(errno)));
    return kSomeRefused;
  }
  return refused_ > 0 ? kSomeRefused : kDone;
}

bool colour_on_output() { return isatty(STDOUT_FILENO) == 1 && colour_wanted(); }

int output_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUsualWidth;
}

}  // namespace detente::cli
