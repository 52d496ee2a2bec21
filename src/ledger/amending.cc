#include "ledger/amending.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ledger/editor.h"
#include "ledger/fold.h"
#include "ledger/lives.h"
#include "ledger/object_json.h"

namespace detente {
namespace {

using Json = nlohmann::ordered_json;

bool is_status(const EditorWord& word) {
  return word.field == "status" || word.field == "standing";
}

// Fields that say which thing is meant; the others are set in the line, where they do not change
// what is held to be the same.
bool is_key(const std::string& field) {
  constexpr std::array<std::string_view, 14> kKeys = {
      "source", "target",  "root",    "speaker", "actor",  "stance", "by",
      "to",     "between", "against", "kind",    "actors", "person", "sides"};
  return std::find(kKeys.begin(), kKeys.end(), field) != kKeys.end();
}

// Stages that the word leaves: those known when it was said, and those that came about later.
bool stands(const Stage& stage, const EditorWord& word) {
  return stage.known <= word.known ||
         (stage.when && stage.when->begin.first_day() > word.known.last_day());
}

void amend_life(Line& line, const EditorWord& word) {
  std::erase_if(line.life, [&](const Stage& stage) { return !stands(stage, word); });
  const auto last = std::find_if(line.life.rbegin(), line.life.rend(), [&](const Stage& stage) {
    return !brought_by_time(stage) && stage.known <= word.known;
  });
  if (last == line.life.rend()) return;
  last->status = status_of(line.object);
  last->basis = kByEditor;
  // What time would have brought to the old status is no news of the new one.
  std::erase_if(line.life, [&](const Stage& stage) {
    return brought_by_time(stage) && stage.known <= word.known;
  });
  if (const Stage* told = last_told(line.life)) set_stage(line.object, *told);
}

}  // namespace

Object amended(const Object& object, const EditorWord& word) {
  Json json = to_json(object);
  if (word.value.empty()) {
    json.erase(word.field);
  } else {
    Json value = Json::parse(word.value, nullptr, false);
    if (value.is_discarded()) return object;
    json[word.field] = std::move(value);
  }
  const Result<Object> changed = object_from_json(list_of(object), json);
  return changed ? *changed : object;
}

void amend(Line& line, const EditorWord& word) {
  line.object = amended(line.object, word);
  if (is_status(word)) amend_life(line, word);
}

Assertion amended(Assertion assertion, std::span<const EditorWord> words) {
  for (const EditorWord* word : standing_words(words)) {
    const bool meant =
        word->kind == WordKind::kAmend &&
        std::find(word->anchors.begin(), word->anchors.end(), assertion.id) != word->anchors.end();
    if (meant && is_key(word->field)) assertion.said = amended(assertion.said, *word);
  }
  return assertion;
}

}  // namespace detente
