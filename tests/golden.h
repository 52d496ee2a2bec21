// Golden files: what a call printed when a person last read and approved it.
//
// They lie under tests/golden/. A difference fails the test; run it with DETENTE_UPDATE_GOLDEN=1 to
// write the new text in place of the old, and read the change in review.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <string_view>

namespace detente {

// Checks `actual` against tests/golden/`name`, which may name subfolders ("views/dossier.txt").
inline void expect_golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path =
      std::filesystem::path(DETENTE_SOURCE_DIR) / "tests" / "golden" / name;
  const char* update = std::getenv("DETENTE_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << name << " is missing; DETENTE_UPDATE_GOLDEN=1 writes it";
  std::ostringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(golden.str(), actual) << "differs from tests/golden/" << name;
}

}  // namespace detente
