#include "cli/engine.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <sched.h>
#include <thread>

namespace detente::cli {
namespace {

// Documents that go through the model together: enough to fill its batches.
constexpr std::size_t kBatchDocuments = 16;
constexpr std::size_t kBatchBytes = std::size_t{128} << 10;

int usable_cores() {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return std::max(1, CPU_COUNT(&set));
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Result<Lore> load_lore(const std::filesystem::path& folder) {
  auto times = std::async(std::launch::async, [&] { return TimeWords::load(folder / "times"); });
  Result<Knowledge> knowledge = load_knowledge(folder);
  Result<TimeWords> words = times.get();
  if (!knowledge) return tl::unexpected(knowledge.error());
  if (!words) return tl::unexpected(words.error());
  return Lore{*std::move(knowledge), *std::move(words)};
}

// A damaged cache must not stop anyone: without it loading only takes longer.
Result<std::unique_ptr<Annotator>> load_annotator(const std::filesystem::path& folder,
                                                  NetworkOptions options) {
  Result<Annotator> annotator = Annotator::load(folder, options);
  if (!annotator && !options.cache.empty()) {
    options.cache.clear();
    annotator = Annotator::load(folder, options);
  }
  if (!annotator) return tl::unexpected(annotator.error());
  return std::make_unique<Annotator>(*std::move(annotator));
}

struct DocumentRange {
  std::size_t first;
  std::size_t last;
};

std::vector<DocumentRange> batches_of(std::span<const Document> documents) {
  std::vector<DocumentRange> out;
  std::size_t first = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    bytes += documents[i].text.size();
    const bool full = i + 1 - first == kBatchDocuments || bytes >= kBatchBytes;
    if (!full && i + 1 < documents.size()) continue;
    out.push_back({first, i + 1});
    first = i + 1;
    bytes = 0;
  }
  return out;
}

Result<std::vector<Analysis>> annotate(Annotator& annotator, std::span<const Document> documents) {
  std::vector<std::string_view> texts;
  for (const Document& document : documents) texts.push_back(document.text);
  try {
    return annotator.annotate(texts);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::kTooLarge, "", "not enough memory for a text of this size");
  }
}

void annotate_batch(Annotator& annotator, std::span<const Document> all, DocumentRange range,
                    const Engine::Each& each) {
  auto analyses = annotate(annotator, all.subspan(range.first, range.last - range.first));
  if (analyses) {
    for (std::size_t i = range.first; i < range.last; ++i) {
      each(i, std::move((*analyses)[i - range.first]));
    }
  } else if (range.last - range.first == 1) {
    each(range.first, tl::unexpected(analyses.error()));
  } else {  // one of them spoils the batch: the others must not suffer
    for (std::size_t i = range.first; i < range.last; ++i) {
      annotate_batch(annotator, all, {i, i + 1}, each);
    }
  }
}

}  // namespace

Engine::Engine(EngineOptions options) : options_(std::move(options)) {
  if (options_.threads <= 0) options_.threads = usable_cores();
  if (!options_.knowledge.empty()) {
    lore_ = std::async(std::launch::async, load_lore, options_.knowledge).share();
  }
}

Result<const Lore*> Engine::lore() const {
  const Result<Lore>& lore = lore_.get();
  if (!lore) return tl::unexpected(lore.error());
  return &*lore;
}

Status Engine::prepare(std::size_t jobs) {
  if (!annotators_.empty()) return {};
  const auto threads = static_cast<std::size_t>(options_.threads);
  return load_annotators(std::clamp<std::size_t>(jobs, 1, threads));
}

// Several small networks side by side do more than one on several threads; but one job alone is
// quicker with all of them.
Status Engine::load_annotators(std::size_t count) {
  const NetworkOptions network{options_.precision, options_.threads / static_cast<int>(count),
                               options_.cache};
  // The first load fills the cache for the others.
  auto first = load_annotator(options_.model, network);
  if (!first) return tl::unexpected(first.error());
  annotators_.push_back(*std::move(first));
  std::vector<std::future<Result<std::unique_ptr<Annotator>>>> others;
  for (std::size_t i = 1; i < count; ++i) {
    others.push_back(std::async(std::launch::async, load_annotator, options_.model, network));
  }
  for (auto& other : others) {
    auto annotator = other.get();
    if (!annotator) return tl::unexpected(annotator.error());
    annotators_.push_back(*std::move(annotator));
  }
  return {};
}

Status Engine::share_out(std::size_t jobs, const std::function<void(Annotator&, std::size_t)>& work,
                         const std::function<void(std::size_t)>& progress) {
  if (Status ready = prepare(jobs); !ready) return ready;
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> done = 0;
  const auto run = [&](Annotator& annotator, bool on_callers_thread) {
    for (std::size_t job = next++; job < jobs; job = next++) {
      work(annotator, job);
      ++done;
      if (on_callers_thread) progress(done);
    }
  };
  std::vector<std::jthread> helpers;
  for (std::size_t i = 1; i < std::min(annotators_.size(), jobs); ++i) {
    helpers.emplace_back(run, std::ref(*annotators_[i]), false);
  }
  run(*annotators_[0], true);
  return {};
}

Status Engine::analyse(std::span<const Document> documents, const Each& each,
                       const Progress& progress) {
  const std::vector<DocumentRange> batches = batches_of(documents);
  std::atomic<std::size_t> done = 0;
  const auto work = [&](Annotator& annotator, std::size_t i) {
    annotate_batch(annotator, documents, batches[i], each);
    done += batches[i].last - batches[i].first;
  };
  return share_out(batches.size(), work, [&](std::size_t) { progress(done); });
}

}  // namespace detente::cli
