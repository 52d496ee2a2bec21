#include "document/encoding.h"

#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <uchardet/uchardet.h>
#include <utility>

#include "base/utf8.h"
#include "document/format.h"

namespace detente::document {
namespace {

// Letter statistics settle within this much text; more only costs time.
constexpr std::size_t kGuessBytes = std::size_t{1} << 20;

// Labels that the web reads as a larger set than their name says.
std::string iconv_name(std::string_view declared) {
  constexpr std::array<std::pair<std::string_view, const char*>, 12> kLarger = {{
      {"iso-8859-1", "WINDOWS-1252"},
      {"iso8859-1", "WINDOWS-1252"},
      {"latin1", "WINDOWS-1252"},
      {"latin-1", "WINDOWS-1252"},
      {"ascii", "WINDOWS-1252"},
      {"us-ascii", "WINDOWS-1252"},
      {"iso-8859-9", "WINDOWS-1254"},
      {"gb2312", "GB18030"},
      {"gbk", "GB18030"},
      {"shift_jis", "CP932"},
      {"x-sjis", "CP932"},
      {"euc-kr", "CP949"},
  }};
  const std::string label = ascii_lower(trimmed(declared));
  for (const auto& [name, larger] : kLarger) {
    if (label == name) return larger;
  }
  return label;
}

std::string guess(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  const std::string_view sample = bytes.substr(0, kGuessBytes);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return "";
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

// Damaged UTF-8 has far more whole sequences than broken ones; other encodings have hardly any.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t whole = 0;
  std::size_t broken = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode_at(bytes, at);
    if (point.size > 1) ++whole;
    if (point.size == 1 && static_cast<unsigned char>(bytes[at]) >= 0x80) ++broken;
    at += point.size;
  }
  return whole > broken;
}

}  // namespace

Mark byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return {3, "UTF-8"};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {4, "UTF-32LE"};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {4, "UTF-32BE"};
  if (bytes.starts_with("\xFF\xFE"sv)) return {2, "UTF-16LE"};
  if (bytes.starts_with("\xFE\xFF"sv)) return {2, "UTF-16BE"};
  return {};
}

Result<std::string> convert(std::string_view bytes, const std::string& encoding,
                            std::string_view name, std::size_t offset) {
  const iconv_t converter = iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) {
    return fail(ErrorCode::kBadInput, std::string(name), "unknown encoding " + in_quotes(encoding));
  }
  const std::unique_ptr<void, int (*)(iconv_t)> closer(converter, iconv_close);
  std::string text;
  std::array<char, 16384> buffer;
  // iconv's signature asks for a pointer to non-const, but it only reads.
  char* in = const_cast<char*>(bytes.data());
  std::size_t in_left = bytes.size();
  // The last call, without input, brings out what the converter still holds back.
  for (bool is_last = false; !is_last;) {
    is_last = in_left == 0;
    char* out = buffer.data();
    std::size_t out_left = buffer.size();
    const std::size_t done = iconv(converter, is_last ? nullptr : &in, &in_left, &out, &out_left);
    const int why = errno;
    text.append(buffer.data(), buffer.size() - out_left);
    if (done == static_cast<std::size_t>(-1) && why != E2BIG) {
      const std::size_t bad = bytes.size() - in_left;
      return fail(ErrorCode::kBadInput, at_byte(name, offset + bad),
                  "broken " + encoding + " text");
    }
  }
  return text;
}

Result<std::string> to_utf8(std::string_view bytes, std::string_view declared,
                            std::string_view name, std::size_t offset) {
  const auto bad = first_bad_byte(bytes);
  if (!bad) return std::string(bytes);
  std::string encoding = iconv_name(declared);
  if (encoding.empty() && !is_damaged_utf8(bytes)) {
    encoding = guess(bytes);
    if (encoding.empty()) {
      return fail(ErrorCode::kBadInput, at_byte(name, offset + *bad),
                  "not UTF-8, and its encoding cannot be told");
    }
  }
  if (encoding.empty() || encoding == "utf-8" || encoding == "utf8") {
    return fail(ErrorCode::kBadInput, at_byte(name, offset + *bad), "broken UTF-8 text");
  }
  return convert(bytes, encoding, name, offset);
}

}  // namespace detente::document
