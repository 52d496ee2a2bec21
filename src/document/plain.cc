// Plain text: optional header lines ("Title: ...", "Source: ...", "Published: ...", "URL: ..."), a
// blank line, then the report. Without the blank line, or with another line between, all is text.

#include "document/encoding.h"
#include "document/format.h"

namespace detente::document {
namespace {

// CR LF and lone CR become LF, so that a blank line is one thing in every later room.
std::string unix_lines(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      lines += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      lines += '\n';
    }
  }
  return lines;
}

struct Header {
  std::string_view title, source, published, url;
  std::size_t size = 0;  // bytes up to the text; 0 where there is no header
};

// The field of the header that a line fills, with the length of its "Name:"; null for another line.
std::string_view* field_of(std::string_view line, Header& header, std::size_t& name_size) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return nullptr;
  name_size = colon + 1;
  const std::string name = ascii_lower(trimmed(line.substr(0, colon)));
  if (name == "title") return &header.title;
  if (name == "source") return &header.source;
  if (name == "published") return &header.published;
  if (name == "url") return &header.url;
  return nullptr;
}

Header parse_header(std::string_view text) {
  Header header;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (trimmed(line).empty()) {
      header.size = at;
      return header;
    }
    std::size_t name_size = 0;
    std::string_view* field = field_of(line, header, name_size);
    if (field == nullptr) return {};
    *field = trimmed(line.substr(name_size));
    at = end + 1;
  }
  return {};
}

}  // namespace

void read_plain(const Input& input, Batch& batch) {
  const Result<std::string> decoded = to_utf8(input.bytes, "", input.name, input.offset);
  if (!decoded) {
    batch.refused.push_back(decoded.error());
    return;
  }
  const std::size_t nul = decoded->find('\0');
  if (nul != std::string::npos) {
    batch.refused.push_back(
        {ErrorCode::kBadInput, at_byte(input.name, input.offset + nul), "NUL in text"});
    return;
  }
  const std::string text = unix_lines(*decoded);
  const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size());
  const std::string_view report = std::string_view(text).substr(begin);
  const Header header = parse_header(report);
  Document document;
  document.title = header.title;
  document.outlet = header.source;
  document.url = header.url;
  const std::string where(input.name);
  set_published(header.published, where, document, batch);
  std::string_view body = report.substr(header.size);
  while (body.starts_with('\n')) body.remove_prefix(1);
  while (!body.empty() && trimmed(body.substr(body.size() - 1)).empty()) body.remove_suffix(1);
  document.text = body;
  accept(std::move(document), where, batch);
}

}  // namespace detente::document
