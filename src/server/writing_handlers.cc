// Reports and editors' words that come in. Whoever gets here has shown the token.
#include <algorithm>

#include "base/clock.h"
#include "document/reader.h"
#include "formats/line_json.h"
#include "server/negotiate.h"
#include "server/site.h"

namespace detente::server {
namespace {

Format format_of(const std::string& type) {
  if (type == "text/html") return Format::kHtml;
  return type == "text/plain" ? Format::kPlain : Format::kJsonLines;
}

// The reports of a body, whatever its type; one report as JSON is one line of JSON Lines.
tl::expected<Batch, Answer> read_body(const Asked& asked) {
  const std::string type = bare_type(asked.request.header("content-type"));
  const std::string& body = asked.request.body;
  if (body.empty()) return tl::unexpected(problem(400, "the body is empty"));
  if (type != kJsonType) return read_bytes(body, "body", format_of(type));
  auto report = read_json_body(asked.call.operation(), body);
  if (!report) return tl::unexpected(report.error());
  return read_bytes(text_of(*report), "body", Format::kJsonLines);
}

std::vector<std::string> texts_of(const Json& list) { return list.get<std::vector<std::string>>(); }

EditorWord word_of(const Json& json) {
  EditorWord word;
  word.kind = *word_kind_named(json["kind"].get<std::string>());  // the contract allows no other
  if (json.contains("lines")) word.anchors = texts_of(json["lines"]);
  word.field = json.value("field", "");
  if (json.contains("value") && !json["value"].is_null()) word.value = text_of(json["value"]);
  word.undoes = json.value("undoes", "");
  word.by = json.value("by", "editor");
  word.because = json.value("because", "");
  word.known = today();
  word.recorded = utc_now();
  return word;
}

// The ids that a word is on: those given, else those of the word that it undoes.
Result<std::vector<std::string>> concerned(const Ledger& ledger, const EditorWord& word) {
  if (word.kind != WordKind::kUndo) return word.anchors;
  const auto words = ledger.words();
  if (!words) return tl::unexpected(words.error());
  const auto found = std::ranges::find(*words, word.undoes, &EditorWord::id);
  if (found == words->end()) {
    return fail(ErrorCode::kNotFound, word.undoes, "there is no such word");
  }
  return found->anchors;
}

// The lines that the ids are in as they stand now, each once; those rejected left out.
std::vector<Line> lines_now(const Ledger& ledger, const std::vector<std::string>& ids) {
  std::vector<Line> lines;
  for (const std::string& id : ids) {
    Result<Line> line = ledger.line(id);
    if (!line || line->rejected) continue;
    const bool there = std::ranges::find(lines, line->id, &Line::id) != lines.end();
    if (!there) lines.push_back(*std::move(line));
  }
  return lines;
}

Answer refused(const Error& error) {
  const bool conflict =
      error.code == ErrorCode::kBadUsage && error.reason.starts_with("already undone");
  return conflict ? problem(409, error.message()) : failure(error);
}

Answer said(const Ledger& ledger, const std::string& id, const std::vector<std::string>& ids,
            Hub& hub) {
  const std::vector<Line> lines = lines_now(ledger, ids);
  for (const Line& line : lines) {
    hub.publish("line", {{"change", "changed"}, {"line", line_ref_json(line)}});
  }
  const auto reports = reports_of(ledger, lines);
  if (!reports) return failure(reports.error());
  return json_answer({{"id", id}, {"lines", lines_json(lines, *reports)}}, 201);
}

}  // namespace

Answer add_documents(const Asked& asked) {
  tl::expected<Batch, Answer> batch = read_body(asked);
  if (!batch) return batch.error();
  Json refused = refusals_json(batch->refused);
  const std::size_t reports = batch->documents.size();
  const auto id = asked.site.jobs->take(*std::move(batch));
  if (!id) return problem(503, "too many reports wait to be read").with("Retry-After", "60");
  Answer answer =
      json_answer({{"job", *id}, {"reports", reports}, {"refused", std::move(refused)}}, 202);
  return answer.with("Location", "/api/v1/jobs/" + *id);
}

Answer job(const Asked& asked) {
  const std::string id = asked.call.text("id");
  const auto job = asked.site.jobs ? asked.site.jobs->job(id) : std::nullopt;
  return job ? json_answer(*job) : problem(404, id + ": there is no such reading");
}

Answer words(const Asked& asked) {
  auto words = asked.ledger.words();
  if (!words) return failure(words.error());
  const std::vector<EditorWord> all = *words;
  if (asked.call.has("line")) {
    const auto line = asked.ledger.line(asked.call.text("line"));
    if (!line && line.error().code != ErrorCode::kNotFound) return failure(line.error());
    std::erase_if(*words, [&](const EditorWord& word) {
      return !line || std::ranges::find(line->words, word.id) == line->words.end();
    });
  }
  std::ranges::stable_sort(*words, std::greater(), &EditorWord::recorded);
  words->resize(std::min(words->size(), static_cast<std::size_t>(asked.call.number("limit"))));
  Json list = Json::array();
  for (const EditorWord& word : *words) list.push_back(word_json(word, is_undone(word, all)));
  return json_answer({{"words", std::move(list)}});
}

Answer say(const Asked& asked) {
  const auto json = read_json_body(asked.call.operation(), asked.request.body);
  if (!json) return json.error();
  EditorWord word = word_of(*json);
  const std::lock_guard lock(asked.site.writer->mutex);
  Ledger& ledger = asked.site.writer->ledger;
  const auto ids = concerned(ledger, word);
  if (!ids) return failure(ids.error());
  const Result<std::string> id = ledger.say(std::move(word));
  if (!id) return refused(id.error());
  return said(ledger, *id, *ids, asked.site.hub);
}

}  // namespace detente::server
