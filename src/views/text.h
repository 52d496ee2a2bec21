// Text for a terminal: how wide it is, where it wraps, and what must not reach the screen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace detente {

// Columns that the text takes on a terminal: 0 for combining marks, 2 for wide East Asian letters.
int display_width(std::string_view text);

// One line of plain text: white space becomes single blanks, and control and formatting characters
// go, so that no report can move the reader's cursor or turn the direction of writing.
std::string one_line(std::string_view text);

// `text`, which is one line, cut at a blank to at most `columns` with "…" at the end where cut.
std::string shortened(std::string_view text, int columns);

// `text`, which is one line, broken at blanks into lines of at most `columns`; a word that is wider
// is cut between letters. Never empty: no text is one empty line. columns must be at least 2.
std::vector<std::string> wrapped(std::string_view text, int columns);

// The text with its first letter in upper case.
std::string capitalised(std::string_view text);

}  // namespace detente
