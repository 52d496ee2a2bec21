// What a reader gives: one report, its text in UTF-8.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"

namespace detente {

// One news report. Every span of every later room counts bytes of `text`.
struct Document {
  std::string id;  // given by the input (JSON Lines), or "sha256:" and 16 hex digits of the content
  std::string outlet;             // newspaper, agency or station; empty where unknown
  std::string title;              // empty where there is none
  std::optional<Date> published;  // day of publication; dates in the text are read against it
  std::string url;
  std::string text;  // UTF-8, never with NUL bytes
};

}  // namespace detente
