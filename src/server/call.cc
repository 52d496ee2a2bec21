#include "server/call.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "server/negotiate.h"

namespace detente::server {
namespace {

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// A parameter's text as the value that its schema speaks of.
Json value_of(const std::string& text, const Json& schema) {
  if (schema.value("type", "") == "integer") {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end) return number;
  }
  return text;
}

Answer wrong_parameter(const Parameter& parameter, const std::string& reason) {
  const int status = parameter.in == Parameter::In::kPath ? 404 : 400;
  return problem(status, parameter.name + ": " + reason, parameter.name);
}

const Parameter* find(const Operation& operation, Parameter::In in, const std::string& name) {
  const auto found = std::ranges::find_if(
      operation.parameters, [&](const Parameter& one) { return one.in == in && one.name == name; });
  return found == operation.parameters.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Answer> Call::take(const Parameter& parameter, const std::string& value) {
  const Schemas& schemas = contract().schemas();
  const Json& schema = schemas.resolved(*parameter.schema);
  if (const auto fault = schemas.fault(value_of(value, schema), schema)) {
    return wrong_parameter(parameter, fault->reason);
  }
  values_[parameter.name] = value;
  return std::nullopt;
}

std::optional<Answer> Call::read_query(const Request& request) {
  for (const auto& [name, value] : request.query) {
    const Parameter* parameter = find(*operation_, Parameter::In::kQuery, name);
    if (parameter == nullptr) return problem(400, name + ": there is no such parameter", name);
    if (values_.contains(name)) return problem(400, name + ": it is given twice", name);
    if (auto wrong = take(*parameter, value)) return wrong;
  }
  return std::nullopt;
}

std::optional<Answer> Call::check_given(const Request& request) {
  for (std::size_t i = 0; i < operation_->path.size(); ++i) {
    const std::string& segment = operation_->path[i];
    if (!segment.starts_with('{')) continue;
    const Parameter* parameter =
        find(*operation_, Parameter::In::kPath, segment.substr(1, segment.size() - 2));
    if (auto wrong = take(*parameter, request.path[i])) return wrong;
  }
  if (auto wrong = read_query(request)) return wrong;
  for (const Parameter& parameter : operation_->parameters) {
    if (parameter.in == Parameter::In::kHeader) {
      const std::string& value = request.header(lower(parameter.name));
      if (value.empty()) continue;
      if (auto wrong = take(parameter, value)) return wrong;
    } else if (parameter.required && !values_.contains(parameter.name)) {
      return wrong_parameter(parameter, "it is missing");
    }
  }
  return std::nullopt;
}

tl::expected<Call, Answer> Call::read(const Operation& operation, const Request& request) {
  Call call(operation);
  if (auto wrong = call.check_given(request)) return tl::unexpected(*std::move(wrong));
  if (call.has("format")) {
    call.type_ = call.text("format") == "csv" ? "text/csv" : kJsonType;
    return call;
  }
  auto type = best_type(request.header("accept"), operation.answer_types);
  if (!type) {
    std::string offered;
    for (const auto& one : operation.answer_types) offered += (offered.empty() ? "" : ", ") + one;
    return tl::unexpected(problem(406, "this is given as " + offered));
  }
  call.type_ = *std::move(type);
  return call;
}

std::string Call::text(const std::string& name) const {
  const auto found = values_.find(name);
  if (found != values_.end()) return found->second;
  for (const Parameter& parameter : operation_->parameters) {
    if (parameter.name != name) continue;
    const Json& schema = contract().schemas().resolved(*parameter.schema);
    if (!schema.contains("default")) return {};
    return schema["default"].is_string() ? schema["default"].get<std::string>()
                                         : schema["default"].dump();
  }
  return {};
}

std::optional<Date> Call::day(const std::string& name) const {
  const Result<Date> day = Date::parse(text(name));
  return day ? std::optional(*day) : std::nullopt;
}

int Call::number(const std::string& name) const {
  const std::string value = text(name);
  int number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

std::string Call::key() const {
  std::string key = operation_->id + '\n' + type_;
  for (const auto& [name, value] : values_) {
    if (name != "If-None-Match") key += '\n' + name + '=' + value;
  }
  return key;
}

tl::expected<Json, Answer> read_json_body(const Operation& operation, const std::string& body) {
  if (!is_utf8(body)) return tl::unexpected(problem(400, "the body is no UTF-8"));
  Json json = Json::parse(body, nullptr, false);
  if (json.is_discarded()) return tl::unexpected(problem(400, "the body is no JSON"));
  for (const auto& [type, schema] : operation.body_types) {
    if (type != kJsonType) continue;
    if (const auto fault = contract().schemas().fault(json, *schema)) {
      return tl::unexpected(problem(400, "the body: " + fault->message()));
    }
  }
  return json;
}

}  // namespace detente::server
