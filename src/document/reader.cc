#include "document/reader.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "base/hash.h"
#include "base/utf8.h"
#include "document/encoding.h"
#include "document/format.h"
#include "document/published.h"

namespace detente {
namespace document {

std::string at_byte(std::string_view name, std::size_t byte) {
  return std::string(name) + ", byte " + std::to_string(byte);
}

std::string at_line(std::string_view name, std::size_t line) {
  return std::string(name) + ":" + std::to_string(line);
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kLongest = 80;
  std::string result = "\"";
  for (std::size_t at = 0; at < text.size();) {
    if (at >= kLongest) return result + "…\"";
    const CodePoint point = decode_at(text, at);
    const bool is_control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
    append_code_point(result, is_control ? U'?' : point.value);
    at += point.size;
  }
  return result + "\"";
}

void set_published(std::string_view written, const std::string& where, Document& document,
                   Batch& batch) {
  if (trimmed(written).empty()) return;
  document.published = parse_published(written);
  if (document.published) return;
  batch.warnings.push_back(
      {where, "published: " + in_quotes(written) + " names no day; left empty"});
}

void accept(Document document, const std::string& where, Batch& batch) {
  const auto refuse = [&](ErrorCode code, std::string reason) {
    batch.refused.push_back({code, where, std::move(reason)});
  };
  if (document.text.size() > kMaxDocumentBytes) {
    return refuse(ErrorCode::kTooLarge, "text of " + std::to_string(document.text.size()) +
                                            " bytes; the limit is " +
                                            std::to_string(kMaxDocumentBytes));
  }
  const std::size_t nul = document.text.find('\0');
  if (nul != std::string::npos) {
    return refuse(ErrorCode::kBadInput, "NUL at byte " + std::to_string(nul) + " of the text");
  }
  if (trimmed(document.text).empty()) return refuse(ErrorCode::kBadInput, "no text");
  if (document.id.empty()) {
    // Not the address: one report often has several.
    const std::string day = document.published ? document.published->iso() : "";
    document.id =
        content_id(document.outlet + '\0' + document.title + '\0' + day + '\0' + document.text);
  }
  batch.documents.push_back(std::move(document));
}

}  // namespace document

namespace {

using document::FormatReader;
using document::Input;

bool recognises_anything(std::string_view) { return true; }

// The first that recognises the bytes reads them.
constexpr std::array kReaders = {
    FormatReader{Format::kJsonLines, document::recognises_json_lines, document::read_json_lines},
    FormatReader{Format::kHtml, document::recognises_html, document::read_html},
    FormatReader{Format::kPlain, recognises_anything, document::read_plain},
};

const FormatReader& choose(std::string_view bytes, Format format) {
  return *std::ranges::find_if(kReaders, [&](const FormatReader& reader) {
    return format == Format::kDetect ? reader.recognises(bytes) : reader.format == format;
  });
}

}  // namespace

Batch read_bytes(std::string_view bytes, std::string_view name, Format format) {
  Batch batch;
  const document::Mark mark = document::byte_order_mark(bytes);
  Input input{bytes.substr(mark.size), name, mark.size};
  std::string converted;
  if (mark.encoding != nullptr && std::string_view(mark.encoding) != "UTF-8") {
    Result<std::string> text = document::convert(input.bytes, mark.encoding, name, mark.size);
    if (!text) {
      batch.refused.push_back(text.error());
      return batch;
    }
    converted = *std::move(text);
    input.bytes = converted;
  }
  if (document::trimmed(input.bytes).empty()) {
    batch.refused.push_back({ErrorCode::kBadInput, std::string(name), "empty input"});
    return batch;
  }
  choose(input.bytes, format).read(input, batch);
  return batch;
}

Batch read_file(const std::filesystem::path& path, Format format) {
  const auto refuse = [&](const char* reason) {
    Batch batch;
    batch.refused.push_back({ErrorCode::kNotFound, path.string(), reason});
    return batch;
  };
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return refuse("is a folder, not a file");
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return refuse(std::filesystem::exists(path, error) ? "cannot be opened" : "no such file");
  }
  return read_stream(in, path.string(), format);
}

Batch read_stream(std::istream& in, std::string_view name, Format format) {
  std::string bytes;
  std::array<char, 65536> block;
  do {
    in.read(block.data(), block.size());
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
  } while (in);
  if (in.bad()) {
    Batch batch;
    batch.refused.push_back({ErrorCode::kNotFound, std::string(name), "cannot be read to its end"});
    return batch;
  }
  return read_bytes(bytes, name, format);
}

}  // namespace detente
