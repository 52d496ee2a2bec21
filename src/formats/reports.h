// The reports that lines rest on: where a quote stands, in code points, and in which outlet.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/span.h"
#include "base/utf8.h"
#include "document/document.h"
#include "ledger/store/ledger.h"

namespace detente {

// Owns the documents. An index of a text is made when it is first asked for: not for several
// threads at once.
class Reports {
 public:
  explicit Reports(std::vector<Document> documents);

  const Document* find(const std::string& id) const;  // null where it is not there

  // A span in bytes of the document's text as [start, end) in code points.
  std::pair<std::size_t, std::size_t> code_points(const Document& document, Span span) const;

  const std::vector<Document>& all() const { return documents_; }

 private:
  std::vector<Document> documents_;
  std::unordered_map<std::string, std::size_t> by_id_;
  mutable std::unordered_map<std::string, OffsetIndex> indexes_;
};

// The reports that lines rest on.
Result<Reports> reports_of(const Ledger& ledger, std::span<const Line> lines);

}  // namespace detente
