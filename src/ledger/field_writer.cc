#include "ledger/field_writer.h"

#include <cmath>
#include <cstdint>

#include "ledger/fields.h"

namespace detente {
namespace {

using Json = FieldWriter::Json;

template <typename Part>
Json written(const Part& part) {
  FieldWriter writer;
  each_field(part, writer);
  return writer.take();
}

// 755, not 755.0.
Json number(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53: beyond it a double skips integers
  if (std::nearbyint(value) == value && std::abs(value) <= kExact) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

}  // namespace

void FieldWriter::operator()(const char* key, const std::string& text) {
  if (!text.empty()) json_[key] = text;
}

void FieldWriter::operator()(const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) json_[key] = texts;
}

void FieldWriter::operator()(const char* key, const std::optional<Interval>& when) {
  if (when) json_[key] = when->iso();
}

void FieldWriter::operator()(const char* key, const std::vector<Term>& terms) {
  if (terms.empty()) return;
  Json list = Json::array();
  for (const Term& term : terms) list.push_back(written(term));
  json_[key] = std::move(list);
}

void FieldWriter::operator()(const char* key, bool set) {
  if (set) json_[key] = true;
}

void FieldWriter::operator()(const char* key, double value) { json_[key] = number(value); }

void FieldWriter::operator()(const char* key, const std::optional<bool>& value) {
  if (value) json_[key] = *value;
}

void FieldWriter::operator()(const char* key, const std::optional<int>& value) {
  if (value) json_[key] = *value;
}

void FieldWriter::operator()(const char* key, const std::optional<Quantity>& quantity) {
  if (quantity) json_[key] = written(*quantity);
}

void FieldWriter::operator()(const char* key, const std::optional<Answered>& answered) {
  if (!answered) return;
  Json json = written(*answered);
  if (!json.empty()) json_[key] = std::move(json);
}

}  // namespace detente
