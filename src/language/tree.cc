#include "language/tree.h"

#include <algorithm>
#include <limits>

namespace detente {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

// Node 0 is the root; heads[i] is the head of node i (heads[0] unused).
// Marks the nodes of one cycle, or nothing.
std::vector<int> find_cycle(const std::vector<int>& heads) {
  const int n = static_cast<int>(heads.size());
  std::vector<int> seen(n, 0);
  for (int start = 1; start < n; ++start) {
    int node = start;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<int> cycle = {node};
    for (int next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

using Matrix = std::vector<std::vector<float>>;  // [dependent][head], node 0 the root

std::vector<int> greedy(const Matrix& scores) {
  std::vector<int> heads(scores.size(), 0);
  for (std::size_t d = 1; d < scores.size(); ++d) {
    heads[d] =
        static_cast<int>(std::max_element(scores[d].begin(), scores[d].end()) - scores[d].begin());
  }
  return heads;
}

// Maximum spanning arborescence by contraction of one cycle at a time.
std::vector<int> arborescence(const Matrix& scores) {
  std::vector<int> heads = greedy(scores);
  const std::vector<int> cycle = find_cycle(heads);
  if (cycle.empty()) return heads;
  const int n = static_cast<int>(scores.size());
  std::vector<char> inside(n, 0);
  float total = 0;
  for (const int node : cycle) {
    inside[node] = 1;
    total += scores[node][heads[node]];
  }
  std::vector<int> outer;  // nodes that stay; the cycle becomes the last node
  for (int i = 0; i < n; ++i) {
    if (inside[i] == 0) outer.push_back(i);
  }
  const int m = static_cast<int>(outer.size());
  Matrix smaller(m + 1, std::vector<float>(m + 1, kNever));
  std::vector<int> enters(m + 1, 0);  // node of the cycle by which an outer head enters it
  std::vector<int> leaves(m + 1, 0);  // node of the cycle that heads an outer dependent
  for (int a = 0; a < m; ++a) {
    for (int b = 0; b < m; ++b) smaller[a][b] = scores[outer[a]][outer[b]];
    for (const int node : cycle) {
      if (scores[outer[a]][node] > smaller[a][m]) {
        smaller[a][m] = scores[outer[a]][node];
        leaves[a] = node;
      }
      const float entering = scores[node][outer[a]] - scores[node][heads[node]] + total;
      if (entering > smaller[m][a]) {
        smaller[m][a] = entering;
        enters[a] = node;
      }
    }
  }
  const std::vector<int> solved = arborescence(smaller);
  for (int a = 1; a < m; ++a) heads[outer[a]] = solved[a] == m ? leaves[a] : outer[solved[a]];
  heads[enters[solved[m]]] = outer[solved[m]];
  return heads;
}

// Leaves one word as the only root: the one that gains most there, less what it gives up elsewhere.
void hang_on_one_root(Matrix& scores) {
  std::size_t root = 1;
  float best = kNever;
  for (std::size_t d = 1; d < scores.size(); ++d) {
    const float elsewhere =
        scores.size() > 2 ? *std::max_element(scores[d].begin() + 1, scores[d].end()) : 0.0F;
    if (scores[d][0] - elsewhere > best) {
      best = scores[d][0] - elsewhere;
      root = d;
    }
  }
  for (std::size_t d = 1; d < scores.size(); ++d) {
    if (d != root) scores[d][0] = kNever;
  }
  std::fill(scores[root].begin() + 1, scores[root].end(), kNever);
}

}  // namespace

std::vector<int> best_tree(const std::vector<std::span<const float>>& scores) {
  const std::size_t n = scores.size();
  Matrix matrix(n + 1, std::vector<float>(n + 1, kNever));
  for (std::size_t d = 0; d < n; ++d) {
    for (std::size_t h = 0; h <= n; ++h) {
      if (h != d + 1) matrix[d + 1][h] = scores[d][h];
    }
  }
  std::vector<int> heads = arborescence(matrix);
  if (n > 0 && std::count(heads.begin() + 1, heads.end(), 0) != 1) {
    hang_on_one_root(matrix);
    heads = arborescence(matrix);
  }
  return {heads.begin() + 1, heads.end()};
}

}  // namespace detente
