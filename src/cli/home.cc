#include "cli/home.h"

#include <cstdlib>
#include <unistd.h>
#include <vector>

namespace detente::cli {
namespace {

namespace fs = std::filesystem;

fs::path from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? fs::path() : fs::path(value);
}

bool holds(const fs::path& place, const OwnFolder& folder) {
  std::error_code error;
  return fs::exists(place / folder.proof, error);
}

}  // namespace

Result<fs::path> find_folder(const OwnFolder& folder, const fs::path& given, const fs::path& home,
                             const fs::path& binary_folder) {
  const std::string& made = folder.made.empty() ? folder.name : folder.made;
  std::vector<fs::path> places;
  if (!given.empty()) {
    places = {given};
  } else if (!home.empty()) {
    places = {home / made};
    if (made != folder.name) places.push_back(home / folder.name);
  } else if (!binary_folder.empty()) {
    places = {binary_folder.parent_path() / made,
              binary_folder.parent_path() / "share" / "detente" / folder.name};
  }
  std::string looked;
  for (const fs::path& place : places) {
    if (holds(place, folder)) return place;
    looked += (looked.empty() ? "" : ", ") + place.string();
  }
  return fail(ErrorCode::kNotFound, looked,
              "no " + folder.name + " here (" + folder.proof + " is missing); " + folder.option +
                  " FOLDER or DETENTE_HOME says where it is");
}

Result<fs::path> find_folder(const OwnFolder& folder, const fs::path& given) {
  std::error_code error;
  const fs::path binary = fs::read_symlink("/proc/self/exe", error);
  return find_folder(folder, given, from_environment("DETENTE_HOME"), binary.parent_path());
}

fs::path cache_folder() {
  fs::path base = from_environment("XDG_CACHE_HOME");
  if (base.empty()) {
    const fs::path home = from_environment("HOME");
    if (home.empty()) return {};
    base = home / ".cache";
  }
  const fs::path folder = base / "detente";
  std::error_code error;
  fs::create_directories(folder, error);
  return access(folder.c_str(), W_OK | X_OK) == 0 ? folder : fs::path();
}

}  // namespace detente::cli
