// Writes JSON text piece by piece: the analysis of a long text has millions of values, too many to
// hold as a tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace detente::cli {

// Callers keep brackets balanced and give a key before each value inside an object. Strings must be
// UTF-8.
class JsonWriter {
 public:
  JsonWriter& open(char bracket);   // '{' or '['
  JsonWriter& close(char bracket);  // '}' or ']'
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& null();

  std::string take() { return std::move(out_); }

 private:
  void separate();
  void quote(std::string_view value);

  std::string out_;
  bool first_ = true;  // no value yet in the innermost bracket, or a key stands before this one
};

}  // namespace detente::cli
