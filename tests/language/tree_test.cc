#include "language/tree.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace detente {
namespace {

using Rows = std::vector<std::vector<float>>;

std::vector<int> solve(const Rows& rows) { return best_tree({rows.begin(), rows.end()}); }

float score_of(const Rows& rows, const std::vector<int>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += rows[i][static_cast<std::size_t>(heads[i])];
  return sum;
}

// A tree with one root, in which every word reaches the root.
bool is_tree(const std::vector<int>& heads) {
  if (std::count(heads.begin(), heads.end(), 0) != 1) return false;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    int node = static_cast<int>(i) + 1;
    for (std::size_t steps = 0; node != 0; ++steps) {
      if (steps > heads.size()) return false;
      node = heads[static_cast<std::size_t>(node) - 1];
    }
  }
  return true;
}

TEST(Tree, KeepsBestHeadsThatAreATree) {
  EXPECT_EQ(solve({{0, 0, 9}, {9, 0, 0}}), (std::vector<int>{2, 0}));
}

TEST(Tree, BreaksACycle) {
  // Each of the two words would best hang on the other.
  const std::vector<int> heads = solve({{1, 0, 9}, {2, 9, 0}});
  EXPECT_EQ(heads, (std::vector<int>{2, 0}));
}

TEST(Tree, AllowsOneRootOnly) {
  const std::vector<int> heads = solve({{9, 0, 1}, {8, 7, 0}});
  EXPECT_EQ(heads, (std::vector<int>{0, 1}));
}

TEST(Tree, TakesOneWord) { EXPECT_EQ(solve({{0, 0}}), std::vector<int>{0}); }
TEST(Tree, TakesNothing) { EXPECT_TRUE(solve({}).empty()); }

// All trees of four words, against what the search finds.
TEST(Tree, FindsTheBestOfAllSmallTrees) {
  std::mt19937 random(3);
  std::uniform_real_distribution<float> value(-5, 5);
  for (int round = 0; round < 200; ++round) {
    Rows rows(4, std::vector<float>(5));
    for (auto& row : rows) std::generate(row.begin(), row.end(), [&] { return value(random); });
    const std::vector<int> found = solve(rows);
    ASSERT_TRUE(is_tree(found));
    // With the root chosen, no other tree of that root scores higher.
    const auto root = std::find(found.begin(), found.end(), 0) - found.begin();
    for (int code = 0; code < 625; ++code) {
      const std::vector<int> heads = {code % 5, code / 5 % 5, code / 25 % 5, code / 125};
      bool possible = is_tree(heads) && heads[static_cast<std::size_t>(root)] == 0;
      for (int i = 0; i < 4; ++i)
        possible = possible && heads[static_cast<std::size_t>(i)] != i + 1;
      if (possible) {
        EXPECT_LE(score_of(rows, heads), score_of(rows, found) + 1e-3F);
      }
    }
  }
}

}  // namespace
}  // namespace detente
