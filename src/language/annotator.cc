#include "language/annotator.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "language/decode.h"
#include "language/segment.h"
#include "language/windows.h"

namespace detente {
namespace {

// Pieces in one batch, padding included: larger batches gain nothing on one core and cost memory.
constexpr std::size_t kBatchPieces = 1024;

struct Job {
  std::size_t document;
  Window window;
};

// Cuts jobs sorted by length into batches: [begin, end) indices.
std::vector<std::pair<std::size_t, std::size_t>> batches_of(const std::vector<Job>& jobs) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= jobs.size(); ++i) {
    const bool full =
        i < jobs.size() && (i + 1 - begin) * jobs[i].window.pieces.size() > kBatchPieces;
    if (i < jobs.size() && !full) continue;
    out.emplace_back(begin, i);
    begin = i;
  }
  return out;
}

TokenRange covering(const Analysis& analysis, Span span) {
  TokenRange range;
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(analysis.tokens.size()); ++t) {
    if (!analysis.tokens[t].span.overlaps(span)) continue;
    if (range.empty()) range.first = t;
    range.last = t + 1;
  }
  return range;
}

// What windows give in order of length is put back into the order of the text.
void sort_by_text(Analysis& analysis) {
  const auto first = [](const Attribution& a) {
    TokenIndex least = std::numeric_limits<TokenIndex>::max();
    for (const auto* part : {&a.source, &a.cue, &a.content}) {
      for (const TokenRange range : *part) least = std::min(least, range.first);
    }
    return least;
  };
  std::stable_sort(analysis.entities.begin(), analysis.entities.end(),
                   [](const Entity& a, const Entity& b) { return a.tokens < b.tokens; });
  std::sort(analysis.times.begin(), analysis.times.end());
  std::stable_sort(analysis.attributions.begin(), analysis.attributions.end(),
                   [&](const Attribution& a, const Attribution& b) { return first(a) < first(b); });
  std::stable_sort(analysis.triggers.begin(), analysis.triggers.end(),
                   [](const Trigger& a, const Trigger& b) { return a.tokens < b.tokens; });
}

RootScores probabilities(std::span<const float> row, const std::vector<std::string>& roots) {
  const float top = *std::max_element(row.begin(), row.end());
  RootScores out;
  float sum = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    out.emplace_back(roots[i], std::exp(row[i] - top));
    sum += out.back().second;
  }
  for (auto& entry : out) entry.second /= sum;
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace

Result<Annotator> Annotator::load(const std::filesystem::path& folder,
                                  const NetworkOptions& options) {
  auto sets = LabelSets::load(folder / "labels.json");
  if (!sets) return tl::unexpected(sets.error());
  auto pieces = WordPieces::load(folder / "vocabulary.txt");
  if (!pieces) return tl::unexpected(pieces.error());
  auto network = Network::load(folder, options);
  if (!network) return tl::unexpected(network.error());
  return Annotator(std::make_shared<const LabelSets>(std::move(*sets)), std::move(*pieces),
                   std::move(*network));
}

Result<void> Annotator::annotate(std::vector<Analysis>& cut) {
  std::vector<Job> jobs;
  for (std::size_t d = 0; d < cut.size(); ++d) {
    for (Window& window : make_windows(cut[d], pieces_, sets_->window_words))
      jobs.push_back({d, std::move(window)});
  }
  std::stable_sort(jobs.begin(), jobs.end(), [](const Job& a, const Job& b) {
    return a.window.pieces.size() < b.window.pieces.size();
  });
  for (const auto& [begin, end] : batches_of(jobs)) {
    std::vector<const Window*> batch;
    for (std::size_t i = begin; i < end; ++i) batch.push_back(&jobs[i].window);
    auto scores = network_.run(batch);
    if (!scores) return tl::unexpected(scores.error());
    for (std::size_t i = begin; i < end; ++i) {
      decode_window((*scores)[i - begin], jobs[i].window, *sets_, cut[jobs[i].document]);
    }
  }
  for (Analysis& analysis : cut) sort_by_text(analysis);
  return {};
}

Result<std::vector<Analysis>> Annotator::annotate(const std::vector<std::string_view>& texts) {
  std::vector<Analysis> cut;
  cut.reserve(texts.size());
  for (const std::string_view text : texts) cut.push_back(segment(text));
  if (auto done = annotate(cut); !done) return tl::unexpected(done.error());
  return cut;
}

Result<Analysis> Annotator::annotate(std::string_view text) {
  auto all = annotate(std::vector<std::string_view>{text});
  if (!all) return tl::unexpected(all.error());
  return std::move(all->front());
}

Result<std::vector<RootScores>> Annotator::relate(std::string_view text,
                                                  const std::vector<Pair>& pairs) {
  const Analysis cut = segment(text);
  std::vector<RootScores> out;
  for (const Pair& pair : pairs) {
    const TokenRange source = covering(cut, pair.source);
    const TokenRange target = pair.target.empty() ? TokenRange{} : covering(cut, pair.target);
    if (source.empty())
      return fail(ErrorCode::kBadInput, "source", "the span covers no word of the text");
    if (!pair.target.empty() && target.empty()) {
      return fail(ErrorCode::kBadInput, "target", "the span covers no word of the text");
    }
    const Window window = mark_pair(cut, pieces_, source, target);
    const Window* batch[] = {&window};
    auto scores = network_.run(batch);
    if (!scores) return tl::unexpected(scores.error());
    out.push_back(probabilities(scores->front().pair,
                                sets_->frames[static_cast<std::size_t>(Frame::kEvent)]));
  }
  return out;
}

}  // namespace detente
