#include "cli/reports.h"

#include <optional>

#include "cli/sources.h"
#include "ledger/fold.h"
#include "reading/reading.h"

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
  std::vector<std::optional<Result<Reading>>> read(out.documents.size());
  const auto each = [&](std::size_t i, Result<Analysis> analysis) {
    const Result<const Lore*> lore = engine.lore();
    if (!analysis || !lore) {
      read[i] = tl::unexpected(analysis ? lore.error() : analysis.error());
      return;
    }
    read[i] = read_document(out.documents[i], *analysis, (*lore)->knowledge, (*lore)->times);
  };
  const auto progress = [&](std::size_t done) {
    console.progress(done, out.documents.size(), "reports");
  };
  if (Status done = engine.analyse(out.documents, each, progress); !done) {
    return tl::unexpected(done.error());
  }
  if (const auto lore = engine.lore(); !lore) return tl::unexpected(lore.error());
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (*read[i]) {
      readings.push_back(**std::move(read[i]));
    } else {
      console.refuse({read[i]->error().code, "report \"" + out.documents[i].id + "\"",
                      read[i]->error().message()});
    }
  }
  out.record = fold(readings, out.as_of);
  return out;
}

}  // namespace detente::cli
