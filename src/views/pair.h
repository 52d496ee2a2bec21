// The part of a record that concerns two sides, in the order of time.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "reading/record.h"

namespace detente {

// What of `record` lies between `a` and `b`, each list oldest first, things without a date by the
// day of the report that tells them, and where that is unknown last.
//
// An event, measure or offer counts where both sides take part and one of them receives: what a and
// b do together to a third lies not between them. A statement counts where one of the two makes it
// about the other, a claim where both take part in it; those whose sides are unknown where their
// report tells something else that lies between the two. Roles are those of either side, each
// person and office once, latest word.
Record between(const Record& record, std::span<const Document> documents, const std::string& a,
               const std::string& b);

// Reports by their id; a dossier asks for one at every line. The documents must outlive it.
class ReportIndex {
 public:
  explicit ReportIndex(std::span<const Document> documents);

  // The report that the first evidence comes from; null where there is none.
  const Document* of(const std::vector<Evidence>& evidence) const;
  const Document* find(const std::string& id) const;

 private:
  std::unordered_map<std::string_view, const Document*> by_id_;
};

}  // namespace detente
