// A page of text for a terminal: title, sections, and rows with a label at the left, what it says,
// and the quoted words that it rests on.
//
//   Channels ───────────────────────────────────────────
//     cut          Military line, since March 2014
//                  │ The generals have not spoken since. — The Skerry Post,
//                  │ 2 May 2031
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace detente {

// How a row's label sounds; shown as colour, if at all.
enum class Tone { kPlain, kGood, kBad, kOpen };

struct Row {
  std::string label{};  // a status or a date
  Tone tone = Tone::kPlain;
  std::string text{};                  // one sentence, without a full stop
  std::vector<std::string> details{};  // further sentences under it
  std::vector<std::string> points{};   // a list under them
  std::string source{};                // quoted words and where they stand, set apart and dim
  std::string id{};                    // under the label, dim: what `detente why` takes
};

class Page {
 public:
  // width: columns, at least 40. colour: ANSI escapes, for a terminal only.
  Page(int width, bool colour) : width_(width < 40 ? 40 : width), colour_(colour) {}

  void title(const std::string& left, const std::string& right);
  void section(const std::string& name);
  void paragraph(const std::string& text);
  void row(const Row& row);
  void remark(const std::string& text);  // a dim line at the row's place
  // A section with nothing in it, told in one line; such sections in a row stand without gaps.
  void empty_section(const std::string& name, const std::string& why);

  const std::string& text() const { return text_; }

 private:
  std::string styled(std::string_view text, std::string_view escape) const;
  void line(int indent, std::string_view text, std::string_view escape = {});

  int width_;
  bool colour_;
  bool after_empty_ = false;  // the last thing written was an empty section
  std::string text_;
};

}  // namespace detente
