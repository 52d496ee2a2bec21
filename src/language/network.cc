#include "language/network.h"

#include <algorithm>
#include <fstream>
#include <openvino/openvino.hpp>

namespace detente {
namespace {

constexpr const char* kInputs[] = {"pieces", "cases", "first", "last", "sentence"};
constexpr const char* kOutputs[] = {"upos",     "lemma", "arcs",        "relations",
                                    "entity",   "time",  "attribution", "frames",
                                    "statuses", "roles", "pair"};
enum Output {
  kUpos,
  kLemma,
  kArcs,
  kRelations,
  kEntity,
  kTime,
  kAttribution,
  kFrames,
  kStatuses,
  kRoles,
  kPair
};

// Whether the processor has the instruction set, as the kernel names it.
bool processor_has(const std::string& flag) {
  std::ifstream in("/proc/cpuinfo");
  std::string line;
  while (std::getline(in, line)) {
    if (line.rfind("flags", 0) != 0) continue;
    return (line + " ").find(" " + flag + " ") != std::string::npos;
  }
  return false;
}

NetworkPrecision choose(NetworkPrecision wanted, const std::filesystem::path& folder) {
  const bool exact = wanted == NetworkPrecision::kAutoExact;
  if (wanted != NetworkPrecision::kAuto && !exact) return wanted;
  const bool vnni = processor_has("avx512_vnni") || processor_has("avx_vnni");
  if (vnni && !exact && std::filesystem::exists(folder / "detente-int8.xml"))
    return NetworkPrecision::kInt8;
  return processor_has("avx512_bf16") ? NetworkPrecision::kBf16 : NetworkPrecision::kFp32;
}

std::string name_of(NetworkPrecision precision) {
  if (precision == NetworkPrecision::kInt8) return "int8";
  return precision == NetworkPrecision::kBf16 ? "bf16" : "fp32";
}

// Copies the rows of one input into a [batch, longest] tensor; `padding` fills the rest.
void fill(ov::Tensor& tensor, std::span<const Window* const> batch, std::size_t longest,
          std::int64_t padding, std::vector<std::int64_t> Window::*values) {
  auto* out = tensor.data<std::int64_t>();
  std::fill(out, out + batch.size() * longest, padding);
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const auto& row = batch[i]->*values;
    std::copy(row.begin(), row.end(), out + i * longest);
  }
}

}  // namespace

struct Network::Runtime {
  ov::Core core;
  ov::CompiledModel model;
  ov::InferRequest request;
  NetworkPrecision precision = NetworkPrecision::kFp32;
  std::vector<ov::Tensor> outputs;  // kept so that the scores that point into them stay valid
};

Network::Network(std::unique_ptr<Runtime> runtime) : runtime_(std::move(runtime)) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

std::string Network::precision() const { return name_of(runtime_->precision); }

Result<Network> Network::load(const std::filesystem::path& folder, const NetworkOptions& options) {
  auto runtime = std::make_unique<Runtime>();
  runtime->precision = choose(options.precision, folder);
  const bool int8 = runtime->precision == NetworkPrecision::kInt8;
  const std::filesystem::path file = folder / (int8 ? "detente-int8.xml" : "detente-fp16.xml");
  if (!std::filesystem::exists(file))
    return fail(ErrorCode::kNotFound, file.string(), "the model is not there");
  const bool bf16 = runtime->precision == NetworkPrecision::kBf16;
  ov::AnyMap settings = {
      ov::hint::performance_mode(ov::hint::PerformanceMode::LATENCY),
      ov::inference_num_threads(options.threads),
      // Pinned networks all land on the first core: a second one would gain nothing.
      ov::hint::enable_cpu_pinning(false),
      ov::hint::inference_precision(bf16 ? ov::element::bf16 : ov::element::f32)};
  if (!options.cache.empty()) settings.insert(ov::cache_dir(options.cache.string()));
  try {
    runtime->model = runtime->core.compile_model(file.string(), "CPU", settings);
    runtime->request = runtime->model.create_infer_request();
  } catch (const std::exception& error) {
    return fail(ErrorCode::kBroken, file.string(),
                std::string("the network cannot be loaded: ") + error.what());
  }
  return Network(std::move(runtime));
}

Result<std::vector<WindowScores>> Network::run(std::span<const Window* const> batch) {
  std::size_t pieces = 1;
  std::size_t words = 1;
  for (const Window* window : batch) {
    pieces = std::max(pieces, window->pieces.size());
    words = std::max(words, window->first.size());
  }
  std::vector<std::int64_t> Window::*const values[] = {
      &Window::pieces, &Window::cases, &Window::first, &Window::last, &Window::sentence};
  Runtime& runtime = *runtime_;
  try {
    for (int i = 0; i < 5; ++i) {
      const std::size_t longest = i < 2 ? pieces : words;
      ov::Tensor tensor(ov::element::i64, {batch.size(), longest});
      fill(tensor, batch, longest, i == 4 ? -1 : 0, values[i]);
      runtime.request.set_tensor(kInputs[i], tensor);
    }
    ov::Tensor marks(ov::element::i64, {batch.size(), 2});
    for (std::size_t i = 0; i < batch.size(); ++i) {
      std::copy(batch[i]->marks, batch[i]->marks + 2, marks.data<std::int64_t>() + 2 * i);
    }
    runtime.request.set_tensor("marks", marks);
    runtime.request.infer();
    runtime.outputs.clear();
    for (const char* name : kOutputs) runtime.outputs.push_back(runtime.request.get_tensor(name));
  } catch (const std::exception& error) {
    return fail(ErrorCode::kBroken, "", std::string("the network failed: ") + error.what());
  }
  // Some runtimes have given an empty tensor without an error: never read past what is there.
  for (int k = 0; k < 10; ++k) {
    const ov::Shape shape = runtime.outputs[k].get_shape();
    const std::size_t wanted = k == kRoles ? 4 : 3;
    if (shape.size() != wanted || shape[0] != batch.size() || shape[wanted == 4 ? 2 : 1] != words) {
      return fail(ErrorCode::kBroken, "",
                  std::string("the network gave a wrong shape for ") + kOutputs[k]);
    }
  }
  std::vector<WindowScores> out(batch.size());
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const auto scores = [&](Output k) {
      const std::size_t width = runtime.outputs[k].get_shape()[2];
      return Scores{runtime.outputs[k].data<float>() + i * words * width, width};
    };
    out[i].upos = scores(kUpos);
    out[i].lemma = scores(kLemma);
    out[i].arcs = scores(kArcs);
    out[i].relations = scores(kRelations);
    out[i].entity = scores(kEntity);
    out[i].time = scores(kTime);
    out[i].attribution = scores(kAttribution);
    out[i].frames = scores(kFrames);
    out[i].statuses = scores(kStatuses);
    const std::size_t roles = runtime.outputs[kRoles].get_shape()[1];
    out[i].word_stride = words;
    out[i].role_stride = words * words;
    out[i].roles = runtime.outputs[kRoles].data<float>() + i * roles * words * words;
    const std::size_t roots = runtime.outputs[kPair].get_shape()[1];
    out[i].pair = {runtime.outputs[kPair].data<float>() + i * roots, roots};
  }
  return out;
}

}  // namespace detente
