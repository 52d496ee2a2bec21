#include "knowledge/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

namespace detente {
namespace {

// Lists in lists in maps: knowledge files need four levels. More is damage, and would recurse.
constexpr int kMaxDepth = 16;

// libyaml's parser and the event at hand, freed with the object.
class EventStream {
 public:
  explicit EventStream(std::string_view text) {
    ready_ = yaml_parser_initialize(&parser_) == 1;
    if (!ready_) return;
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~EventStream() {
    yaml_event_delete(&event_);
    if (ready_) yaml_parser_delete(&parser_);
  }
  EventStream(const EventStream&) = delete;
  EventStream& operator=(const EventStream&) = delete;

  bool next() {
    yaml_event_delete(&event_);
    return ready_ && yaml_parser_parse(&parser_, &event_) == 1;
  }
  const yaml_event_t& event() const { return event_; }
  int line() const { return static_cast<int>(event_.start_mark.line) + 1; }
  int problem_line() const { return static_cast<int>(parser_.problem_mark.line) + 1; }
  std::string problem() const { return parser_.problem ? parser_.problem : "out of memory"; }

 private:
  yaml_parser_t parser_ = {};
  yaml_event_t event_ = {};
  bool ready_ = false;
};

class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const std::string& name) : stream_(text), name_(name) {}

  Result<YamlNode> build() {
    YamlNode root;
    while (advance()) {
      switch (stream_.event().type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
          break;
        case YAML_DOCUMENT_START_EVENT:
          if (seen_document_) {
            refuse(stream_.line(), "a second document");
            break;
          }
          seen_document_ = true;
          if (advance()) value(root, 0);
          break;
        case YAML_STREAM_END_EVENT:
          return root;
        default:
          refuse(stream_.line(), "not a YAML document");
      }
    }
    return tl::unexpected<Error>(*error_);
  }

 private:
  bool advance() {
    if (error_) return false;
    if (stream_.next()) return true;
    refuse(stream_.problem_line(), stream_.problem());
    return false;
  }

  void refuse(int line, std::string reason) {
    if (error_) return;
    error_ = Error{ErrorCode::kBroken, name_ + ":" + std::to_string(line), std::move(reason)};
  }

  // Reads the value whose first event is at hand.
  void value(YamlNode& node, int depth) {
    const yaml_event_t& event = stream_.event();
    node.line = stream_.line();
    if (depth > kMaxDepth) return refuse(node.line, "nested too deeply");
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        if (event.data.scalar.anchor || event.data.scalar.tag) break;
        node.kind = YamlNode::Kind::kScalar;
        node.text.assign(reinterpret_cast<const char*>(event.data.scalar.value),
                         event.data.scalar.length);
        return;
      case YAML_SEQUENCE_START_EVENT:
        if (event.data.sequence_start.anchor || event.data.sequence_start.tag) break;
        node.kind = YamlNode::Kind::kList;
        return list(node, depth);
      case YAML_MAPPING_START_EVENT:
        if (event.data.mapping_start.anchor || event.data.mapping_start.tag) break;
        node.kind = YamlNode::Kind::kMap;
        return map(node, depth);
      default:
        break;
    }
    refuse(node.line, "anchors, aliases and tags are not used in these files");
  }

  void list(YamlNode& node, int depth) {
    while (advance() && stream_.event().type != YAML_SEQUENCE_END_EVENT) {
      value(node.items.emplace_back(), depth + 1);
    }
  }

  void map(YamlNode& node, int depth) {
    while (advance() && stream_.event().type != YAML_MAPPING_END_EVENT) {
      YamlNode key;
      value(key, depth + 1);
      if (key.kind != YamlNode::Kind::kScalar) return refuse(key.line, "a key must be a word");
      if (node.find(key.text)) return refuse(key.line, "'" + key.text + "' stands here twice");
      node.keys.push_back(std::move(key.text));
      if (advance()) value(node.items.emplace_back(), depth + 1);
    }
  }

  EventStream stream_;
  const std::string& name_;
  std::optional<Error> error_;
  bool seen_document_ = false;
};

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto at = std::find(keys.begin(), keys.end(), key);
  return at == keys.end() ? nullptr : &items[static_cast<std::size_t>(at - keys.begin())];
}

Result<YamlNode> parse_yaml(std::string_view text, const std::string& name) {
  return TreeBuilder(text, name).build();
}

