// One walk cuts the page into blocks (the text between two edges of block elements) and notes for
// each the boxes that it stands in. A box is an element that may hold the report (article, main,
// body) or one that its name suspects of holding something else (a menu, a cookie notice).
// Afterwards the box with the report is chosen by how much running text each holds, and a suspect
// that holds most of the page's text is innocent: pages do wrap their whole content in a form, or
// in a division called "page-with-sidebar".

#include "document/html_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "document/format.h"

namespace detente::document {
namespace {

enum class BoxKind : std::uint8_t { kPage, kMain, kArticle, kArticleBody, kSuspect };

struct Box {
  BoxKind kind;
  std::size_t parent;     // index of the box around it; its own for the page
  std::size_t prose = 0;  // bytes of running text inside, nested boxes included
};

enum class BlockKind : std::uint8_t { kParagraph, kItem, kLoose, kHeading };

struct Block {
  std::string text;
  BlockKind kind;
  std::size_t box;
};

// Elements whose content is never part of a report.
constexpr std::array kLeftOut = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,   GUMBO_TAG_NAV,
    GUMBO_TAG_FOOTER, GUMBO_TAG_HEADER, GUMBO_TAG_ASIDE,    GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,
    GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME,     GUMBO_TAG_OBJECT,
    GUMBO_TAG_SVG,    GUMBO_TAG_VIDEO,  GUMBO_TAG_AUDIO,    GUMBO_TAG_CANVAS,     GUMBO_TAG_HEAD,
    GUMBO_TAG_MENU,   GUMBO_TAG_MATH,   GUMBO_TAG_CAPTION};

// Of these, the ones that end the paragraph before them; the others may stand within a line.
constexpr std::array kParting = {GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_HEADER, GUMBO_TAG_ASIDE,
                                 GUMBO_TAG_FIGURE};

constexpr std::array kParagraphs = {GUMBO_TAG_P, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE};
constexpr std::array kItems = {GUMBO_TAG_LI, GUMBO_TAG_DD};
constexpr std::array kHeadings = {GUMBO_TAG_H1,     GUMBO_TAG_H2,   GUMBO_TAG_H3, GUMBO_TAG_H4,
                                  GUMBO_TAG_H5,     GUMBO_TAG_H6,   GUMBO_TAG_DT, GUMBO_TAG_TH,
                                  GUMBO_TAG_LEGEND, GUMBO_TAG_LABEL};
// Unknown elements are mostly a site's own kinds of box.
constexpr std::array kLoose = {
    GUMBO_TAG_BODY,   GUMBO_TAG_HTML,    GUMBO_TAG_DIV,     GUMBO_TAG_SECTION,  GUMBO_TAG_ARTICLE,
    GUMBO_TAG_MAIN,   GUMBO_TAG_UL,      GUMBO_TAG_OL,      GUMBO_TAG_DL,       GUMBO_TAG_TABLE,
    GUMBO_TAG_TBODY,  GUMBO_TAG_THEAD,   GUMBO_TAG_TFOOT,   GUMBO_TAG_TR,       GUMBO_TAG_TD,
    GUMBO_TAG_FORM,   GUMBO_TAG_HR,      GUMBO_TAG_DETAILS, GUMBO_TAG_FIELDSET, GUMBO_TAG_SUMMARY,
    GUMBO_TAG_CENTER, GUMBO_TAG_ADDRESS, GUMBO_TAG_UNKNOWN};

template <std::size_t N>
bool is_in(const std::array<GumboTag, N>& tags, GumboTag tag) {
  return std::ranges::find(tags, tag) != tags.end();
}

// Nothing for an element that stands within a line.
std::optional<BlockKind> block_kind(GumboTag tag) {
  if (is_in(kParagraphs, tag)) return BlockKind::kParagraph;
  if (is_in(kItems, tag)) return BlockKind::kItem;
  if (is_in(kHeadings, tag)) return BlockKind::kHeading;
  if (is_in(kLoose, tag)) return BlockKind::kLoose;
  return std::nullopt;
}

// A word of a class, id or role that tells of something beside the report.
bool is_suspect_word(std::string_view word) {
  // In alphabetical order.
  static constexpr std::array<std::string_view, 53> kWords = {
      "ad",          "ads",           "advert",      "advertisement", "alert",     "author",
      "banner",      "breadcrumb",    "breadcrumbs", "byline",        "caption",   "comment",
      "comments",    "complementary", "consent",     "contentinfo",   "cookie",    "cookies",
      "copyright",   "credit",        "credits",     "dialog",        "footer",    "gdpr",
      "masthead",    "menu",          "menubar",     "modal",         "nav",       "navbar",
      "navigation",  "newsletter",    "overlay",     "popup",         "promo",     "promotion",
      "recommended", "related",       "search",      "share",         "sharing",   "sidebar",
      "signup",      "social",        "sponsor",     "sponsored",     "subscribe", "subscription",
      "tags",        "teaser",        "timestamp",   "toolbar",       "trending"};
  return std::ranges::binary_search(kWords, word);
}

// Class names part their words by signs or by capitals: "article-share", "shareTools".
bool names_suspect(std::string_view names) {
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_letter = is_capital || (c >= 'a' && c <= 'z');
    if (!is_letter || (is_capital && !word.empty() && i > 0 && names[i - 1] >= 'a')) {
      if (is_suspect_word(word)) return true;
      word.clear();
    }
    if (is_letter) word += static_cast<char>(is_capital ? c - 'A' + 'a' : c);
  }
  return false;
}

