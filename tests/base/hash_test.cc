#include "base/hash.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

// The published test vectors of FIPS 180 for one block and for no input.
TEST(Hash, AgreesWithTheStandard) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hash, ContentIdIsTheHashCutShort) {
  EXPECT_EQ(content_id("abc"), "sha256:ba7816bf8f01cfea");
  EXPECT_NE(content_id("abc"), content_id("abd"));
}

}  // namespace
}  // namespace detente
