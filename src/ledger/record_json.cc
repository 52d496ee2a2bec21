#include "ledger/record_json.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "ledger/field_writer.h"
#include "ledger/fields.h"

namespace detente {
namespace {

using Json = nlohmann::ordered_json;

class Offsets {
 public:
  explicit Offsets(std::span<const Document> documents) {
    for (const Document& document : documents) {
      indexes_.try_emplace(document.id, document.text);
    }
  }

  Json evidence(const std::vector<Evidence>& all) const {
    Json list = Json::array();
    for (const Evidence& one : all) {
      Json item{{"doc", one.document}};
      if (const auto found = indexes_.find(one.document); found != indexes_.end()) {
        item["start"] = found->second.to_code_point(one.span.begin);
        item["end"] = found->second.to_code_point(one.span.end);
      }
      item["quote"] = one.quote;
      list.push_back(std::move(item));
    }
    return list;
  }

 private:
  std::unordered_map<std::string, OffsetIndex> indexes_;  // views of the documents' texts
};

template <typename Item>
Json list(const std::vector<Item>& items, const Offsets& offsets) {
  Json all = Json::array();
  for (const Item& item : items) {
    FieldWriter writer;
    each_field(item, writer);
    writer.put("evidence", offsets.evidence(item.evidence));
    all.push_back(writer.take());
  }
  return all;
}

}  // namespace

nlohmann::ordered_json to_json(const Record& record, std::span<const Document> documents) {
  const Offsets offsets(documents);
  return Json{{"events", list(record.events, offsets)},
              {"statements", list(record.statements, offsets)},
              {"proposals", list(record.proposals, offsets)},
              {"channels", list(record.channels, offsets)},
              {"measures", list(record.measures, offsets)},
              {"meetings", list(record.meetings, offsets)},
              {"claims", list(record.claims, offsets)},
              {"roles", list(record.roles, offsets)}};
}

}  // namespace detente
