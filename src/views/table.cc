#include "views/table.h"

#include <algorithm>

#include "views/text.h"

namespace detente {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 24;  // of the wrapped column, even where the page is too small

std::vector<int> widths_of(const Table& table, int width) {
  std::vector<int> widths;
  int others = 0;
  for (std::size_t i = 0; i < table.heads.size(); ++i) {
    int widest = display_width(table.heads[i]);
    for (const auto& row : table.rows) widest = std::max(widest, display_width(row[i]));
    widths.push_back(widest);
    if (i != table.wide) others += widest + kGap;
  }
  widths[table.wide] = std::max(kNarrowest, std::min(widths[table.wide], width - others));
  return widths;
}

// One row, its wide cell over as many lines as it takes.
void add_row(std::string& out, const std::vector<std::string>& cells,
             const std::vector<int>& widths, std::size_t wide) {
  const std::vector<std::string> lines = wrapped(cells[wide], widths[wide]);
  for (std::size_t n = 0; n < lines.size(); ++n) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string& cell = i == wide ? lines[n] : n == 0 ? cells[i] : std::string();
      line += cell;
      line.append(static_cast<std::size_t>(std::max(0, widths[i] - display_width(cell)) + kGap),
                  ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
}

}  // namespace

std::string render_table(const Table& given, int width, bool colour) {
  Table table = given;
  for (auto& row : table.rows) {
    for (std::string& cell : row) cell = one_line(cell);
  }
  const std::vector<int> widths = widths_of(table, width);
  std::string head;
  add_row(head, table.heads, widths, table.wide);
  std::string out = colour ? "\x1b[1m" + head.substr(0, head.size() - 1) + "\x1b[0m\n" : head;
  for (const auto& row : table.rows) add_row(out, row, widths, table.wide);
  return out;
}

}  // namespace detente
