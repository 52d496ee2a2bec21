#include "cli/reports.h"

#include <mutex>
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

// All documents through the model; those that it cannot take are refused.
Result<std::vector<ReadDocument>> read_all(Engine& engine, const std::vector<Document>& documents,
                                           Console& console) {
  std::vector<std::optional<Result<Reading>>> readings(documents.size());
  const auto each = [&](std::size_t i, Result<Reading> reading) {
    readings[i] = std::move(reading);
  };
  const auto progress = [&](std::size_t done) {
    console.progress(done, documents.size(), "reports");
  };
  if (Status done = read_each(engine, documents, each, progress); !done) {
    return tl::unexpected(done.error());
  }
  std::vector<ReadDocument> out;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Result<Reading>& reading = *readings[i];
    if (reading) {
      out.push_back({documents[i], *std::move(reading)});
    } else {
      const Error& error = reading.error();
      console.refuse({error.code, "report \"" + documents[i].id + "\"", error.message()});
    }
  }
  return out;
}

}  // namespace

Result<FoldedReports> fold_reports(Engine& engine, const std::vector<std::string>& inputs,
                                   std::optional<Date> as_of, Console& console) {
  FoldedReports out;
  out.documents = read_all_reports(inputs, console);
  out.as_of = as_of ? as_of : latest_publication(out.documents);
  if (out.documents.empty()) return out;
  const auto read = read_all(engine, out.documents, console);
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
