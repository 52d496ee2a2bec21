// Web pages: the main text only, and what the page says about itself.

#include <array>

#include "document/encoding.h"
#include "document/format.h"
#include "document/html_meta.h"
#include "document/html_text.h"
#include "document/html_tree.h"
#include "document/published.h"

namespace detente::document {
namespace {

// Takes the first date that names a day; warns where there are dates and none does.
void set_day(const HtmlMeta& meta, const std::string& where, Document& document, Batch& batch) {
  for (const std::string& date : meta.dates) {
    document.published = parse_published(date);
    if (document.published) return;
  }
  if (!meta.dates.empty()) set_published(meta.dates.front(), where, document, batch);
}

}  // namespace

bool recognises_html(std::string_view bytes) {
  const std::string start = ascii_lower(trimmed(bytes.substr(0, 8192)));
  if (!start.starts_with('<')) return false;
  constexpr std::array<std::string_view, 8> kSigns = {"<!doctype html", "<html", "<head", "<body",
                                                      "<article",       "<main", "<div",  "<p>"};
  for (const std::string_view sign : kSigns) {
    if (start.find(sign) != std::string::npos) return true;
  }
  return false;
}

void read_html(const Input& input, Batch& batch) {
  const std::string where(input.name);
  const auto refuse = [&](ErrorCode code, std::string place, std::string reason) {
    batch.refused.push_back({code, std::move(place), std::move(reason)});
  };
  const Result<std::string> html =
      to_utf8(input.bytes, declared_charset(input.bytes), input.name, input.offset);
  if (!html) {
    batch.refused.push_back(html.error());
    return;
  }
  const std::size_t nul = html->find('\0');
  if (nul != std::string::npos) {
    return refuse(ErrorCode::kBadInput, at_byte(where, input.offset + nul), "NUL in text");
  }
  const std::size_t depth = html_depth(*html);
  if (depth > kMaxHtmlDepth) {
    return refuse(ErrorCode::kTooLarge, where,
                  "elements nested " + std::to_string(depth) + " deep; the limit is " +
                      std::to_string(kMaxHtmlDepth));
  }
  const HtmlTree tree(*html);
  HtmlMeta meta = read_meta(*tree.root());
  Document document;
  document.title = std::move(meta.title);
  document.outlet = std::move(meta.outlet);
  document.url = std::move(meta.url);
  set_day(meta, where, document, batch);
  document.text = main_text(*tree.root());
  if (document.text.empty()) return refuse(ErrorCode::kBadInput, where, "no main text on the page");
  accept(std::move(document), where, batch);
}

}  // namespace detente::document
