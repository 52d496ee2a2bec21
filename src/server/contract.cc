#include "server/contract.h"

#include <algorithm>

#include "base/utf8.h"

namespace detente::server {
namespace {

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> out;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    out.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return out;
}

bool is_variable(const std::string& segment) { return segment.starts_with('{'); }

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  return std::ranges::equal(pattern, path, [](const std::string& wanted, const std::string& given) {
    return wanted == given || (is_variable(wanted) && !given.empty());
  });
}

auto fixed_segments(const Operation& operation) {
  return std::ranges::count_if(operation.path, [](const auto& one) { return !is_variable(one); });
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

Parameter::In place_of(const std::string& in) {
  if (in == "path") return Parameter::In::kPath;
  return in == "header" ? Parameter::In::kHeader : Parameter::In::kQuery;
}

}  // namespace

const Operation* Route::by_method(std::string_view method) const {
  const auto found = std::ranges::find(operations, method, &Operation::method);
  return found == operations.end() ? nullptr : *found;
}

std::string Route::allowed() const {
  std::string out;
  for (const Operation* operation : operations) {
    out += (out.empty() ? "" : ", ") + operation->method;
    if (operation->method == "GET") out += ", HEAD";
  }
  return out;
}

Contract::Contract(std::string_view text) : json_(Json::parse(text)), schemas_(json_) {
  for (const auto& [path, methods] : json_["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      operations_.push_back(read_operation(path, method, operation));
    }
  }
}

Operation Contract::read_operation(const std::string& path, const std::string& method,
                                   const Json& json) const {
  Operation out{.id = json["operationId"],
                .method = upper(method),
                .path = segments_of(path),
                .needs_token = json.contains("security")};
  if (json.contains("parameters")) {
    for (const Json& unresolved : json["parameters"]) {
      const Json& one = schemas_.resolved(unresolved);
      const std::string name = one["name"];
      if (name == "If-None-Match") out.tagged = true;
      out.parameters.push_back(
          {name, place_of(one["in"]), one.value("required", false), &one["schema"]});
    }
  }
  for (const auto& [status, unresolved] : json["responses"].items()) {
    const Json& response = schemas_.resolved(unresolved);
    if (!status.starts_with('2') || !response.contains("content")) continue;
    for (const auto& [type, content] : response["content"].items()) {
      out.answer_types.push_back(type);
    }
  }
  if (json.contains("requestBody")) {
    for (const auto& [type, content] : json["requestBody"]["content"].items()) {
      out.body_types.emplace_back(type, &content["schema"]);
    }
  }
  return out;
}

Route Contract::route(const std::vector<std::string>& path) const {
  Route route;
  std::ptrdiff_t best = -1;
  for (const Operation& operation : operations_) {
    if (!fits(operation.path, path)) continue;
    const std::ptrdiff_t fixed = fixed_segments(operation);
    if (fixed > best) route.operations.clear();
    if (fixed < best) continue;
    best = fixed;
    route.operations.push_back(&operation);
  }
  return route;
}

const Contract& contract() {
  static const Contract kContract(contract_text());
  return kContract;
}

}  // namespace detente::server
