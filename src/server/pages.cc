#include "server/pages.h"

#include <array>
#include <fstream>
#include <sstream>

#include "base/hash.h"
#include "server/gzip.h"

namespace detente::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{64} << 20;

struct FileType {
  std::string_view ending;
  const char* type;
  bool text;  // worth compressing
};

constexpr std::array<FileType, 14> kTypes = {{{".html", "text/html; charset=utf-8", true},
                                              {".js", "text/javascript; charset=utf-8", true},
                                              {".mjs", "text/javascript; charset=utf-8", true},
                                              {".css", "text/css; charset=utf-8", true},
                                              {".json", "application/json", true},
                                              {".webmanifest", "application/manifest+json", true},
                                              {".map", "application/json", true},
                                              {".svg", "image/svg+xml", true},
                                              {".txt", "text/plain; charset=utf-8", true},
                                              {".png", "image/png", false},
                                              {".webp", "image/webp", false},
                                              {".ico", "image/x-icon", false},
                                              {".woff2", "font/woff2", false},
                                              {".woff", "font/woff", false}}};

FileType type_of(const std::string& path) {
  for (const FileType& type : kTypes) {
    if (path.ends_with(type.ending)) return type;
  }
  return {"", "application/octet-stream", false};
}

// The build gives these names with a hash of their content: they never change.
bool is_hashed(const std::string& path) { return path.starts_with("/assets/"); }

Result<std::string> read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) return fail(ErrorCode::kNotFound, file.string(), "it cannot be read");
  return std::move(bytes).str();
}

}  // namespace

Result<Pages> Pages::load(const fs::path& folder) {
  Pages pages;
  std::size_t bytes = 0;
  std::error_code error;
  fs::recursive_directory_iterator files(folder, error);
  for (const fs::directory_entry& entry : files) {
    if (!entry.is_regular_file(error)) continue;
    bytes += entry.file_size(error);
    if (bytes > kMostBytes) {
      return fail(ErrorCode::kTooLarge, folder.string(), "these files are no page: over 64 MB");
    }
    Result<std::string> body = read(entry.path());
    if (!body) return tl::unexpected(body.error());
    pages.add("/" + entry.path().lexically_relative(folder).generic_string(), *std::move(body));
  }
  if (!pages.files_.contains("/index.html")) {
    return fail(ErrorCode::kNotFound, folder.string(), "no page here: index.html is missing");
  }
  pages.files_["/"] = pages.files_["/index.html"];
  return pages;
}

void Pages::add(const std::string& path, std::string body) {
  const FileType type = type_of(path);
  Answer answer{.type = type.type, .body = std::move(body)};
  answer.with("ETag", "W/\"" + sha256_hex(answer.body).substr(0, 16) + '"');
  answer.with("Cache-Control",
              is_hashed(path) ? "public, max-age=31536000, immutable" : "no-cache");
  answer.with("Vary", "Accept-Encoding");
  File file{std::make_shared<const Answer>(answer), nullptr};
  file.gzipped = file.plain;
  if (type.text && answer.body.size() >= kWorthCompressing) {
    answer.body = gzip(answer.body);
    answer.with("Content-Encoding", "gzip");
    file.gzipped = std::make_shared<const Answer>(std::move(answer));
  }
  files_[path] = std::move(file);
}

std::shared_ptr<const Answer> Pages::find(const std::string& path, bool gzipped) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return nullptr;
  return gzipped ? found->second.gzipped : found->second.plain;
}

}  // namespace detente::server
