// The model and the knowledge, loaded for a command, and reports run through the model by as many
// threads as pay.
#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "knowledge/knowledge.h"
#include "language/annotator.h"
#include "reading/times/words.h"

namespace detente::cli {

struct EngineOptions {
  std::filesystem::path model;
  std::filesystem::path knowledge;  // empty: the command needs none
  std::filesystem::path cache;      // for the compiled network; empty: none
  NetworkPrecision precision = NetworkPrecision::kAuto;
  int threads = 0;  // 0: all cores that the process may use
};

// What people wrote down: everything under knowledge/.
struct Lore {
  Knowledge knowledge;
  TimeWords times;
};

class Engine {
 public:
  // Called with each document's index and analysis, from several threads at once but once a
  // document. The analysis may be read while the Engine lives.
  using Each = std::function<void(std::size_t index, Result<Analysis> analysis)>;
  // Called on the caller's thread with the number of documents done.
  using Progress = std::function<void(std::size_t done)>;

  // Starts to load the knowledge in a thread of its own; the network is loaded by the first call
  // that needs it, since how many are needed depends on the work.
  explicit Engine(EngineOptions options);

  // Waits for the knowledge; only with EngineOptions::knowledge. Any thread may call it. The lore
  // lives as long as the Engine.
  Result<const Lore*> lore() const;

  // Loads what `jobs` independent jobs can use. Later calls add nothing.
  Status prepare(std::size_t jobs);

  // Analyses documents in batches. An error is one of the model's own; what goes wrong with a
  // single document is told to `each`.
  Status analyse(std::span<const Document> documents, const Each& each, const Progress& progress);

  // Calls work(annotator, i) for every i below `jobs`, from several threads.
  Status share_out(std::size_t jobs, const std::function<void(Annotator&, std::size_t)>& work,
                   const std::function<void(std::size_t)>& progress);

  // Threads that may work: the option, or the cores that the process may run on.
  int threads() const { return options_.threads; }

  // "int8", "bf16" or "fp32": how the model computes; empty before prepare().
  std::string precision() const {
    return annotators_.empty() ? std::string() : annotators_.front()->precision();
  }

 private:
  Status load_annotators(std::size_t count);

  EngineOptions options_;
  std::vector<std::unique_ptr<Annotator>> annotators_;  // one a thread
  std::shared_future<Result<Lore>> lore_;
};

}  // namespace detente::cli
