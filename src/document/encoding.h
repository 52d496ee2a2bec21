// From the encoding of the input to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace detente::document {

// A byte order mark says how the rest is written.
struct Mark {
  std::size_t size = 0;            // of the mark in bytes; 0 where there is none
  const char* encoding = nullptr;  // "UTF-8", "UTF-16LE", ...; null where there is none
};

Mark byte_order_mark(std::string_view bytes);

// The input in UTF-8. `declared` is what the input says of itself ("windows-1251"), or empty.
//
// Bytes that are valid UTF-8 are taken as such whatever is declared: text in another encoding
// hardly ever is, while wrong declarations are common. Then the declaration counts; then bytes that
// are nearly all UTF-8 are refused as damaged; and what is left is guessed from letter statistics.
// Refused: kBadInput at "name, byte N", N counted from 0 in `bytes` plus `offset`.
Result<std::string> to_utf8(std::string_view bytes, std::string_view declared,
                            std::string_view name, std::size_t offset);

// Converts by iconv's name of the encoding; refuses like to_utf8.
Result<std::string> convert(std::string_view bytes, const std::string& encoding,
                            std::string_view name, std::size_t offset);

}  // namespace detente::document
