// Inside the room: what each format's file offers to the reader. A new format (RSS, WARC, a
// compressed file) is one more file and one more line in the table of reader.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "document/reader.h"

namespace detente::document {

struct Input {
  std::string_view bytes;  // as they came, less a byte order mark
  std::string_view name;   // for messages
  std::size_t offset = 0;  // bytes that stood before `bytes` in the input (the mark)
};

struct FormatReader {
  Format format;
  bool (*recognises)(std::string_view bytes);  // cheap: looks at the first few kilobytes
  void (*read)(const Input& input, Batch& batch);
};

bool recognises_html(std::string_view bytes);
void read_html(const Input& input, Batch& batch);

bool recognises_json_lines(std::string_view bytes);
void read_json_lines(const Input& input, Batch& batch);

void read_plain(const Input& input, Batch& batch);

// "report.txt, byte 17", "reports.jsonl:12"
std::string at_byte(std::string_view name, std::size_t byte);
std::string at_line(std::string_view name, std::size_t line);

// Without white space and control characters (all of ASCII) at both ends.
std::string_view trimmed(std::string_view text);

// Letters of ASCII only.
std::string ascii_lower(std::string_view text);

// A piece of the input for a message: in quotation marks, cut where it is long, and with question
// marks for control characters, which could play tricks on a terminal.
std::string in_quotes(std::string_view text);

// Sets document.published from `written`, or warns at `where` and leaves it empty. A blank value is
// no date and no reason to warn.
void set_published(std::string_view written, const std::string& where, Document& document,
                   Batch& batch);

// Checks the text (not blank, no NUL, not too long), fills in an id where there is none, and adds
// the document to the batch; else refuses it at `where`.
void accept(Document document, const std::string& where, Batch& batch);

}  // namespace detente::document
