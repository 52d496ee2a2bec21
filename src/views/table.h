// A table for a terminal: columns as wide as they need, one of them wrapped into what is left.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace detente {

struct Table {
  std::vector<std::string> heads{};
  std::vector<std::vector<std::string>> rows{};  // as many cells as heads; plain text
  std::size_t wide = 0;                          // the column that is wrapped
};

// width: columns of the page. colour: the head is bold, for a terminal only. Lines end in '\n'; a
// table without rows is its head.
std::string render_table(const Table& table, int width, bool colour);

}  // namespace detente
