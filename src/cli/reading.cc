#include "cli/reading.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/hash.h"

namespace detente::cli {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A hash of the small files that decide; the weights have their figures beside them.
std::string hash_of(const fs::path& folder) {
  constexpr std::uintmax_t kSmall = 4 << 20;
  constexpr std::size_t kLetters = 6;
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->is_regular_file(error) && at->file_size(error) < kSmall) files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) all += file.filename().string() + '\n' + bytes_of(file);
  return short_id(all, kLetters);
}

}  // namespace

Status read_each(Engine& engine, std::span<const Document> documents, const EachReading& each,
                 const Engine::Progress& progress) {
  const Result<const Lore*> lore = engine.lore();
  if (!lore) return tl::unexpected(lore.error());
  const auto read = [&](std::size_t i, Result<Analysis> analysis) {
    if (!analysis) return each(i, tl::unexpected(analysis.error()));
    std::vector<MetPerson> met;
    each(i, read_document(documents[i], *analysis, (*lore)->knowledge, (*lore)->times, met));
  };
  return engine.analyse(documents, read, progress);
}

Result<std::vector<ReadDocument>> read_all(Engine& engine, std::vector<Document> documents,
                                           const Engine::Progress& progress, Console& console) {
  std::vector<std::optional<Result<Reading>>> readings(documents.size());
  const auto each = [&](std::size_t i, Result<Reading> reading) {
    readings[i] = std::move(reading);
  };
  if (Status done = read_each(engine, documents, each, progress); !done) {
    return tl::unexpected(done.error());
  }
  std::vector<ReadDocument> out;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    Result<Reading>& reading = *readings[i];
    if (reading) {
      out.push_back({std::move(documents[i]), *std::move(reading)});
    } else {
      const Error& error = reading.error();
      console.refuse({error.code, "report \"" + documents[i].id + "\"", error.message()});
    }
  }
  return out;
}

std::string coder_version(const EngineOptions& options) {
  return "detente " DETENTE_VERSION " model " + hash_of(options.model) + " knowledge " +
         hash_of(options.knowledge);
}

}  // namespace detente::cli
