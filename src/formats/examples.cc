#include "formats/examples.h"

namespace detente {
namespace {

const char* verdict_of(WordKind kind) {
  switch (kind) {
    case WordKind::kConfirm: return "right";
    case WordKind::kReject: return "wrong";
    case WordKind::kMerge: return "same";
    case WordKind::kSplit: return "other";
    case WordKind::kAmend: return "amended";
    case WordKind::kUndo: break;
  }
  return "";
}

Result<OrderedJson> example(const Ledger& ledger, const EditorWord& word, bool undone,
                            const std::string& anchor) {
  const Result<Assertion> assertion = ledger.assertion(anchor);
  if (!assertion) return tl::unexpected(assertion.error());
  const Result<KeptDocument> kept = ledger.document(assertion->document);
  if (!kept) return tl::unexpected(kept.error());
  const Reports reports({kept->document});
  OrderedJson json{{"word", word.id}, {"verdict", verdict_of(word.kind)}, {"undone", undone}};
  json["by"] = word.by;
  json["because"] = word.because;
  json["doc"] = kept->document.id;
  if (!kept->document.outlet.empty()) json["outlet"] = kept->document.outlet;
  if (kept->document.published) json["published"] = kept->document.published->iso();
  json["list"] = name_of(list_of(assertion->said));
  json["read"] = fields_json(assertion->said);
  json["evidence"] = evidence_json(evidence_of(assertion->said), reports);
  if (word.kind == WordKind::kAmend) {
    json["amended"][word.field] =
        word.value.empty() ? OrderedJson() : OrderedJson::parse(word.value, nullptr, false);
  }
  json["text"] = kept->document.text;
  return json;
}

}  // namespace

Result<std::vector<OrderedJson>> training_examples(const Ledger& ledger, const EditorWord& word,
                                                   bool undone) {
  std::vector<OrderedJson> out;
  for (const std::string& anchor : word.anchors) {
    Result<OrderedJson> one = example(ledger, word, undone, anchor);
    if (!one) return tl::unexpected(one.error());
    out.push_back(*std::move(one));
  }
  return out;
}

}  // namespace detente
