#include "cli/sources.h"

#include <algorithm>
#include <iostream>
#include <map>

namespace detente::cli {
namespace {

namespace fs = std::filesystem;

bool hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

// The files below a folder. Unreadable folders inside are named, the rest is listed.
void list_folder(const fs::path& folder, std::vector<std::string>& files, Console& console) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!hidden(at->path())) entries.push_back(at->path());
  }
  if (error) {
    console.refuse({ErrorCode::kNotFound, folder.string(), "the folder cannot be listed"});
    return;
  }
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    // A link to a folder is not followed: it may lead back to where it stands.
    if (fs::is_directory(fs::symlink_status(entry, error))) {
      list_folder(entry, files, console);
    } else if (fs::is_regular_file(entry, error)) {
      files.push_back(entry.string());
    }
  }
}

bool same_report(const Document& a, const Document& b) {
  return a.text == b.text && a.title == b.title && a.outlet == b.outlet &&
         a.published == b.published;
}

}  // namespace

std::vector<std::string> expand(const std::vector<std::string>& paths, Console& console) {
  if (paths.empty()) return {"-"};
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      out.push_back(path);
      continue;
    }
    const std::size_t before = out.size();
    list_folder(path, out, console);
    if (out.size() == before) {
      console.refuse({ErrorCode::kNotFound, path, "no file in this folder"});
    }
  }
  return out;
}

std::string input_name(const std::string& input) { return input == "-" ? "standard input" : input; }

std::vector<Document> read_reports(const std::string& input, Console& console) {
  Batch batch = input == "-" ? read_stream(std::cin, input_name(input)) : read_file(input);
  for (const Warning& warning : batch.warnings) console.warn(warning.message());
  for (const Error& error : batch.refused) console.refuse(error);
  return std::move(batch.documents);
}

std::vector<Document> read_all_reports(const std::vector<std::string>& paths, Console& console) {
  std::vector<Document> out;
  std::map<std::string, std::pair<std::size_t, std::string>> seen;  // id -> place in out, input
  for (const std::string& input : expand(paths, console)) {
    for (Document& document : read_reports(input, console)) {
      const auto [found, is_new] =
          seen.try_emplace(document.id, std::pair{out.size(), input_name(input)});
      const auto& [place, first] = found->second;
      if (is_new) {
        out.push_back(std::move(document));
      } else if (same_report(document, out[place])) {
        console.warn(input_name(input) + ": report \"" + document.id + "\" is in " + first +
                     " too; read once");
      } else {
        console.refuse({ErrorCode::kBadInput, input_name(input),
                        "id \"" + document.id + "\" already names another report, in " + first});
      }
    }
  }
  return out;
}

}  // namespace detente::cli
