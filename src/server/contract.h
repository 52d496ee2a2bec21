// openapi.json, the contract that this server keeps: which requests there are, what they may ask,
// and in which types they are answered. Routing and the checks of what a request asks are read from
// there, so that neither can differ from what is published.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/schema.h"

namespace detente::server {

struct Parameter {
  enum class In { kPath, kQuery, kHeader };

  std::string name;
  In in = In::kQuery;
  bool required = false;
  const Json* schema = nullptr;  // lives as long as the contract
};

// One method of one path.
struct Operation {
  std::string id;                 // "dossier"
  std::string method;             // "GET"
  std::vector<std::string> path;  // segments; "{a}" stands for a value
  std::vector<Parameter> parameters{};
  bool needs_token = false;
  bool tagged = false;                      // its answers carry an ETag
  std::vector<std::string> answer_types{};  // of a success, the usual one first
  std::vector<std::pair<std::string, const Json*>> body_types{};  // with their schemas
};

// What a path is: the operations on it, one a method; empty where there is no such path.
struct Route {
  std::vector<const Operation*> operations;

  const Operation* by_method(std::string_view method) const;  // null where there is none
  std::string allowed() const;                                // "GET, POST"
};

class Contract {
 public:
  explicit Contract(std::string_view text);
  Contract(const Contract&) = delete;
  Contract& operator=(const Contract&) = delete;

  const std::vector<Operation>& operations() const { return operations_; }
  // Of several paths that fit, the one with the most fixed segments.
  Route route(const std::vector<std::string>& path) const;
  const Schemas& schemas() const { return schemas_; }
  const Json& json() const { return json_; }

 private:
  Operation read_operation(const std::string& path, const std::string& method,
                           const Json& json) const;

  Json json_;
  Schemas schemas_;
  std::vector<Operation> operations_;
};

// The text of openapi.json, from the binary.
std::string_view contract_text();

// The one that the binary carries, read by the first call.
const Contract& contract();

}  // namespace detente::server
