#include "formats/analysis_json.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "formats/csv.h"

namespace detente {
namespace {

using Json = OrderedJson;

constexpr int kMaxLag = 6;  // months

Json cell_json(const Month& month) {
  Json json{{"events", month.events}};
  json["goldstein"] = month.events == 0 ? Json() : Json(month.mean());
  json["sum"] = month.goldstein;
  json["roots"] = month.by_root.empty() ? Json::object() : Json(month.by_root);
  for (std::size_t i = 0; i < kQuadCodes.size(); ++i)
    json["quads"][kQuadCodes[i]] = month.by_quad[i];
  json["ids"] = month.lines;
  return json;
}

// The month of a series that does not reach so far is one without events.
Month month_in(std::span<const Month> series, const Date& month) {
  const auto found = std::find_if(series.begin(), series.end(),
                                  [&](const Month& one) { return one.month == month; });
  return found == series.end() ? Month{.month = month} : *found;
}

// All months of two series, each without gaps: the gap between them is filled.
std::vector<Date> months_of(std::span<const Month> one, std::span<const Month> other) {
  std::set<Date> months;
  for (const Month& month : one) months.insert(month.month);
  for (const Month& month : other) months.insert(month.month);
  std::vector<Date> out;
  if (months.empty()) return out;
  for (Date day = *months.begin(); day <= *months.rbegin(); day = next_month(day))
    out.push_back(day);
  return out;
}

Json mean_json(std::span<const Month> series) {
  double sum = 0;
  int events = 0;
  for (const Month& month : series) {
    sum += month.goldstein;
    events += month.events;
  }
  return events == 0 ? Json() : Json(sum / events);
}

Json answer_json(const Answer& answer, const std::string& by) {
  Json json{{"line", answer.line}, {"answers", answer.trigger}, {"by", by}, {"kind", answer.kind}};
  if (!answer.trigger_kind.empty()) json["answers_kind"] = answer.trigger_kind;
  if (answer.lag) {
    json["lag"] = fmt::format("P{}D", *answer.lag);
    json["days"] = *answer.lag;
  }
  json["basis"] = answer.told ? "told" : "in kind";
  return json;
}

Json side_json(const Reciprocity& side) {
  Json json{{"answerer", side.answerer},     {"answered", side.answered},
            {"measures", side.measures},     {"met", side.met},
            {"share_met", side.share_met()}, {"share_in_kind", side.share_in_kind()},
            {"answers", side.answers.size()}};
  json["by_kind"] = side.by_kind.empty() ? Json::object() : Json(side.by_kind);
  return json;
}

void add_row(std::string& csv, const std::string& source, const std::string& target,
             const Month& month) {
  std::vector<std::string> row{month.month.iso(),
                               source,
                               target,
                               std::to_string(month.events),
                               fmt::format("{:g}", month.goldstein),
                               month.events == 0 ? "" : fmt::format("{:.3f}", month.mean())};
  for (const int count : month.by_quad) row.push_back(std::to_string(count));
  std::vector<std::string> roots;
  for (const auto& [root, count] : month.by_root)
    roots.push_back(fmt::format("{}={}", root, count));
  row.push_back(fmt::format("{}", fmt::join(roots, " ")));
  row.push_back(fmt::format("{}", fmt::join(month.lines, " ")));
  csv += csv_row(row);
}

}  // namespace

OrderedJson series_json(const std::string& a, const std::string& b, std::span<const Month> a_to_b,
                        std::span<const Month> b_to_a) {
  Json json{{"a", a}, {"b", b}, {"months", Json::array()}};
  for (const Date& month : months_of(a_to_b, b_to_a)) {
    json["months"].push_back({{"month", month.iso()},
                              {"a_to_b", cell_json(month_in(a_to_b, month))},
                              {"b_to_a", cell_json(month_in(b_to_a, month))}});
  }
  return json;
}

std::string series_csv(const std::string& a, const std::string& b, std::span<const Month> a_to_b,
                       std::span<const Month> b_to_a) {
  std::vector<std::string> head{"month",  "source",        "target",
                                "events", "goldstein_sum", "goldstein_mean"};
  head.insert(head.end(), kQuadCodes.begin(), kQuadCodes.end());
  head.insert(head.end(), {"roots", "ids"});
  std::string csv = csv_row(head);
  for (const Date& month : months_of(a_to_b, b_to_a)) {
    add_row(csv, a, b, month_in(a_to_b, month));
    add_row(csv, b, a, month_in(b_to_a, month));
  }
  return csv;
}

OrderedJson reciprocity_json(const Dealings& dealings) {
  Json json{{"a", dealings.a}, {"b", dealings.b}};
  json["months"] = months_of(dealings.a_to_b, dealings.b_to_a).size();
  json["mean_a_to_b"] = mean_json(dealings.a_to_b);
  json["mean_b_to_a"] = mean_json(dealings.b_to_a);
  json["lags"] = Json::array();
  for (const LagCorrelation& lag : lag_correlations(dealings.a_to_b, dealings.b_to_a, kMaxLag)) {
    json["lags"].push_back({{"lag", lag.lag},
                            {"correlation", lag.correlation ? Json(*lag.correlation) : Json()},
                            {"months", lag.months}});
  }
  json["answers"] = Json::array();
  json["median_days"] = {{"a", nullptr}, {"b", nullptr}};
  json["sides"] = Json::array();
  for (const Reciprocity& side : dealings.sides) {
    for (const Answer& answer : side.answers)
      json["answers"].push_back(answer_json(answer, side.answerer));
    if (side.median_lag)
      json["median_days"][side.answerer == dealings.a ? "a" : "b"] = *side.median_lag;
    json["sides"].push_back(side_json(side));
  }
  json["standing"] = Json::array();
  for (const Standing& one : dealings.standing) {
    json["standing"].push_back(
        {{"line", one.line->id}, {"since", one.since.iso()}, {"days", one.days}});
  }
  json["asymmetries"] = Json::array();
  for (const Asymmetry& one : dealings.asymmetries)
    json["asymmetries"].push_back({{"what", one.what}, {"a", one.from_a}, {"b", one.from_b}});
  return json;
}

std::string reciprocity_csv(const Dealings& dealings) {
  std::string csv = csv_row({"answerer", "answered", "line", "kind", "answers", "answers_kind",
                             "days", "in_kind", "basis"});
  for (const Reciprocity& side : dealings.sides) {
    for (const Answer& answer : side.answers) {
      csv += csv_row({side.answerer, side.answered, answer.line, answer.kind, answer.trigger,
                      answer.trigger_kind, answer.lag ? std::to_string(*answer.lag) : "",
                      answer.in_kind ? "yes" : "no", answer.told ? "told" : "in kind"});
    }
  }
  return csv;
}

}  // namespace detente
