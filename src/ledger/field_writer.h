// Writes fields as a JSON object; one that says nothing is left out. A visitor for each_field.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "reading/record.h"

namespace detente {

class FieldWriter {
 public:
  using Json = nlohmann::ordered_json;

  void operator()(const char* key, const std::string& text);
  void operator()(const char* key, const std::vector<std::string>& texts);
  void operator()(const char* key, const std::optional<Interval>& when);
  void operator()(const char* key, const std::vector<Term>& terms);
  void operator()(const char* key, bool set);
  void operator()(const char* key, double value);  // a whole one without a decimal point
  void operator()(const char* key, const std::optional<bool>& value);
  void operator()(const char* key, const std::optional<int>& value);
  void operator()(const char* key, const std::optional<Quantity>& quantity);
  void operator()(const char* key, const std::optional<Answered>& answered);

  void put(const char* key, Json value) { json_[key] = std::move(value); }
  Json take() { return std::move(json_); }

 private:
  Json json_ = Json::object();
};

}  // namespace detente
