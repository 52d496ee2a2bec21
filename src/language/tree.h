// From scores of heads to a tree.
#pragma once

#include <span>
#include <vector>

namespace detente {

// The best heads of a sentence of n words that form a tree with one root.
// `scores`: n rows of n + 1 values; column 0 is the root, column 1 + j word j as head.
// Returns for each word 0 (root) or 1 + the index of its head. Each word's best head is kept where
// that is a tree already; else the maximum spanning tree is sought (Chu-Liu/Edmonds).
std::vector<int> best_tree(const std::vector<std::span<const float>>& scores);

}  // namespace detente
