// The network and its runtime (OpenVINO). Only this file's implementation knows the runtime.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/windows.h"

namespace detente {

// How exact the network computes. kAuto chooses by the processor: static int8 where it has VNNI and
// the model folder holds that variant, bf16 where it has avx512_bf16, else fp32.
// kAutoExact never takes int8, for work in which a half point counts more than speed.
enum class NetworkPrecision { kAuto, kAutoExact, kInt8, kBf16, kFp32 };

struct NetworkOptions {
  NetworkPrecision precision = NetworkPrecision::kAuto;
  int threads = 1;              // of one inference; 0: all cores
  std::filesystem::path cache;  // folder for the compiled network, which makes later starts
                                // quicker; empty: none
};

// Scores of one window's words: rows of `width` values each, in the order of the window's words.
struct Scores {
  const float* data = nullptr;
  std::size_t width = 0;
  std::span<const float> row(std::size_t word) const { return {data + word * width, width}; }
};

// What the heads say about one window. Points into the Network's buffers: valid until the next run.
struct WindowScores {
  Scores upos, lemma, relations, entity, time, attribution, frames, statuses;
  Scores arcs;  // width 1 + words of the longest window: column 0 is the root, then the words
  const float* roles = nullptr;  // [role][trigger word][filler word], strides below
  std::size_t role_stride = 0;   // between roles
  std::size_t word_stride = 0;   // between trigger words
  std::span<const float> pair;   // scores of the roots, of a marked pair
  float role(std::size_t role, std::size_t trigger, std::size_t filler) const {
    return roles[role * role_stride + trigger * word_stride + filler];
  }
};

// One loaded network. Not safe to share between threads: one Network a thread.
class Network {
 public:
  static Result<Network> load(const std::filesystem::path& folder, const NetworkOptions& options);
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

  // Runs a batch; windows alike in length waste least. Errors: kBroken where the runtime fails or
  // gives other shapes than the model promises.
  Result<std::vector<WindowScores>> run(std::span<const Window* const> batch);

  // "int8", "bf16" or "fp32": what was chosen.
  std::string precision() const;

 private:
  struct Runtime;
  explicit Network(std::unique_ptr<Runtime> runtime);
  std::unique_ptr<Runtime> runtime_;
};

}  // namespace detente
