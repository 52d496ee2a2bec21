// Where the binary finds its own files: the model, the knowledge and the cache.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace detente::cli {

// One of Detente's own folders, and what is in it.
struct OwnFolder {
  std::string name;    // "model"
  std::string option;  // "--model"
  std::string proof;   // a file or folder that must be inside: "labels.json"
  std::string made{};  // where it lies in the source tree, if not by its name: "web/dist"
};

inline const OwnFolder kModelFolder{"model", "--model", "labels.json"};
inline const OwnFolder kKnowledgeFolder{"knowledge", "--knowledge", "actors"};
inline const OwnFolder kWebFolder{"web", "--web", "index.html", "web/dist"};

// Finds it: `given` (the option's value) if not empty, else $DETENTE_HOME/name, else beside the
// folder of the binary (build/detente -> model), else in the share folder of an installed binary
// (bin/detente -> share/detente/model). Only where nothing more telling is set is the next tried.
// kNotFound names the places that were looked at.
Result<std::filesystem::path> find_folder(const OwnFolder& folder,
                                          const std::filesystem::path& given);

// The same with the environment and the binary's place given.
Result<std::filesystem::path> find_folder(const OwnFolder& folder,
                                          const std::filesystem::path& given,
                                          const std::filesystem::path& home,
                                          const std::filesystem::path& binary_folder);

// $XDG_CACHE_HOME/detente or ~/.cache/detente, made where it is missing; empty where there is no
// such place or it is not writable.
std::filesystem::path cache_folder();

}  // namespace detente::cli
