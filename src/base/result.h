// How Detente reports errors: a value, or one Error. No exception crosses a room's border.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace detente {

// What kind of thing went wrong; the doors translate it once (exit code, later HTTP status).
enum class ErrorCode {
  kBadInput,   // bytes from outside are not what their format promises
  kNotFound,   // a file or folder that was named does not exist or cannot be opened
  kBadUsage,   // the caller asked for something that has no meaning (an option, a date)
  kBroken,     // a file of Detente's own (model, knowledge) is damaged or does not fit
  kTooLarge,   // the input is over a limit that the message names
};

// One failure. `where` is the place as a person would look for it: "reports.jsonl:12",
// "knowledge/actors/states.yaml:40", "report.txt, byte 17"; empty where there is none.
struct Error {
  ErrorCode code = ErrorCode::kBadInput;
  std::string where;
  std::string reason;

  // "where: reason", or the reason alone.
  std::string message() const { return where.empty() ? reason : where + ": " + reason; }
};

template <typename T>
using Result = tl::expected<T, Error>;
using Status = tl::expected<void, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string where, std::string reason) {
  return tl::unexpected<Error>(Error{code, std::move(where), std::move(reason)});
}

}  // namespace detente
