// Bytes in, documents out. The format is chosen by content, never by a file's name.
#pragma once

#include <filesystem>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"

namespace detente {

// Something that a person may want to know about a document that was kept nevertheless.
struct Warning {
  std::string where;  // as in Error
  std::string reason;

  std::string message() const { return where.empty() ? reason : where + ": " + reason; }
};

// What one input gave. A damaged document is refused alone: the ones after it are still read.
struct Batch {
  std::vector<Document> documents;  // in input order; no two with one id
  std::vector<Error> refused;  // each with its place: "reports.jsonl:12", "report.txt, byte 17"
  std::vector<Warning> warnings;
};

// How the bytes are to be taken. kDetect looks at their beginning.
enum class Format { kDetect, kPlain, kHtml, kJsonLines };

// Longest text of one document in bytes: spans fit 32 bits, and one report cannot fill the memory.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{256} << 20;

// `name` stands for the input in messages: a path, or "standard input". Each text is valid UTF-8
// without NUL and not blank. Input without any document is refused with the reason.
Batch read_bytes(std::string_view bytes, std::string_view name, Format format = Format::kDetect);

// A file that cannot be opened or read is refused with kNotFound; it is never a reason to stop.
Batch read_file(const std::filesystem::path& path, Format format = Format::kDetect);

// Reads to the end of the stream before it returns.
Batch read_stream(std::istream& in, std::string_view name, Format format = Format::kDetect);

}  // namespace detente
