// Plots in the terminal, drawn by gnuplot.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace detente::cli {

struct Curve {
  std::string name;
  std::vector<double> values;  // one a place of the axis; not a number: a gap
};

struct Plot {
  std::string title;
  std::vector<std::string> axis;  // labels of the places: "2031-03"
  std::vector<Curve> curves;
  int width = 80;
  bool colour = false;
};

// The plot as text of some twenty lines. kNotFound where gnuplot is not installed.
Result<std::string> draw(const Plot& plot);

}  // namespace detente::cli
