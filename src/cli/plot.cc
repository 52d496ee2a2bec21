#include "cli/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <unistd.h>

namespace detente::cli {
namespace {

constexpr int kHeight = 20;
constexpr std::size_t kLabels = 8;  // more labels on the axis would touch each other

// Names and titles go into gnuplot's single quotes, where only a quote means anything.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') out += '\'';
    if (c != '\n') out += c;
  }
  return out + "'";
}

std::string ticks(const std::vector<std::string>& axis) {
  const std::size_t step = std::max<std::size_t>(1, (axis.size() + kLabels - 1) / kLabels);
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < axis.size(); i += step)
    labels.push_back(fmt::format("{} {}", quoted(axis[i]), i));
  return fmt::format("set xtics ({})\n", fmt::join(labels, ", "));
}

std::string script_of(const Plot& plot) {
  std::string script = fmt::format("set terminal dumb {} {} {}\nset encoding utf8\n", plot.width,
                                   kHeight, plot.colour ? "ansi" : "mono");
  script += fmt::format("set title {}\nset key below\nset xzeroaxis\n", quoted(plot.title));
  script += ticks(plot.axis);
  script += "$data << EOD\n";
  for (std::size_t i = 0; i < plot.axis.size(); ++i) {
    script += fmt::format("{}", i);
    for (const Curve& curve : plot.curves)
      script += std::isnan(curve.values[i]) ? " NaN" : fmt::format(" {:.4f}", curve.values[i]);
    script += '\n';
  }
  script += "EOD\nplot ";
  for (std::size_t i = 0; i < plot.curves.size(); ++i) {
    script += fmt::format("{}$data using 1:{} with linespoints title {}", i == 0 ? "" : ", ", i + 2,
                          quoted(plot.curves[i].name));
  }
  return script + '\n';
}

// A file of one's own that goes when it is no longer needed.
class ScriptFile {
 public:
  explicit ScriptFile(const std::string& script) {
    std::string name = (std::filesystem::temp_directory_path() / "detente-plot-XXXXXX").string();
    const int handle = mkstemp(name.data());
    if (handle < 0) return;
    close(handle);
    path_ = name;
    std::ofstream(path_) << script;
  }
  ~ScriptFile() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
  }
  ScriptFile(const ScriptFile&) = delete;
  ScriptFile& operator=(const ScriptFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

Result<std::string> draw(const Plot& plot) {
  if (std::system("command -v gnuplot >/dev/null 2>&1") != 0) {
    return fail(ErrorCode::kNotFound, "gnuplot",
                "is not installed, and draws the plots (Debian: apt-get install gnuplot-nox)");
  }
  const ScriptFile script(script_of(plot));
  const std::string command = "gnuplot '" + script.path() + "' 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string out;
  std::array<char, 4096> buffer;
  while (pipe) {
    const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    if (got == 0) break;
    out.append(buffer.data(), got);
  }
  if (out.empty()) return fail(ErrorCode::kBroken, "gnuplot", "drew nothing");
  return out;
}

}  // namespace detente::cli
