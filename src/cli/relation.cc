#include "cli/relation.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace detente::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kNothing = "O";  // the model's label for "nothing is done"
constexpr std::string_view kYield[] = {"CONCEDE", "RETREAT"};

bool yields(std::string_view root) { return root == kYield[0] || root == kYield[1]; }

// "[start, end]" in code points to bytes. Null and absent give an empty span.
Result<Span> read_span(const Json& object, const char* field, const OffsetIndex& index,
                       const std::string& where) {
  const auto refuse = [&](const std::string& reason) {
    return fail(ErrorCode::kBadInput, where, std::string("field \"") + field + "\" " + reason);
  };
  const auto found = object.find(field);
  if (found == object.end() || found->is_null()) return Span{};
  if (!found->is_array() || found->size() != 2 || !(*found)[0].is_number_unsigned() ||
      !(*found)[1].is_number_unsigned()) {
    return refuse("must be [start, end], whole numbers");
  }
  const auto begin = (*found)[0].get<std::size_t>();
  const auto end = (*found)[1].get<std::size_t>();
  if (begin >= end || end > index.code_points()) {
    return refuse("must lie within the text's " + std::to_string(index.code_points()) +
                  " characters and not be empty");
  }
  return Span{static_cast<std::uint32_t>(index.to_byte(begin)),
              static_cast<std::uint32_t>(index.to_byte(end))};
}

double rounded(float value) { return std::round(static_cast<double>(value) * 1e4) / 1e4; }

}  // namespace

Result<PairLine> parse_pair(std::string_view line, const std::string& where) {
  if (!is_utf8(line)) return fail(ErrorCode::kBadInput, where, "broken UTF-8 text");
  Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) return fail(ErrorCode::kBadInput, where, "must be a JSON object");
  const auto text = object.find("text");
  if (text == object.end() || !text->is_string()) {
    return fail(ErrorCode::kBadInput, where, "field \"text\" must be a string");
  }
  PairLine out;
  out.text = text->get<std::string>();
  if (out.text.size() > std::size_t{1} << 30U) {
    return fail(ErrorCode::kTooLarge, where, "the text is over a gibibyte");
  }
  const OffsetIndex index(out.text);
  const Result<Span> source = read_span(object, "source", index, where);
  if (!source) return tl::unexpected(source.error());
  const Result<Span> target = read_span(object, "target", index, where);
  if (!target) return tl::unexpected(target.error());
  if (source->empty()) {
    return fail(ErrorCode::kBadInput, where, "field \"source\" is missing");
  }
  out.pair = {*source, *target};
  if (object.contains("id")) out.id = object["id"];
  return out;
}

Relation choose_relation(const RootScores& scores, const Ontology& ontology) {
  Relation out;
  float sum = 0;
  for (const auto& [root, score] : scores) {
    if (root == kNothing) {
      out.none = score;
    } else {
      out.scores.emplace_back(root, score);
      sum += score;
    }
  }
  float yield = 0;
  for (auto& [root, score] : out.scores) {
    score = sum > 0 ? score / sum : 1.0F / static_cast<float>(out.scores.size());
    if (yields(root)) yield += score;
  }
  std::ranges::stable_sort(out.scores, std::greater(),
                           [](const auto& entry) { return entry.second; });
  float best = -1;
  for (const auto& [root, score] : out.scores) {  // best first: of the two that yield, the likelier
    const float weight = yields(root) ? yield : score;
    if (weight > best) {
      best = weight;
      out.root = root;
    }
  }
  const EventRoot* root = ontology.find_root(out.root);
  if (root != nullptr) out.penta = root->penta;
  return out;
}

std::string relation_json(const Json& id, const Relation& relation) {
  Json scores = Json::object();
  for (const auto& [root, score] : relation.scores) scores[root] = rounded(score);
  const Json out = {{"id", id},
                    {"root", relation.root},
                    {"penta", relation.penta},
                    {"none", rounded(relation.none)},
                    {"scores", std::move(scores)}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace detente::cli
