// The record: lists, single lines, reports, what is due, search.
#include <algorithm>
#include <limits>

#include "formats/csv.h"
#include "formats/line_json.h"
#include "server/site.h"

namespace detente::server {
namespace {

constexpr std::size_t kMostLinesOfHit = 50;

// The address of the next page: the same question with another cursor.
std::string next_link(const Request& request, const std::string& cursor) {
  std::string link = request.target.substr(0, request.target.find('?'));
  char before = '?';
  for (const auto& [name, value] : request.query) {
    if (name == "cursor") continue;
    link += before + percent_encoded(name) + '=' + percent_encoded(value);
    before = '&';
  }
  return '<' + link + before + "cursor=" + percent_encoded(cursor) + ">; rel=\"next\"";
}

Answer page_of(const Asked& asked, List list, const Listed& listed, const Reports& reports) {
  if (asked.call.type() == "text/csv") {
    return {.type = "text/csv; charset=utf-8",
            .body = csv_head(list) + csv_rows(listed.lines, reports)};
  }
  Json json{{"lines", lines_json(listed.lines, reports)}};
  if (!listed.next.empty()) json["next"] = listed.next;
  return json_answer(json);
}

}  // namespace

Answer lines(const Asked& asked) {
  const List list = *list_named(asked.call.text("list"));  // one of the contract's
  const auto listed = asked.ledger.lines(list, filter_of(asked.call));
  if (!listed) return failure(listed.error());
  const auto reports = reports_of(asked.ledger, listed->lines);
  if (!reports) return failure(reports.error());
  Answer answer = page_of(asked, list, *listed, *reports);
  if (!listed->next.empty()) answer.with("Link", next_link(asked.request, listed->next));
  return answer;
}

Answer line(const Asked& asked) {
  const std::string id = asked.call.text("id");
  auto line = asked.ledger.line(id);
  if (!line) return failure(line.error());
  if (line->rejected) return problem(404, id + ": an editor rejected it");
  if (const auto day = asked.call.day("as_of")) {
    auto object = at(*line, *day);
    if (!object) return problem(404, id + ": it was not there yet on " + day->iso());
    line->object = *std::move(object);
  }
  const auto reports = reports_of(asked.ledger, {&*line, 1});
  if (!reports) return failure(reports.error());
  return json_answer(line_json(*line, *reports));
}

Answer why(const Asked& asked) {
  const auto line = asked.ledger.line(asked.call.text("id"));
  if (!line) return failure(line.error());
  const auto members = asked.ledger.members_of(*line);
  if (!members) return failure(members.error());
  const auto words = asked.ledger.words();
  if (!words) return failure(words.error());
  const auto reports = reports_of(asked.ledger, {&*line, 1});
  if (!reports) return failure(reports.error());
  return json_answer(why_json(*line, *members, *words, *reports));
}

Answer document(const Asked& asked) {
  const std::string id = asked.call.text("id");
  const auto kept = asked.ledger.document(id);
  if (!kept) return failure(kept.error());
  const auto lines = asked.ledger.lines_of(id);
  if (!lines) return failure(lines.error());
  // Evidence from reports that are not given is left out: it is cut to this one.
  const Reports reports({kept->document});
  return json_answer(document_json(*kept, *lines, reports));
}

Answer due(const Asked& asked) {
  constexpr int kAhead = 90;
  const auto as_of = day_of(asked);
  if (!as_of) return failure(as_of.error());
  const Date from = asked.call.day("from").value_or(*as_of);
  const Date last{9999, 12, 31};
  const Date to = asked.call.day("to").value_or(add_days(from, kAhead).value_or(last));
  Filter filter = filter_of(asked.call);
  filter.as_of = *as_of;
  auto due = asked.ledger.due(from, to, filter);
  if (!due) return failure(due.error());
  due->resize(std::min(due->size(), static_cast<std::size_t>(asked.call.number("limit"))));
  std::vector<Line> lines;
  for (const Due& one : *due) lines.push_back(one.line);
  const auto reports = reports_of(asked.ledger, lines);
  if (!reports) return failure(reports.error());
  Json list = Json::array();
  for (const Due& one : *due) list.push_back(due_json(one, *reports));
  return json_answer({{"from", from.iso()}, {"to", to.iso()}, {"due", std::move(list)}});
}

Answer search(const Asked& asked) {
  const auto hits = asked.ledger.search(asked.call.text("q"), filter_of(asked.call));
  if (!hits) return failure(hits.error());
  Json list = Json::array();
  for (const Hit& hit : *hits) {
    auto lines = asked.ledger.lines_of(hit.document);
    if (!lines) return failure(lines.error());
    if (lines->size() > kMostLinesOfHit) lines->resize(kMostLinesOfHit);
    list.push_back(hit_json(hit, *lines));
  }
  return json_answer({{"hits", std::move(list)}});
}

}  // namespace detente::server
