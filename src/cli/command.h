// One function a command; main.cc calls the one that the user named.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "cli/console.h"
#include "cli/engine.h"

namespace detente::cli {

// Options that every command takes, as the user gave them.
struct GlobalOptions {
  std::string model;      // folder; empty: find it
  std::string knowledge;  // likewise
  NetworkPrecision precision = NetworkPrecision::kAuto;
  int threads = 0;  // 0: all cores
};

struct RecordOptions {
  std::optional<Date> as_of;  // nothing: the latest publication
  std::vector<std::string> inputs;
};

struct PairOptions {
  std::string a, b;
  std::optional<Date> as_of;
  std::vector<std::string> inputs;
};

struct AnnotateOptions {
  std::string format;  // "json", "conllu"; empty: conllu for tokenized input, else json
  bool tokenized = false;
  bool timing = false;
  std::vector<std::string> inputs;
};

struct RelateOptions {
  std::vector<std::string> inputs;
};

// Each gives the exit code.
int run_record(const GlobalOptions& global, const RecordOptions& options, Console& console);
int run_dossier(const GlobalOptions& global, const PairOptions& options, Console& console);
int run_annotate(const GlobalOptions& global, const AnnotateOptions& options, Console& console);
int run_relate(const GlobalOptions& global, const RelateOptions& options, Console& console);

// Finds Detente's own folders. The knowledge is left out where it is not needed.
Result<EngineOptions> engine_options(const GlobalOptions& global, bool with_knowledge);

}  // namespace detente::cli