bool is_suspect(const GumboNode& node) {
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_FORM || has_attribute(node, "hidden")) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  return names_suspect(attribute(node, "class")) || names_suspect(attribute(node, "id")) ||
         names_suspect(attribute(node, "role"));
}

std::optional<BoxKind> box_kind(const GumboNode& node) {
  const GumboTag tag = tag_of(node);
  if (ascii_lower(attribute(node, "itemprop")) == "articlebody") return BoxKind::kArticleBody;
  if (tag == GUMBO_TAG_ARTICLE) return BoxKind::kArticle;
  if (tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main") return BoxKind::kMain;
  if (tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || !block_kind(tag)) return std::nullopt;
  if (is_suspect(node)) return BoxKind::kSuspect;
  return std::nullopt;
}

// Whether the text ends as a sentence does (a closing quote or bracket may follow).
bool ends_sentence(std::string_view text) {
  for (const std::string_view end : {".", "!", "?", "…", ":", ";", "\"", "”", "’", "'", "»", ")"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

class Collector {
 public:
  bool enter(const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (is_element(node) && is_in(kLeftOut, tag)) {
      if (is_in(kParting, tag)) flush();
      return false;
    }
    if (tag == GUMBO_TAG_BR) text_ += '\n';
    if (tag == GUMBO_TAG_A) ++links_;
    if (const auto kind = is_element(node) ? block_kind(tag) : std::nullopt) {
      flush();
      kinds_.push_back(*kind);
    }
    if (const auto kind = is_element(node) ? box_kind(node) : std::nullopt) {
      boxes_.push_back({*kind, box_});
      box_ = boxes_.size() - 1;
      owners_.push_back(&node);
    }
    add_characters(characters(node));
    return true;
  }

  void leave(const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_A) --links_;
    if (is_element(node) && block_kind(tag)) {
      flush();
      kinds_.pop_back();
    }
    if (!owners_.empty() && owners_.back() == &node) {
      owners_.pop_back();
      box_ = boxes_[box_].parent;
    }
  }

  std::string report() {
    flush();
    const std::size_t chosen = choose();
    std::string text;
    for (const Block& block : blocks_) {
      if (!belongs(block, chosen)) continue;
      if (!text.empty()) text += "\n\n";
      text += block.text;
    }
    return text;
  }

 private:
  // A line end of the source is a blank; only <br> breaks a line.
  void add_characters(std::string_view characters) {
    if (links_ > 0) linked_ += trimmed(characters).size();
    for (const char c : characters) text_ += c == '\n' ? ' ' : c;
  }

  // Ends the block at hand. Two line breaks in a row part paragraphs on pages that have no <p>.
  void flush() {
    const std::size_t all = text_.size();
    for (std::size_t at = 0; at < all;) {
      std::size_t end = at;
      std::size_t next = all;
      for (end = text_.find('\n', at); end != std::string::npos; end = text_.find('\n', end + 1)) {
        next = text_.find_first_not_of(" \t\r", end + 1);
        if (next == std::string::npos || text_[next] == '\n') break;
      }
      end = std::min(end, all);
      add_block(std::string_view(text_).substr(at, end - at), all);
      at = end == all ? all : end + 1;
    }
    text_.clear();
    linked_ = 0;
  }

  void add_block(std::string_view raw, std::size_t whole) {
    std::string text = collapsed(raw);
    const BlockKind kind = kinds_.empty() ? BlockKind::kLoose : kinds_.back();
    if (text.empty() || kind == BlockKind::kHeading) return;
    if (2 * linked_ >= whole) return;  // mostly links: a menu, or "read also"
    const bool is_short = text.size() < 40;
    if (kind == BlockKind::kParagraph && is_short && !ends_sentence(text))
      return;  // "Share", "By ..."
    if (kind == BlockKind::kLoose && (text.size() < 80 || !ends_sentence(text))) return;
    if (kind != BlockKind::kItem) {
      for (std::size_t box = box_;; box = boxes_[box].parent) {
        boxes_[box].prose += text.size();
        if (box == 0) break;
      }
    }
    blocks_.push_back({std::move(text), kind, box_});
  }

  // The fullest box of the most telling kind that holds a fair part of the page's prose.
  std::size_t choose() const {
    for (const BoxKind kind : {BoxKind::kArticleBody, BoxKind::kArticle, BoxKind::kMain}) {
      std::size_t best = 0;
      for (std::size_t box = 1; box < boxes_.size(); ++box) {
        if (boxes_[box].kind != kind || is_guilty(box)) continue;
        if (best == 0 || boxes_[box].prose > boxes_[best].prose) best = box;
      }
      if (best != 0 && 4 * boxes_[best].prose >= boxes_[0].prose && boxes_[best].prose > 0)
        return best;
    }
    return 0;
  }

  bool is_guilty(std::size_t box) const {
    for (; box != 0; box = boxes_[box].parent) {
      if (boxes_[box].kind == BoxKind::kSuspect && 2 * boxes_[box].prose < boxes_[0].prose)
        return true;
    }
    return false;
  }

  bool belongs(const Block& block, std::size_t chosen) const {
    if (is_guilty(block.box)) return false;
    std::size_t box = block.box;
    for (; box != chosen && box != 0; box = boxes_[box].parent) {
      // An article within the article is a teaser or a reader's comment.
      if (boxes_[box].kind == BoxKind::kArticle && boxes_[chosen].kind != BoxKind::kPage)
        return false;
    }
    return box == chosen;
  }

  std::string text_;              // of the block at hand; '\n' stands for <br>
  std::size_t linked_ = 0;        // bytes of it within links
  int links_ = 0;                 // open <a> elements
  std::vector<BlockKind> kinds_;  // of the open block elements
  std::vector<Box> boxes_ = {{BoxKind::kPage, 0}};
  std::size_t box_ = 0;                   // innermost open box
  std::vector<const GumboNode*> owners_;  // elements of the open boxes
  std::vector<Block> blocks_;
};

}  // namespace

std::string main_text(const GumboNode& root) {
  Collector collector;
  walk(
      root, [&](const GumboNode& node) { return collector.enter(node); },
      [&](const GumboNode& node) { collector.leave(node); });
  return collector.report();
}

}  // namespace detente::document
