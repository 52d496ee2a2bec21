// YAML files as a tree of plain values that know their line. All scalars are text: "NO" is Norway's
// code, never false. Anchors, aliases, tags and a second document are refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace detente {

struct YamlNode {
  enum class Kind : std::uint8_t { kScalar, kList, kMap };

  Kind kind = Kind::kScalar;
  int line = 0;                   // from 1
  std::string text;               // of a scalar
  std::vector<YamlNode> items;    // of a list, or the values of a map
  std::vector<std::string> keys;  // of a map, one a value, each once

  const YamlNode* find(std::string_view key) const;  // of a map; null where absent
};

// `name` is what errors call the text: "knowledge/actors/states.yaml".
Result<YamlNode> parse_yaml(std::string_view text, const std::string& name);

// One file of knowledge while it is read. The first problem is kept; later reads then give empty
// values, so that a reader checks once, at the end.
class YamlFile {
 public:
  // Reads folder/path and names it by the folder's own name and the path.
  YamlFile(const std::filesystem::path& folder, const std::string& path);
  // For text that is in memory.
  YamlFile(std::string_view text, std::string name);

  // The list at the top of the file, or at a key of the map at the top. It must not be empty.
  const std::vector<YamlNode>& entries();
  const std::vector<YamlNode>& entries(std::string_view key);
  const YamlNode& root() const { return root_; }
  const std::string& name() const { return name_; }

  // Refuses a node that is no map, lacks a required key or has a key that is in neither list.
  bool expect(const YamlNode& node, std::initializer_list<std::string_view> required,
              std::initializer_list<std::string_view> optional);

  std::string text(const YamlNode& map, std::string_view key);  // "" where absent
  std::vector<std::string> texts(const YamlNode& map, std::string_view key);  // list, or one scalar
  std::vector<std::string> texts(const YamlNode& value);
  std::optional<int> number(const YamlNode& map, std::string_view key);
  std::optional<double> real(const YamlNode& map, std::string_view key);
  std::optional<Date> date(const YamlNode& map, std::string_view key);
  bool flag(const YamlNode& map, std::string_view key);  // "true" or "false"; false where absent

  void report(int line, std::string reason);
  bool ok() const { return !error_.has_value(); }
  Status status() const;

 private:
  void parse(std::string_view text);

  std::string name_;
  YamlNode root_;
  std::optional<Error> error_;
};

}  // namespace detente
