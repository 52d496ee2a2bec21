#include "cli/home.h"

#include <gtest/gtest.h>

#include "cli/program.h"

namespace detente::cli {
namespace {

TEST(FindFolderTest, TheOptionGoesBeforeTheEnvironmentBeforeThePlaceOfTheBinary) {
  const TemporaryFolder folder;
  folder.write("given/labels.json", "");
  folder.write("home/model/labels.json", "");
  folder.write("model/labels.json", "");
  folder.write("share/detente/model/labels.json", "");
  const auto& top = folder.path();
  EXPECT_EQ(*find_folder(kModelFolder, top / "given", top / "home", top / "build"), top / "given");
  EXPECT_EQ(*find_folder(kModelFolder, {}, top / "home", top / "build"), top / "home" / "model");
  EXPECT_EQ(*find_folder(kModelFolder, {}, {}, top / "build"), top / "model");
}

TEST(FindFolderTest, AnInstalledBinaryFindsItsShare) {
  const TemporaryFolder folder;
  folder.write("share/detente/model/labels.json", "");
  EXPECT_EQ(*find_folder(kModelFolder, {}, {}, folder.path() / "bin"),
            folder.path() / "share" / "detente" / "model");
}

// Whoever names a place means that place: no other one is taken in its stead.
TEST(FindFolderTest, AWrongPlaceIsAnError) {
  const TemporaryFolder folder;
  folder.write("model/labels.json", "");
  const auto wrong = find_folder(kModelFolder, folder.path() / "no", {}, folder.path() / "build");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(wrong.error().where, (folder.path() / "no").string());
  EXPECT_FALSE(find_folder(kModelFolder, {}, folder.path() / "no", folder.path() / "build"));
}

}  // namespace
}  // namespace detente::cli
