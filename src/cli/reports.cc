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
  std::vector<std::optional<Result<Analysis>>> analysed(out.documents.size());
  const auto each = [&](std::size_t i, Result<Analysis> analysis) {
    analysed[i] = std::move(analysis);
  };
  const auto progress = [&](std::size_t done) {
    console.progress(done, out.documents.size(), "reports");
  };
  if (Status done = engine.analyse(out.documents, each, progress); !done) {
    return tl::unexpected(done.error());
  }
  const auto lore = engine.lore();
  if (!lore) return tl::unexpected(lore.error());
  std::vector<Reading> readings;
  std::vector<MetPerson> met;
  for (const std::size_t i : publication_order(out.documents)) {
    const Document& document = out.documents[i];
    const Result<Analysis>& analysis = *analysed[i];
    if (analysis) {
      readings.push_back(
          read_document(document, *analysis, (*lore)->knowledge, (*lore)->times, met));
    } else {
      console.refuse(
          {analysis.error().code, "report \"" + document.id + "\"", analysis.error().message()});
    }
    analysed[i].reset();
  }
  out.record = fold(readings, out.as_of);
  return out;
}

}  // namespace detente::cli
