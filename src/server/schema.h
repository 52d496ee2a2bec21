// Checks JSON against the schemas of the contract: as much of JSON Schema 2020-12 as openapi.json
// uses. Keywords that are unknown here are found by `unknown_keyword`, so that none is passed over.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <string>
#include <string_view>

namespace detente::server {

using Json = nlohmann::ordered_json;

// What is wrong, and where in the value: "lines/0"; empty for the value itself.
struct Fault {
  std::string where;
  std::string reason;

  std::string message() const { return where.empty() ? reason : where + ": " + reason; }
};

// Read-only after construction; any number of threads may ask.
class Schemas {
 public:
  // `root`: the document that "$ref" points into; it must outlive this.
  explicit Schemas(const Json& root);

  std::optional<Fault> fault(const Json& value, const Json& schema) const;

  // The schema, or what its "$ref" stands for.
  const Json& resolved(const Json& schema) const;

  // A keyword somewhere in `schema` that `fault` does not look at.
  std::optional<std::string> unknown_keyword(const Json& schema) const;

 private:
  void compile_patterns(const Json& json);
  std::optional<Fault> text_fault(const std::string& value, const Json& schema) const;
  std::optional<Fault> array_fault(const Json& value, const Json& schema) const;
  std::optional<Fault> object_fault(const Json& value, const Json& schema) const;
  std::optional<Fault> choice_fault(const Json& value, const Json& schema) const;

  const Json& root_;
  std::map<std::string, std::regex, std::less<>> patterns_;
};

}  // namespace detente::server
