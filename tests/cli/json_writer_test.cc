#include "cli/json_writer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace detente::cli {
namespace {

TEST(JsonWriterTest, CommasStandBetweenValuesOnly) {
  JsonWriter json;
  json.open('{').key("a").open('[').close(']').key("b").open('[').number(1).number(2);
  json.open('{').close('}').close(']').key("c").null().key("d").text("x").close('}');
  EXPECT_EQ(json.take(), R"({"a":[],"b":[1,2,{}],"c":null,"d":"x"})");
}

TEST(JsonWriterTest, EveryCharacterComesBack) {
  std::string text = "\"Né\" \\ \xF0\x9F\x95\x8A \x7F";
  for (char c = 1; c < 0x20; ++c) text += c;
  JsonWriter json;
  json.open('[').text(text).close(']');
  EXPECT_EQ(nlohmann::json::parse(json.take())[0].get<std::string>(), text);
}

}  // namespace
}  // namespace detente::cli
