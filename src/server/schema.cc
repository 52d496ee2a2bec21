#include "server/schema.h"

#include <algorithm>
#include <set>

#include "base/date.h"
#include "base/utf8.h"

namespace detente::server {
namespace {

// Those that say nothing on whether a value is right, besides those that are checked.
const std::set<std::string, std::less<>> kKnown = {"$ref",       "additionalProperties",
                                                   "anyOf",      "const",
                                                   "default",    "description",
                                                   "enum",       "examples",
                                                   "format",     "items",
                                                   "maxItems",   "maxLength",
                                                   "maximum",    "minItems",
                                                   "minLength",  "minimum",
                                                   "oneOf",      "pattern",
                                                   "properties", "required",
                                                   "type"};

bool has_type(const Json& value, std::string_view type) {
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  if (type == "number") return value.is_number();
  return type == "integer" && value.is_number_integer();
}

bool has_one_type(const Json& value, const Json& types) {
  if (types.is_string()) return has_type(value, types.get_ref<const std::string&>());
  return std::ranges::any_of(
      types, [&](const Json& type) { return has_type(value, type.get_ref<const std::string&>()); });
}

// "true", "\"abc\"", cut where it is long.
std::string shown(const Json& value) {
  const std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  return text.size() <= 60 ? text : text.substr(0, 57) + "...";
}

std::string listed(const Json& values) {
  std::string out;
  for (const Json& value : values) out += (out.empty() ? "" : ", ") + shown(value);
  return out;
}

std::string below(std::string_view step, const std::string& where) {
  return where.empty() ? std::string(step) : std::string(step) + "/" + where;
}

std::optional<Fault> number_fault(const Json& value, const Json& schema) {
  if (schema.contains("minimum") && value < schema["minimum"]) {
    return Fault{"", shown(value) + " is less than " + shown(schema["minimum"])};
  }
  if (schema.contains("maximum") && value > schema["maximum"]) {
    return Fault{"", shown(value) + " is more than " + shown(schema["maximum"])};
  }
  return std::nullopt;
}

// A choice is told by its constants: {"kind": "merge"} can only be meant for one alternative.
bool could_be(const Json& value, const Json& schema) {
  if (!value.is_object() || !schema.contains("properties")) return true;
  for (const auto& [name, property] : schema["properties"].items()) {
    const auto found = value.find(name);
    if (property.contains("const") && found != value.end() && *found != property["const"]) {
      return false;
    }
  }
  return true;
}

}  // namespace

Schemas::Schemas(const Json& root) : root_(root) { compile_patterns(root); }

void Schemas::compile_patterns(const Json& json) {
  if (!json.is_structured()) return;
  for (const auto& [name, value] : json.items()) {
    if (name == "pattern" && value.is_string()) {
      const auto& text = value.get_ref<const std::string&>();
      patterns_.try_emplace(text, text, std::regex::ECMAScript | std::regex::optimize);
    }
    compile_patterns(value);
  }
}

const Json& Schemas::resolved(const Json& schema) const {
  const Json* at = &schema;
  while (at->is_object() && at->contains("$ref")) {
    const auto& pointer = (*at)["$ref"].get_ref<const std::string&>();
    at = &root_.at(Json::json_pointer(pointer.substr(1)));  // "#/components/..."
  }
  return *at;
}

std::optional<Fault> Schemas::fault(const Json& value, const Json& unresolved) const {
  const Json& schema = resolved(unresolved);
  if (schema.contains("type") && !has_one_type(value, schema["type"])) {
    return Fault{"", shown(value) + " is no " +
                         (schema["type"].is_string() ? schema["type"].get<std::string>()
                                                     : listed(schema["type"]))};
  }
  if (schema.contains("const") && value != schema["const"]) {
    return Fault{"", shown(value) + " is not " + shown(schema["const"])};
  }
  if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end()) {
    return Fault{"", shown(value) + " is none of " + listed(schema["enum"])};
  }
  std::optional<Fault> found;
  if (value.is_string()) found = text_fault(value.get_ref<const std::string&>(), schema);
  if (value.is_number()) found = number_fault(value, schema);
  if (value.is_array()) found = array_fault(value, schema);
  if (value.is_object()) found = object_fault(value, schema);
  return found ? found : choice_fault(value, schema);
}

