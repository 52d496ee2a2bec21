// The contract itself, and that the server is what it says.
#include "server/contract.h"

#include <gtest/gtest.h>

#include "server/site.h"

namespace detente::server {
namespace {

const Schemas& schemas() { return contract().schemas(); }
const Json& schema(const char* name) { return contract().json()["components"]["schemas"][name]; }

TEST(Contract, EveryOperationHasAHandlerAndTheOtherWayRound) {
  std::set<std::string> told;
  for (const Operation& operation : contract().operations()) told.insert(operation.id);
  std::set<std::string> handled{"stream"};  // never ends with one answer: see http/stream.cc
  for (const auto& [id, handler] : handlers()) handled.insert(id);
  EXPECT_EQ(told, handled);
}

TEST(Contract, UsesNoKeywordThatIsNotChecked) {
  for (const auto& [name, one] : contract().json()["components"]["schemas"].items()) {
    EXPECT_EQ(schemas().unknown_keyword(one), std::nullopt) << name;
  }
  for (const Operation& operation : contract().operations()) {
    for (const Parameter& parameter : operation.parameters) {
      EXPECT_EQ(schemas().unknown_keyword(*parameter.schema), std::nullopt) << operation.id;
    }
  }
  EXPECT_EQ(schemas().unknown_keyword({{"multipleOf", 2}}), "multipleOf");
}

TEST(Contract, ItsExamplesAreRight) {
  for (const auto& [name, one] : contract().json()["components"]["schemas"].items()) {
    if (!one.contains("examples")) continue;
    for (const Json& example : one["examples"]) {
      const auto fault = schemas().fault(example, one);
      EXPECT_FALSE(fault) << name << ": " << fault->message();
    }
  }
}

TEST(Contract, RoutesToTheMostFixedPath) {
  const auto id_of = [](const std::vector<std::string>& path) {
    const Operation* operation = contract().route(path).by_method("GET");
    return operation == nullptr ? std::string() : operation->id;
  };
  EXPECT_EQ(id_of({"api", "v1", "info"}), "info");
  EXPECT_EQ(id_of({"api", "v1", "events"}), "lines");
  EXPECT_EQ(id_of({"api", "v1", "dyads", "PRT", "MAR"}), "dossier");
  EXPECT_EQ(id_of({"api", "v1", "dyads", "PRT", "MAR", "series"}), "series");
  EXPECT_EQ(id_of({"api", "v1", "dyads", "", "MAR"}), "");
  EXPECT_EQ(id_of({"api", "v1"}), "");
  EXPECT_EQ(contract().route({"api", "v1", "words"}).allowed(), "GET, HEAD, POST");
}

TEST(Schemas, FindWhatIsWrongAndWhere) {
  const auto where = [](const Json& value, const char* name) {
    const auto fault = schemas().fault(value, schema(name));
    return fault ? fault->where : "right";
  };
  EXPECT_EQ(where("PRT", "Code"), "right");
  EXPECT_EQ(where("prt", "Code"), "");
  EXPECT_EQ(where("2031-02-28", "Day"), "right");
  EXPECT_EQ(where("2031-02-30", "Day"), "");
  EXPECT_EQ(where({{"root", "CONSULT"}, {"source", {"PRT", "nobody"}}}, "Event"), "source/1");
  EXPECT_EQ(where({{"root", "CONSULT"}, {"colour", "red"}}, "Event"), "colour");
  EXPECT_EQ(where({{"source", Json::array()}}, "Event"), "root");
  EXPECT_EQ(where({{"kind", "merge"}, {"lines", {"Mabcdefgh"}}}, "NewWord"), "lines");
  EXPECT_EQ(where({{"kind", "undo"}, {"undoes", "Wabcdefgh"}}, "NewWord"), "right");
  EXPECT_EQ(where({{"kind", "destroy"}}, "NewWord"), "");
  EXPECT_EQ(where({{"text", std::string(1'000'001, 'x')}}, "Report"), "text");
}

}  // namespace
}  // namespace detente::server
