#include "formats/line_json.h"

#include <algorithm>

#include "ledger/field_writer.h"
#include "ledger/fields.h"

namespace detente {
namespace {

using Json = OrderedJson;

void put_text(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

Json marks_json(const Evidence& evidence, const Document& report, const Reports& reports) {
  Json list = Json::array();
  for (const Mark& mark : evidence.marks) {
    const auto [start, end] = reports.code_points(report, mark.span);
    list.push_back({{"role", mark.role}, {"start", start}, {"end", end}});
  }
  return list;
}

Json life_json(const std::vector<Stage>& life) {
  Json list = Json::array();
  for (const Stage& stage : life) {
    Json item{{"status", stage.status}};
    if (stage.when) item["when"] = stage.when->iso();
    item["known"] = stage.known.iso();
    item["basis"] = stage.basis;
    list.push_back(std::move(item));
  }
  return list;
}

Json answers_json(const Answers& answers) {
  Json json{{"line", answers.line}};
  put_text(json, "lag", answers.lag);
  json["basis"] = answers.basis;
  return json;
}

Json decision_json(const Decision& decision) {
  Json json = Json::object();
  put_text(json, "with", decision.with);
  json["score"] = decision.score;
  json["features"] = Json::array();
  for (const Feature& feature : decision.features) {
    json["features"].push_back(
        {{"name", feature.name}, {"value", feature.value}, {"weight", feature.weight}});
  }
  put_text(json, "by_editor", decision.by_editor);
  return json;
}

void put_report(Json& json, const Document* report) {
  if (report == nullptr) return;
  put_text(json, "outlet", report->outlet);
  put_text(json, "title", report->title);
  if (report->published) json["published"] = report->published->iso();
  put_text(json, "url", report->url);
}

Json member_json(const Member& member, const Assertion& assertion, const Reports& reports) {
  Json json{{"assertion", assertion.id}, {"doc", assertion.document}};
  put_report(json, reports.find(assertion.document));
  json["known"] = assertion.known.iso();
  json["object"] = fields_json(assertion.said);
  json["evidence"] = evidence_json(evidence_of(assertion.said), reports);
  json["decision"] = decision_json(member.decision);
  return json;
}

// Cuts a snippet at the signs that the store puts around hits.
Json snippet_json(const std::string& snippet) {
  Json parts = Json::array();
  std::size_t begin = 0;
  bool hit = false;
  while (begin <= snippet.size()) {
    const std::size_t end = std::min(snippet.find(hit ? '\x03' : '\x02', begin), snippet.size());
    if (end > begin) {
      parts.push_back({{"text", snippet.substr(begin, end - begin)}, {"hit", hit}});
    }
    begin = end + 1;
    hit = !hit;
  }
  return parts;
}

}  // namespace

OrderedJson evidence_json(std::span<const Evidence> evidence, const Reports& reports) {
  Json list = Json::array();
  for (const Evidence& one : evidence) {
    const Document* report = reports.find(one.document);
    if (report == nullptr) continue;
    const auto [start, end] = reports.code_points(*report, one.span);
    Json item{{"doc", one.document}, {"start", start}, {"end", end}, {"quote", one.quote}};
    put_text(item, "outlet", report->outlet);
    put_text(item, "title", report->title);
    if (report->published) item["published"] = report->published->iso();
    if (!one.marks.empty()) item["marks"] = marks_json(one, *report, reports);
    list.push_back(std::move(item));
  }
  return list;
}

OrderedJson fields_json(const Object& object) {
  FieldWriter writer;
  std::visit(
      [&](const auto& plain) {
        each_field(plain, writer);
        each_inner_field(plain, writer);
      },
      object);
  return writer.take();
}

OrderedJson line_json(const Line& line, const Reports& reports) {
  Json json{{"id", line.id}, {"list", name_of(list_of(line.object))}};
  json["sides"] = sides_of(line.object);
  if (const auto date = date_of(line.object)) json["date"] = date->iso();
  json["known"] = line.known.iso();
  json["object"] = fields_json(line.object);
  json["evidence"] = evidence_json(evidence_of(line.object), reports);
  json["life"] = life_json(line.life);
  if (line.answers && !line.answers->line.empty()) json["answers"] = answers_json(*line.answers);
  json["confirmed"] = line.confirmed;
  json["words"] = line.words;
  return json;
}

OrderedJson lines_json(std::span<const Line> lines, const Reports& reports) {
  Json list = Json::array();
  for (const Line& line : lines) list.push_back(line_json(line, reports));
  return list;
}

OrderedJson line_ref_json(const Line& line) {
  Json json{{"id", line.id}, {"list", name_of(list_of(line.object))}};
  put_text(json, "kind", std::string(kind_of(line.object)));
  put_text(json, "status", std::string(status_of(line.object)));
  json["sides"] = sides_of(line.object);
  if (const auto date = date_of(line.object)) json["date"] = date->iso();
  return json;
}

OrderedJson due_json(const Due& due, const Reports& reports) {
  return Json{{"day", due.day.iso()}, {"what", due.what}, {"line", line_json(due.line, reports)}};
}

OrderedJson hit_json(const Hit& hit, std::span<const Line> lines) {
  Json json{{"doc", hit.document}};
  put_text(json, "outlet", hit.outlet);
  put_text(json, "title", hit.title);
  if (hit.published) json["published"] = hit.published->iso();
  json["snippet"] = snippet_json(hit.snippet);
  json["lines"] = Json::array();
  for (const Line& line : lines) json["lines"].push_back(line_ref_json(line));
  return json;
}

OrderedJson word_json(const EditorWord& word, bool undone) {
  Json json{{"id", word.id}, {"kind", name_of(word.kind)}, {"anchors", word.anchors}};
  put_text(json, "field", word.field);
  if (!word.value.empty()) json["value"] = Json::parse(word.value, nullptr, false);
  put_text(json, "undoes", word.undoes);
  if (undone) json["undone"] = true;
  json["by"] = word.by;
  put_text(json, "because", word.because);
  json["known"] = word.known.iso();
  json["recorded"] = word.recorded;
  return json;
}

OrderedJson counts_json(const Counts& counts) {
  Json json = Json::object();
  for (std::size_t i = 0; i < kRecordLists; ++i) {
    json[std::string(name_of(static_cast<List>(i)))] = counts.lines[i];
  }
  return json;
}

OrderedJson document_json(const KeptDocument& kept, std::span<const Line> lines,
                          const Reports& reports) {
  const Document& document = kept.document;
  Json json{{"id", document.id}};
  put_report(json, &document);
  json["text"] = document.text;
  json["recorded"] = kept.recorded;
  json["coder"] = kept.coder;
  put_text(json, "superseded_by", kept.superseded_by);
  json["lines"] = lines_json(lines, reports);
  return json;
}

OrderedJson why_json(const Line& line, std::span<const Assertion> members,
                     std::span<const EditorWord> words, const Reports& reports) {
  Json json{{"line", line_json(line, reports)}, {"threshold", kSameThing}};
  json["members"] = Json::array();
  for (std::size_t i = 0; i < std::min(members.size(), line.members.size()); ++i) {
    json["members"].push_back(member_json(line.members[i], members[i], reports));
  }
  json["words"] = Json::array();
  for (const EditorWord& word : words) {
    const bool shapes =
        std::find(line.words.begin(), line.words.end(), word.id) != line.words.end();
    if (shapes) json["words"].push_back(word_json(word, is_undone(word, words)));
  }
  return json;
}

bool is_undone(const EditorWord& word, std::span<const EditorWord> words) {
  return std::any_of(words.begin(), words.end(), [&](const EditorWord& other) {
    return other.kind == WordKind::kUndo && other.undoes == word.id;
  });
}

std::string dump(const OrderedJson& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace detente
