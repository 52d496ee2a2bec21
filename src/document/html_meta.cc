#include "document/html_meta.h"

#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "document/format.h"

namespace detente::document {
namespace {

using Json = nlohmann::json;

// Everything of interest, as it stands in the page; the first of each kind counts.
struct Found {
  std::map<std::string, std::string, std::less<>> metas;  // by property, name or itemprop
  std::string canonical;
  std::string title;
  std::string heading;
  std::string headline;  // the rest from JSON-LD
  std::string publisher;
  std::string json_date;
  std::string marked_time;   // <time> that says it is the day of publication
  std::string article_time;  // the first <time> within an article
};

void take_first(std::string& slot, std::string value) {
  if (slot.empty()) slot = std::move(value);
}

void read_meta_element(const GumboNode& node, Found& found) {
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string_view name = attribute(node, key);
    if (name.empty()) continue;
    take_first(found.metas[ascii_lower(name)], collapsed(attribute(node, "content")));
  }
}

std::string json_string(const Json& object, const char* field) {
  const auto value = object.find(field);
  if (value == object.end() || !value->is_string()) return "";
  return collapsed(value->get<std::string>());
}

void read_json_object(const Json& object, Found& found) {
  const std::string date = json_string(object, "datePublished");
  if (date.empty()) return;  // only what was published is a report; the rest describes the site
  take_first(found.json_date, date);
  take_first(found.headline, json_string(object, "headline"));
  const auto publisher = object.find("publisher");
  if (publisher == object.end()) return;
  if (publisher->is_object()) take_first(found.publisher, json_string(*publisher, "name"));
  take_first(found.publisher, json_string(object, "publisher"));
}

// Linked data may be one object, a list, or a graph of them; the first in reading order counts.
void read_json_ld(const GumboNode& script, Found& found) {
  std::string text;
  walk(
      script,
      [&](const GumboNode& node) {
        text += characters(node);
        return true;
      },
      [](const GumboNode&) {});
  const Json data = Json::parse(text, nullptr, false);
  std::vector<const Json*> open = {&data};
  while (!open.empty()) {
    const Json& value = *open.back();
    open.pop_back();
    if (value.is_object()) {
      read_json_object(value, found);
      if (const auto graph = value.find("@graph"); graph != value.end()) open.push_back(&*graph);
    } else if (value.is_array()) {
      for (auto item = value.rbegin(); item != value.rend(); ++item) open.push_back(&*item);
    }
  }
}

void read_time(const GumboNode& node, bool in_article, Found& found) {
  std::string when(attribute(node, "datetime"));
  if (when.empty()) return;
  const bool is_marked =
      has_attribute(node, "pubdate") || ascii_lower(attribute(node, "itemprop")) == "datepublished";
  if (is_marked) take_first(found.marked_time, when);
  if (in_article) take_first(found.article_time, std::move(when));
}

Found find_all(const GumboNode& root) {
  Found found;
  int articles = 0;
  const auto enter = [&](const GumboNode& node) {
    switch (tag_of(node)) {
      case GUMBO_TAG_META: read_meta_element(node, found); break;
      case GUMBO_TAG_TITLE: take_first(found.title, text_below(node)); break;
      case GUMBO_TAG_H1: take_first(found.heading, text_below(node)); break;
      case GUMBO_TAG_TIME: read_time(node, articles > 0, found); break;
      case GUMBO_TAG_ARTICLE:
      case GUMBO_TAG_MAIN: ++articles; break;
      case GUMBO_TAG_SVG: return false;  // its titles name drawings
      case GUMBO_TAG_LINK:
        if (ascii_lower(attribute(node, "rel")) == "canonical") {
          take_first(found.canonical, collapsed(attribute(node, "href")));
        }
        break;
      case GUMBO_TAG_SCRIPT:
        if (ascii_lower(attribute(node, "type")) == "application/ld+json")
          read_json_ld(node, found);
        return false;
      default: break;
    }
    return true;
  };
  walk(root, enter, [&](const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN) --articles;
  });
  return found;
}

std::string first_meta(const Found& found, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto meta = found.metas.find(name);
    if (meta != found.metas.end() && !meta->second.empty()) return meta->second;
  }
  return "";
}

// "Envoys meet in Geneva | The Daily Courier" without the outlet.
std::string without_outlet(std::string title, std::string_view outlet) {
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: "}) {
    const std::string ending = std::string(separator) + std::string(outlet);
    if (!outlet.empty() && title.size() > ending.size() && title.ends_with(ending)) {
      title.resize(title.size() - ending.size());
      break;
    }
  }
  return title;
}

}  // namespace

HtmlMeta read_meta(const GumboNode& root) {
  const Found found = find_all(root);
  HtmlMeta meta;
  meta.outlet = first_meta(found, {"og:site_name"});
  take_first(meta.outlet, found.publisher);
  take_first(meta.outlet, first_meta(found, {"publisher", "dc.publisher", "dcterms.publisher",
                                             "application-name"}));
  for (const std::string& title : {first_meta(found, {"og:title"}), found.headline, found.heading,
                                   first_meta(found, {"dc.title", "twitter:title"}), found.title}) {
    take_first(meta.title, without_outlet(title, meta.outlet));
  }
  meta.url = found.canonical;
  take_first(meta.url, first_meta(found, {"og:url"}));
  const std::string dates[] = {
      first_meta(found, {"article:published_time", "og:article:published_time"}), found.json_date,
      first_meta(found,
                 {"datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
                  "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date",
                  "parsely-pub-date", "sailthru.date", "article.published"}),
      found.marked_time, found.article_time};
  for (const std::string& date : dates) {
    if (!date.empty()) meta.dates.push_back(date);
  }
  return meta;
}

std::string declared_charset(std::string_view bytes) {
  // The standard asks for the declaration within 1,024 bytes; many pages are later.
  const std::string start = ascii_lower(bytes.substr(0, 4096));
  constexpr std::string_view kKeys[] = {"charset=", "encoding="};
  for (const std::string_view key : kKeys) {
    std::size_t at = start.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < start.size() && (start[at] == '"' || start[at] == '\'' || start[at] == ' ')) ++at;
    const std::size_t end = start.find_first_of("\"' />;?\r\n\t", at);
    if (end != std::string::npos && end > at) return start.substr(at, end - at);
  }
  return "";
}

}  // namespace detente::document
