// A request that has been checked against the contract: what a handler may rely on.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "base/date.h"
#include "server/answer.h"
#include "server/contract.h"
#include "server/request.h"

namespace detente::server {

class Call {
 public:
  // Checks path, query, headers and Accept. The body is checked by read_body, since it comes later.
  // Both must outlive the call.
  static tl::expected<Call, Answer> read(const Operation& operation, const Request& request);

  const Operation& operation() const { return *operation_; }
  const std::string& type() const { return type_; }  // in which the answer is wanted

  // Parameters by their names; those that were not given have the contract's default, else the
  // empty string or nothing.
  bool has(const std::string& name) const { return values_.contains(name); }
  std::string text(const std::string& name) const;
  std::optional<Date> day(const std::string& name) const;
  int number(const std::string& name) const;

  // Tells equal questions: the same whatever the order of the parameters.
  std::string key() const;

 private:
  Call(const Operation& operation) : operation_(&operation) {}
  std::optional<Answer> read_query(const Request& request);
  std::optional<Answer> take(const Parameter& parameter, const std::string& value);
  std::optional<Answer> check_given(const Request& request);

  const Operation* operation_;
  std::string type_;
  std::map<std::string, std::string> values_;
};

// The JSON body of a request, checked against the operation's schema.
tl::expected<Json, Answer> read_json_body(const Operation& operation, const std::string& body);

}  // namespace detente::server
