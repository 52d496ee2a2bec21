#include "views/page.h"

#include <algorithm>
#include <fmt/format.h>

#include "views/text.h"

namespace detente {
namespace {

constexpr int kIndent = 2;
constexpr int kLabel = 11;                     // "13 Sep 2017", "unconfirmed"
constexpr int kColumn = kIndent + kLabel + 2;  // where a row's text begins

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kDim = "\x1b[2m";
constexpr std::string_view kReset = "\x1b[0m";

std::string_view escape_of(Tone tone) {
  switch (tone) {
    case Tone::kGood: return "\x1b[32m";
    case Tone::kBad: return "\x1b[31m";
    case Tone::kOpen: return "\x1b[33m";
    case Tone::kPlain: break;
  }
  return {};
}

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

std::string Page::styled(std::string_view text, std::string_view escape) const {
  if (!colour_ || escape.empty() || text.empty()) return std::string(text);
  return fmt::format("{}{}{}", escape, text, kReset);
}

void Page::line(int indent, std::string_view text, std::string_view escape) {
  if (!text.empty()) text_ += blanks(indent) + styled(text, escape);
  text_ += '\n';
}

void Page::title(const std::string& left, const std::string& right) {
  const int gap = width_ - display_width(left) - display_width(right);
  if (gap >= 2) {
    text_ += styled(left, kBold) + blanks(gap) + right + '\n';
  } else {
    for (const std::string& part : wrapped(left, width_)) line(0, part, kBold);
    line(0, right);
  }
  line(0, repeated("━", width_));
}

void Page::section(const std::string& name) {
  after_empty_ = false;
  text_ += fmt::format("\n{} {}\n", styled(name, kBold),
                       styled(repeated("─", width_ - display_width(name) - 1), kDim));
}

void Page::paragraph(const std::string& text) {
  for (const std::string& part : wrapped(text, width_ - kIndent)) line(kIndent, part);
}

void Page::row(const Row& row) {
  const int room = width_ - kColumn;
  std::vector<std::string> labels = wrapped(row.label, kLabel);
  const std::size_t status_lines = labels.size();
  if (!row.id.empty()) labels.push_back(row.id);
  std::vector<std::string> lines = wrapped(row.text, room);
  for (const std::string& detail : row.details) {
    for (std::string& part : wrapped(detail, room)) lines.push_back(std::move(part));
  }
  for (const std::string& point : row.points) {
    const char* mark = "· ";
    for (const std::string& part : wrapped(point, room - 2)) {
      lines.push_back(mark + part);
      mark = "  ";
    }
  }
  const std::size_t plain = lines.size();
  if (!row.source.empty()) {
    for (const std::string& part : wrapped(row.source, room - 2)) lines.push_back("│ " + part);
  }
  // A long label goes on beside the lines of the text, or below them where these are fewer.
  for (std::size_t i = 0; i < std::max(lines.size(), labels.size()); ++i) {
    const std::string label = i < labels.size() ? labels[i] : "";
    const std::string text = i < lines.size() ? lines[i] : "";
    const std::string_view escape = i < status_lines ? escape_of(row.tone) : kDim;
    std::string out = blanks(kIndent) + styled(label, escape);
    if (label.empty()) out = blanks(kIndent);
    if (!text.empty()) {
      out += blanks(kColumn - kIndent - display_width(label));
      out += styled(text, i < plain ? std::string_view() : kDim);
    }
    text_ += out + '\n';
  }
}

void Page::remark(const std::string& text) {
  for (const std::string& part : wrapped(text, width_ - kColumn)) line(kColumn, part, kDim);
}

void Page::empty_section(const std::string& name, const std::string& why) {
  if (!after_empty_) text_ += '\n';
  text_ += styled(name, kBold) + ": " + why + '\n';
  after_empty_ = true;
}

}  // namespace detente
