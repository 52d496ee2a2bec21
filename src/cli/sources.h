// The reports that a command line names: files, folders of files, or standard input.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "document/reader.h"

namespace detente::cli {

// Expands folders into the files below them, in the order of their names; hidden files and folders
// are left alone. "-" is standard input, and so is an empty list. A path that is not there stays:
// reading it says so. A folder that cannot be listed or holds no file is refused.
std::vector<std::string> expand(const std::vector<std::string>& paths, Console& console);

// Reads one input that expand() gave; says what was refused and what is odd.
std::vector<Document> read_reports(const std::string& input, Console& console);

// The name of an input in messages: the path, or "standard input".
std::string input_name(const std::string& input);

// All reports of all inputs, each id once: the same report again is left out with a warning,
// another report with a known id is refused.
std::vector<Document> read_all_reports(const std::vector<std::string>& paths, Console& console);

}  // namespace detente::cli