std::optional<Fault> Schemas::text_fault(const std::string& value, const Json& schema) const {
  if (schema.contains("minLength") || schema.contains("maxLength")) {
    const std::size_t length = count_code_points(value);
    if (schema.contains("minLength") && length < schema["minLength"]) {
      return Fault{"", "it is empty or too short"};
    }
    if (schema.contains("maxLength") && length > schema["maxLength"]) {
      return Fault{"", "it is longer than " + shown(schema["maxLength"]) + " characters"};
    }
  }
  if (schema.contains("pattern")) {
    const auto found = patterns_.find(schema["pattern"].get_ref<const std::string&>());
    if (!std::regex_search(value, found->second)) {
      return Fault{"", shown(value) + " does not look like " + shown(schema["pattern"])};
    }
  }
  if (schema.value("format", "") == "date") {
    const Result<Date> day = Date::parse(value);
    if (!day || day->precision() != Precision::kDay) {
      return Fault{"", shown(value) + " is no day of the calendar: YYYY-MM-DD"};
    }
  }
  return std::nullopt;
}

std::optional<Fault> Schemas::array_fault(const Json& value, const Json& schema) const {
  if (schema.contains("minItems") && value.size() < schema["minItems"]) {
    return Fault{"", "it has fewer than " + shown(schema["minItems"]) + " items"};
  }
  if (schema.contains("maxItems") && value.size() > schema["maxItems"]) {
    return Fault{"", "it has more than " + shown(schema["maxItems"]) + " items"};
  }
  if (!schema.contains("items")) return std::nullopt;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (const auto found = fault(value[i], schema["items"])) {
      return Fault{below(std::to_string(i), found->where), found->reason};
    }
  }
  return std::nullopt;
}

std::optional<Fault> Schemas::object_fault(const Json& value, const Json& schema) const {
  if (schema.contains("required")) {
    for (const Json& name : schema["required"]) {
      if (!value.contains(name.get_ref<const std::string&>())) {
        return Fault{name.get<std::string>(), "it is missing"};
      }
    }
  }
  const bool closed = schema.contains("additionalProperties");
  if (!closed && !schema.contains("properties")) return std::nullopt;
  static const Json kNone = Json::object();
  const Json& properties = schema.contains("properties") ? schema["properties"] : kNone;
  for (const auto& [name, item] : value.items()) {
    const auto property = properties.find(name);
    if (property != properties.end()) {
      if (const auto found = fault(item, *property)) {
        return Fault{below(name, found->where), found->reason};
      }
    } else if (closed && schema["additionalProperties"] == false) {
      return Fault{name, "there is no such field"};
    } else if (closed) {
      if (const auto found = fault(item, schema["additionalProperties"])) {
        return Fault{below(name, found->where), found->reason};
      }
    }
  }
  return std::nullopt;
}

std::optional<Fault> Schemas::choice_fault(const Json& value, const Json& schema) const {
  const bool one = schema.contains("oneOf");
  if (!one && !schema.contains("anyOf")) return std::nullopt;
  std::size_t right = 0;
  std::optional<Fault> nearest;
  for (const Json& alternative : schema[one ? "oneOf" : "anyOf"]) {
    const std::optional<Fault> found = fault(value, alternative);
    if (!found) ++right;
    if (found && !nearest && could_be(value, resolved(alternative))) nearest = found;
  }
  if (right == 1 || (right > 1 && !one)) return std::nullopt;
  if (right > 1) return Fault{"", "it fits several alternatives"};
  return nearest ? nearest : Fault{"", "it fits none of the alternatives"};
}

std::optional<std::string> Schemas::unknown_keyword(const Json& schema) const {
  for (const auto& [keyword, value] : schema.items()) {
    if (!kKnown.contains(keyword)) return keyword;
    std::vector<const Json*> inner;
    if (keyword == "items") inner.push_back(&value);
    if (keyword == "additionalProperties" && value.is_object()) inner.push_back(&value);
    if (keyword == "properties" || keyword == "oneOf" || keyword == "anyOf") {
      for (const Json& one : value) inner.push_back(&one);
    }
    if (keyword == "additionalProperties" && value == true) return "additionalProperties: true";
    for (const Json* one : inner) {
      if (auto found = unknown_keyword(*one)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace detente::server