YamlFile::YamlFile(const std::filesystem::path& folder, const std::string& path)
    : name_((folder.has_filename() ? folder : folder.parent_path()).filename().string() + "/" +
            path) {
  std::ifstream in(folder / path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad()) {
    error_ = Error{ErrorCode::kNotFound, name_, "cannot be read"};
    return;
  }
  parse(text);
}

YamlFile::YamlFile(std::string_view text, std::string name) : name_(std::move(name)) {
  parse(text);
}

void YamlFile::parse(std::string_view text) {
  Result<YamlNode> root = parse_yaml(text, name_);
  if (root) {
    root_ = std::move(*root);
  } else {
    error_ = root.error();
  }
}

const std::vector<YamlNode>& YamlFile::entries() {
  static const std::vector<YamlNode> kNothing;
  if (root_.kind != YamlNode::Kind::kList || root_.items.empty()) {
    report(std::max(root_.line, 1), "the file must be a list of entries");
    return kNothing;
  }
  return ok() ? root_.items : kNothing;
}

const std::vector<YamlNode>& YamlFile::entries(std::string_view key) {
  static const std::vector<YamlNode> kNothing;
  const YamlNode* node = root_.find(key);
  if (!node || node->kind != YamlNode::Kind::kList || node->items.empty()) {
    report(node ? node->line : std::max(root_.line, 1),
           "'" + std::string(key) + "' must be a list of entries");
    return kNothing;
  }
  return ok() ? node->items : kNothing;
}

bool YamlFile::expect(const YamlNode& node, std::initializer_list<std::string_view> required,
                      std::initializer_list<std::string_view> optional) {
  if (node.kind != YamlNode::Kind::kMap) report(node.line, "an entry of keys and values is needed");
  for (const std::string_view key : required) {
    if (!node.find(key)) report(node.line, "'" + std::string(key) + "' is missing");
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const auto& key = node.keys[i];
    if (std::find(required.begin(), required.end(), key) != required.end()) continue;
    if (std::find(optional.begin(), optional.end(), key) != optional.end()) continue;
    report(node.items[i].line, "unknown key '" + key + "'");
  }
  return ok();
}

std::string YamlFile::text(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (!node) return {};
  if (node->kind != YamlNode::Kind::kScalar || node->text.empty()) {
    report(node->line, "'" + std::string(key) + "' must be one text");
    return {};
  }
  return node->text;
}

std::vector<std::string> YamlFile::texts(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  return node ? texts(*node) : std::vector<std::string>{};
}

std::vector<std::string> YamlFile::texts(const YamlNode& value) {
  std::vector<std::string> out;
  if (value.kind == YamlNode::Kind::kScalar && !value.text.empty()) return {value.text};
  if (value.kind != YamlNode::Kind::kList || value.items.empty()) {
    report(value.line, "a list of texts is needed");
    return out;
  }
  for (const YamlNode& item : value.items) {
    if (item.kind != YamlNode::Kind::kScalar || item.text.empty()) {
      report(item.line, "an item of this list is no text");
    }
    out.push_back(item.text);
  }
  return out;
}

std::optional<int> YamlFile::number(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (!node) return std::nullopt;
  int value = 0;
  const char* end = node->text.data() + node->text.size();
  const auto parsed = std::from_chars(node->text.data(), end, value);
  if (parsed.ec == std::errc() && parsed.ptr == end) return value;
  report(node->line, "'" + std::string(key) + "' must be a whole number, not '" + node->text + "'");
  return std::nullopt;
}

std::optional<double> YamlFile::real(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (!node) return std::nullopt;
  double value = 0;
  const char* end = node->text.data() + node->text.size();
  const auto parsed = std::from_chars(node->text.data(), end, value);
  if (parsed.ec == std::errc() && parsed.ptr == end) return value;
  report(node->line, "'" + std::string(key) + "' must be a number, not '" + node->text + "'");
  return std::nullopt;
}

std::optional<Date> YamlFile::date(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (!node) return std::nullopt;
  const Result<Date> date = Date::parse(node->text);
  if (date) return *date;
  report(node->line, "'" + std::string(key) + "': " + date.error().reason);
  return std::nullopt;
}

bool YamlFile::flag(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  if (!node || node->text == "false") return false;
  if (node->text != "true") report(node->line, "'" + std::string(key) + "' must be true or false");
  return node->text == "true";
}

void YamlFile::report(int line, std::string reason) {
  if (error_) return;
  error_ = Error{ErrorCode::kBroken, name_ + ":" + std::to_string(line), std::move(reason)};
}

Status YamlFile::status() const {
  if (error_) return tl::unexpected<Error>(*error_);
  return {};
}

}  // namespace detente
