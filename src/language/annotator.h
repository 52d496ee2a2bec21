// The door of the language room: a text in, its Analysis out.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/analysis.h"
#include "language/labels.h"
#include "language/network.h"

namespace detente {

// A pair of sides in a text, for `relate`: byte spans. An empty target asks for the source's act
// alone.
struct Pair {
  Span source;
  Span target;
};

// Probability of each root for a pair, best first. The label "O" is two sides between which nothing
// is done.
using RootScores = std::vector<std::pair<std::string, float>>;

// Everything the language room needs, loaded once. Not safe to share between threads. Analyses hold
// views into the annotator's label sets: it must outlive them.
class Annotator {
 public:
  // `folder`: detente-fp16.xml/.bin, detente-int8.xml/.bin, vocabulary.txt, labels.json.
  static Result<Annotator> load(const std::filesystem::path& folder, const NetworkOptions& options);

  // Analyses texts together, which fills the encoder's batches better than one by one.
  Result<std::vector<Analysis>> annotate(const std::vector<std::string_view>& texts);
  Result<Analysis> annotate(std::string_view text);

  // Analyses words and sentences that are given (treebanks): token spans, forms and sentences stay.
  Result<void> annotate(std::vector<Analysis>& cut);

  // The relation of the given pairs of one text; outer size that of `pairs`. A span that covers no
  // word is kBadInput.
  Result<std::vector<RootScores>> relate(std::string_view text, const std::vector<Pair>& pairs);

  const LabelSets& sets() const { return *sets_; }
  std::string precision() const { return network_.precision(); }

 private:
  Annotator(std::shared_ptr<const LabelSets> sets, WordPieces pieces, Network network)
      : sets_(std::move(sets)), pieces_(std::move(pieces)), network_(std::move(network)) {}

  std::shared_ptr<const LabelSets> sets_;
  WordPieces pieces_;
  Network network_;
};

}  // namespace detente
