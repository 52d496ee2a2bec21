#include "formats/csv.h"

#include "formats/line_json.h"
#include "ledger/fields.h"

namespace detente {
namespace {

using Json = OrderedJson;

// A spreadsheet takes these for the begin of a formula: a leading apostrophe makes them text.
bool looks_like_formula(std::string_view value) {
  return !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string::npos;
}

std::string quoted_cell(std::string_view value) {
  std::string text = looks_like_formula(value) ? "'" + std::string(value) : std::string(value);
  if (text.find_first_of(",\"\r\n;") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string cell(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array() || value.empty() || !value.front().is_string()) return dump(value);
  std::string all;
  for (const Json& one : value) all += (all.empty() ? "" : "; ") + one.get<std::string>();
  return all;
}

// Any visitor for each_field that only wants the names.
struct Names {
  std::vector<std::string>& names;
  void operator()(const char* key, const auto&) const { names.emplace_back(key); }
};

std::vector<std::string> field_names(const Object& object) {
  std::vector<std::string> names;
  std::visit(
      [&](const auto& plain) {
        each_field(plain, Names{names});
        each_inner_field(plain, Names{names});
      },
      object);
  return names;
}

// An empty object of a list: it has the list's fields.
Object empty_of(List list) {
  switch (list) {
    case List::kEvents: return Event{};
    case List::kStatements: return Statement{};
    case List::kProposals: return Proposal{};
    case List::kChannels: return Channel{};
    case List::kMeasures: return Measure{};
    case List::kMeetings: return Meeting{};
    case List::kClaims: return Claim{};
    case List::kRoles: return RoleHeld{};
    case List::kEndings: break;
  }
  return Ending{};
}

void add_source(std::vector<std::string>& row, const Line& line, const Reports& reports) {
  constexpr std::size_t kColumns = 6;
  const auto evidence = evidence_of(line.object);
  const Document* report = evidence.empty() ? nullptr : reports.find(evidence.front().document);
  if (report == nullptr) {
    row.resize(row.size() + kColumns);
    return;
  }
  const auto [start, end] = reports.code_points(*report, evidence.front().span);
  row.insert(row.end(),
             {report->id, report->outlet, report->published ? report->published->iso() : "",
              std::to_string(start), std::to_string(end), evidence.front().quote});
}

}  // namespace

std::string csv_row(const std::vector<std::string>& values) {
  std::string row;
  for (std::size_t i = 0; i < values.size(); ++i)
    row += (i == 0 ? "" : ",") + quoted_cell(values[i]);
  return row + "\n";
}

std::string csv_head(List list) {
  std::vector<std::string> names{"id", "day", "known"};
  for (std::string& name : field_names(empty_of(list))) names.push_back(std::move(name));
  for (const char* name : {"document", "outlet", "published", "start", "end", "quote"})
    names.emplace_back(name);
  return csv_row(names);
}

std::string csv_rows(std::span<const Line> lines, const Reports& reports) {
  std::string rows;
  for (const Line& line : lines) {
    const auto date = date_of(line.object);
    std::vector<std::string> row{line.id, date ? date->iso() : "", line.known.iso()};
    const Json fields = fields_json(line.object);
    for (const std::string& name : field_names(line.object)) {
      row.push_back(cell(fields.value(name, Json())));
    }
    add_source(row, line, reports);
    rows += csv_row(row);
  }
  return rows;
}

}  // namespace detente
