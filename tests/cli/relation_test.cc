#include "cli/relation.h"

#include <gtest/gtest.h>

namespace detente::cli {
namespace {

Ontology ontology() {
  Vocabulary vocabulary;
  auto loaded = Ontology::load(std::string(DETENTE_SOURCE_DIR) + "/knowledge", vocabulary);
  return loaded ? *std::move(loaded) : Ontology();
}

TEST(ParsePairTest, CodePointsBecomeBytes) {
  const auto line = parse_pair(
      R"({"id": 7, "text": "Perú y Fiyi", "source": [0, 4], "target": [7, 11]})", "in:1");
  ASSERT_TRUE(line) << line.error().message();
  EXPECT_EQ(line->id, 7);
  EXPECT_EQ(line->pair.source, (Span{0, 5}));
  EXPECT_EQ(line->pair.target, (Span{8, 12}));
}

TEST(ParsePairTest, TheTargetMayBeMissing) {
  const auto line = parse_pair(R"({"text": "Peru", "source": [0, 4], "target": null})", "in:1");
  ASSERT_TRUE(line) << line.error().message();
  EXPECT_TRUE(line->pair.target.empty());
  EXPECT_TRUE(line->id.is_null());
}

struct Refused {
  const char* line;
  const char* message;
};

TEST(ParsePairTest, SaysWhatIsWrong) {
  const Refused cases[] = {
      {"[1, 2", "in:1: must be a JSON object"},
      {"[]", "in:1: must be a JSON object"},
      {"{\"text\": \"\xFF\"}", "in:1: broken UTF-8 text"},
      {R"({"source": [0, 1]})", "in:1: field \"text\" must be a string"},
      {R"({"text": 1, "source": [0, 1]})", "in:1: field \"text\" must be a string"},
      {R"({"text": "Peru"})", "in:1: field \"source\" is missing"},
      {R"({"text": "Peru", "source": [0]})",
       "in:1: field \"source\" must be [start, end], whole numbers"},
      {R"({"text": "Peru", "source": [-1, 2]})",
       "in:1: field \"source\" must be [start, end], whole numbers"},
      {R"({"text": "Peru", "source": [0, 5]})",
       "in:1: field \"source\" must lie within the text's 4 characters and not be empty"},
      {R"({"text": "Peru", "source": [0, 1], "target": [3, 3]})",
       "in:1: field \"target\" must lie within the text's 4 characters and not be empty"},
  };
  for (const Refused& one : cases) {
    const auto line = parse_pair(one.line, "in:1");
    ASSERT_FALSE(line) << one.line;
    EXPECT_EQ(line.error().message(), one.message) << one.line;
  }
}

TEST(ChooseRelationTest, NothingIsNeverChosen) {
  const Relation relation =
      choose_relation({{"O", 0.8F}, {"AID", 0.15F}, {"AGREE", 0.05F}}, ontology());
  EXPECT_EQ(relation.root, "AID");
  EXPECT_EQ(relation.penta, 2);
  EXPECT_FLOAT_EQ(relation.none, 0.8F);
  ASSERT_EQ(relation.scores.size(), 2U);
  EXPECT_FLOAT_EQ(relation.scores[0].second, 0.75F);
}

TEST(ChooseRelationTest, ConcedeAndRetreatCompeteTogether) {
  const RootScores scores = {{"CONSULT", 0.4F}, {"RETREAT", 0.35F}, {"CONCEDE", 0.25F}};
  EXPECT_EQ(choose_relation(scores, ontology()).root, "RETREAT");
  const RootScores weak = {{"CONSULT", 0.7F}, {"RETREAT", 0.2F}, {"CONCEDE", 0.1F}};
  EXPECT_EQ(choose_relation(weak, ontology()).root, "CONSULT");
}

TEST(ChooseRelationTest, NoScoreAtAllIsNoDivisionByZero) {
  const Relation relation = choose_relation({{"O", 1.0F}, {"AID", 0.0F}}, ontology());
  EXPECT_EQ(relation.root, "AID");
  EXPECT_FLOAT_EQ(relation.scores[0].second, 1.0F);
}

TEST(RelationJsonTest, OneLineInAFixedOrder) {
  Relation relation;
  relation.root = "AID";
  relation.penta = 2;
  relation.none = 0.25F;
  relation.scores = {{"AID", 0.66666F}, {"AGREE", 0.33333F}};
  EXPECT_EQ(relation_json("d1", relation), R"({"id":"d1","root":"AID","penta":2,"none":0.25,)"
                                           R"("scores":{"AID":0.6667,"AGREE":0.3333}})"
                                           "\n");
}

}  // namespace
}  // namespace detente::cli
