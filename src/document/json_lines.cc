// JSON Lines: one report a line, {"id", "title", "source", "published", "url", "text"}. Only `text`
// is needed; other fields are left alone. `text` is kept byte for byte: callers count offsets in
// it.

#include <map>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "document/format.h"

namespace detente::document {
namespace {

using Json = nlohmann::json;

// The line's field as a string; empty where it is absent or null.
Result<std::string> string_field(const Json& object, const char* field, const std::string& where) {
  const auto found = object.find(field);
  if (found == object.end() || found->is_null()) return std::string();
  if (!found->is_string()) {
    return fail(ErrorCode::kBadInput, where,
                std::string("field \"") + field + "\" must be a string, not " + found->type_name());
  }
  return found->get<std::string>();
}

Result<Json> parse_object(std::string_view line, std::size_t offset, const std::string& where) {
  if (const auto bad = first_bad_byte(line)) {
    return fail(ErrorCode::kBadInput, where,
                "broken UTF-8 text at byte " + std::to_string(*bad) + " of the line, byte " +
                    std::to_string(offset + *bad) + " of the input");
  }
  try {
    Json object = Json::parse(line);
    if (object.is_object()) return object;
    return fail(ErrorCode::kBadInput, where,
                std::string("must be a JSON object, not ") + object.type_name());
  } catch (const Json::parse_error& error) {
    // Only the place is passed on: the library's text repeats the input, which may be long.
    return fail(ErrorCode::kBadInput, where,
                "no valid JSON: unexpected input at byte " +
                    std::to_string(error.byte == 0 ? 0 : error.byte - 1) + " of the line");
  }
}

struct Report {
  Document document;
  std::string published;
};

Result<Report> parse_report(std::string_view line, std::size_t offset, const std::string& where) {
  const Result<Json> object = parse_object(line, offset, where);
  if (!object) return tl::unexpected(object.error());
  Report report;
  Document& document = report.document;
  const std::pair<const char*, std::string*> fields[] = {
      {"id", &document.id},   {"title", &document.title}, {"source", &document.outlet},
      {"url", &document.url}, {"text", &document.text},   {"published", &report.published}};
  for (const auto& [field, target] : fields) {
    Result<std::string> value = string_field(*object, field, where);
    if (!value) return tl::unexpected(value.error());
    if (value->find('\0') != std::string::npos) {
      return fail(ErrorCode::kBadInput, where, std::string("field \"") + field + "\" contains NUL");
    }
    *target = *std::move(value);
  }
  if (!object->contains("text"))
    return fail(ErrorCode::kBadInput, where, "field \"text\" is missing");
  return report;
}

bool same_report(const Document& a, const Document& b) {
  return a.text == b.text && a.title == b.title && a.outlet == b.outlet &&
         a.published == b.published;
}

// Ids of the batch with the place of each in batch.documents and its line.
struct Seen {
  std::size_t index;
  std::size_t line;
};
using SeenIds = std::map<std::string, Seen, std::less<>>;

void add_report(Report report, std::size_t line, const Input& input, SeenIds& seen, Batch& batch) {
  const std::string where = at_line(input.name, line);
  set_published(report.published, where, report.document, batch);
  Batch one;
  accept(std::move(report.document), where, one);
  for (Error& error : one.refused) batch.refused.push_back(std::move(error));
  for (Document& document : one.documents) {
    const auto [found, is_new] = seen.try_emplace(document.id, Seen{batch.documents.size(), line});
    if (is_new) {
      batch.documents.push_back(std::move(document));
      continue;
    }
    const std::string first = "line " + std::to_string(found->second.line);
    if (same_report(document, batch.documents[found->second.index])) {
      batch.warnings.push_back({where, "the same report as on " + first + "; read once"});
    } else {
      batch.refused.push_back(
          {ErrorCode::kBadInput, where,
           "id " + in_quotes(document.id) + " already names another report, on " + first});
    }
  }
}

}  // namespace

bool recognises_json_lines(std::string_view bytes) {
  std::string_view start = trimmed(bytes.substr(0, 4096));
  if (!start.starts_with('{')) return false;
  start = trimmed(start.substr(1));
  return start.empty() || start[0] == '"' || start[0] == '}';
}

void read_json_lines(const Input& input, Batch& batch) {
  SeenIds seen;
  std::size_t number = 0;
  for (std::size_t at = 0; at < input.bytes.size();) {
    const std::size_t end = std::min(input.bytes.find('\n', at), input.bytes.size());
    const std::string_view line = input.bytes.substr(at, end - at);
    ++number;
    if (!trimmed(line).empty()) {
      Result<Report> report = parse_report(line, input.offset + at, at_line(input.name, number));
      if (report) {
        add_report(*std::move(report), number, input, seen, batch);
      } else {
        batch.refused.push_back(report.error());
      }
    }
    at = end + 1;
  }
}

}  // namespace detente::document
