#include "formats/reports.h"

namespace detente {

Reports::Reports(std::vector<Document> documents) : documents_(std::move(documents)) {
  for (std::size_t i = 0; i < documents_.size(); ++i) by_id_.emplace(documents_[i].id, i);
}

const Document* Reports::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &documents_[found->second];
}

std::pair<std::size_t, std::size_t> Reports::code_points(const Document& document,
                                                         Span span) const {
  const OffsetIndex& index = indexes_.try_emplace(document.id, document.text).first->second;
  return {index.to_code_point(span.begin), index.to_code_point(span.end)};
}

Result<Reports> reports_of(const Ledger& ledger, std::span<const Line> lines) {
  auto documents = ledger.documents_of(lines);
  if (!documents) return tl::unexpected(documents.error());
  return Reports(*std::move(documents));
}

}  // namespace detente
