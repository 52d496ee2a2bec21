#include "cli/reports.h"

#include <optional>

#include "cli/reading.h"
#include "cli/sources.h"
#include "ledger/store/ledger.h"

namespace detente::cli {
namespace {

std::optional<Date> latest_publication(const std::vector<Document>& documents) {
  std::optional<Date> latest;
  for (const Document& document : documents) {
    if (document.published && (!latest || *document.published > *latest)) {
      latest = document.published;
    }
  }
  return latest;
}

}  // namespace

Result<FoldedReports> fold_reports(Engine& engine, const std::vector<std::string>& inputs,
                                   std::optional<Date> as_of, Console& console) {
  FoldedReports out;
  out.documents = read_all_reports(inputs, console);
  out.as_of = as_of ? as_of : latest_publication(out.documents);
  if (out.documents.empty()) return out;
  const auto progress = [&](std::size_t done) {
    console.progress(done, out.documents.size(), "reports");
  };
  const auto read = read_all(engine, out.documents, progress, console);
  if (!read) return tl::unexpected(read.error());
  // A ledger that is forgotten: the same fold as that of one which is kept.
  Result<Ledger> ledger = Ledger::in_memory();
  if (!ledger) return tl::unexpected(ledger.error());
  const auto kept = ledger->add(*read, {.recorded = "1970-01-01T00:00:00Z", .coder = "detente"});
  if (!kept) return tl::unexpected(kept.error());
  Result<Record> record = ledger->record(out.as_of, std::nullopt);
  if (!record) return tl::unexpected(record.error());
  out.record = *std::move(record);
  return out;
}

}  // namespace detente::cli
