#include "knowledge/yaml.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

TEST(Yaml, ScalarsStayText) {
  const auto root = parse_yaml("- NO\n- 016\n- {code: on}\n", "k/a.yaml");
  ASSERT_TRUE(root) << root.error().message();
  ASSERT_EQ(root->items.size(), 3u);
  EXPECT_EQ(root->items[0].text, "NO");
  EXPECT_EQ(root->items[1].text, "016");
  EXPECT_EQ(root->items[2].line, 3);
  ASSERT_NE(root->items[2].find("code"), nullptr);
  EXPECT_EQ(root->items[2].find("code")->text, "on");
  EXPECT_EQ(root->items[2].find("name"), nullptr);
}

TEST(Yaml, RefusesWithFileAndLine) {
  const struct {
    const char* text;
    const char* where;
  } kCases[] = {
      {"- a\n- [b\n", "k/a.yaml:3"},             // an unclosed list
      {"- a\n- {b: 1, b: 2}\n", "k/a.yaml:2"},   // a key twice
      {"- &x a\n- *x\n", "k/a.yaml:1"},          // an anchor
      {"- a\n- *x\n", "k/a.yaml:2"},             // an alias
      {"- !!int 3\n", "k/a.yaml:1"},             // a tag
      {"- a\n---\n- b\n", "k/a.yaml:2"},         // a second document
      {"- a\n- {[b]: c}\n", "k/a.yaml:2"},       // a key that is no word
      {"- a\n\t- b\n", "k/a.yaml:2"},            // a tab
  };
  for (const auto& test : kCases) {
    const auto root = parse_yaml(test.text, "k/a.yaml");
    ASSERT_FALSE(root) << test.text;
    EXPECT_EQ(root.error().where, test.where) << test.text << root.error().reason;
    EXPECT_EQ(root.error().code, ErrorCode::kBroken);
  }
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += '[';
  EXPECT_FALSE(parse_yaml(deep, "k/a.yaml"));
}

TEST(YamlFile, ChecksKeysAndKinds) {
  const struct {
    const char* text;
    const char* message;
  } kCases[] = {
      {"- {name: a, date: 2004-03, size: 3}\n", ""},
      {"- {date: 2004-03}\n", "k/a.yaml:1: 'name' is missing"},
      {"- {name: a,\n   shape: round}\n", "k/a.yaml:2: unknown key 'shape'"},
      {"- {name: [a]}\n", "k/a.yaml:1: 'name' must be one text"},
      {"- {name: a, size: 3x}\n", "k/a.yaml:1: 'size' must be a whole number, not '3x'"},
      {"- a\n", "k/a.yaml:1: an entry of keys and values is needed"},
      {"name: a\n", "k/a.yaml:1: the file must be a list of entries"},
      {"[]\n", "k/a.yaml:1: the file must be a list of entries"},
      {"", "k/a.yaml:1: the file must be a list of entries"},
  };
  for (const auto& test : kCases) {
    YamlFile file(std::string_view(test.text), "k/a.yaml");
    for (const YamlNode& entry : file.entries()) {
      if (!file.expect(entry, {"name"}, {"date", "size"})) break;
      file.text(entry, "name");
      file.date(entry, "date");
      file.number(entry, "size");
    }
    const Status status = file.status();
    EXPECT_EQ(status ? "" : status.error().message(), test.message) << test.text;
  }
}

TEST(YamlFile, BadDatesNameTheirLine) {
  YamlFile file(std::string_view("- name: a\n  date: 2004-13\n"), "k/a.yaml");
  file.date(file.entries().front(), "date");
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.status().error().where, "k/a.yaml:2");
}

TEST(YamlFile, AbsentFileIsNotFound) {
  const YamlFile file(std::filesystem::path("/nowhere/knowledge"), "actors/states.yaml");
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.status().error().code, ErrorCode::kNotFound);
  EXPECT_EQ(file.status().error().where, "knowledge/actors/states.yaml");
}

}  // namespace
}  // namespace detente
