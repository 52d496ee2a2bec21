#include "cli/analysis_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace detente::cli {
namespace {

using nlohmann::json;

const Lore& lore() {
  static const Lore loaded = [] {
    const std::string folder = std::string(DETENTE_SOURCE_DIR) + "/knowledge";
    auto knowledge = load_knowledge(folder);
    auto times = TimeWords::load(folder + "/times");
    EXPECT_TRUE(knowledge && times);
    return Lore{*std::move(knowledge), *std::move(times)};
  }();
  return loaded;
}

// "Né, Peru thanked Chile in 2019.": Peru -> Chile, by "thanked".
struct Example {
  Document document;
  Analysis analysis;

  Example() {
    document.id = "d1";
    document.text = "N\xC3\xA9, Peru thanked Chile in 2019.";
    const struct {
      Span span;
      const char* upos;
      TokenIndex head;
      const char* deprel;
    } words[] = {{{0, 3}, "INTJ", 3, "discourse"}, {{3, 4}, "PUNCT", 0, "punct"},
                 {{5, 9}, "PROPN", 3, "nsubj"},    {{10, 17}, "VERB", kNoToken, "root"},
                 {{18, 23}, "PROPN", 3, "obj"},    {{24, 26}, "ADP", 6, "case"},
                 {{27, 31}, "NUM", 3, "obl"},      {{31, 32}, "PUNCT", 3, "punct"}};
    for (const auto& word : words) {
      Token token;
      token.span = word.span;
      token.form = document.text.substr(word.span.begin, word.span.size());
      token.lemma = token.form == "thanked" ? "thank" : token.form;
      token.upos = word.upos;
      token.head = word.head;
      token.deprel = word.deprel;
      analysis.tokens.push_back(token);
    }
    analysis.sentences.push_back({{0, 32}, {0, 8}, 0});
    analysis.entities = {{{2, 3}, EntityType::kPlace}, {{4, 5}, EntityType::kPlace}};
    Attribution attribution;
    attribution.source = {{2, 3}};
    attribution.cue = {{3, 4}};
    analysis.attributions.push_back(attribution);
    Trigger trigger;
    trigger.tokens = {3, 4};
    trigger.label = "SUPPORT";
    trigger.status = "happened";
    trigger.fillers = {{Role::kAgent, {4, 5}, 0.2F}, {Role::kAgent, {2, 3}, 0.9F}};
    analysis.triggers.push_back(trigger);
    Trigger other = trigger;
    other.frame = Frame::kMeasure;
    analysis.triggers.push_back(other);
  }

  json written(bool with_text = false) const {
    return json::parse(analysis_json(document, analysis, lore(), with_text));
  }
};

TEST(AnalysisJsonTest, OffsetsCountCodePointsAndHeadsCountFromOne) {
  const json out = Example().written();
  const json& tokens = out["sentences"][0]["tokens"];
  ASSERT_EQ(tokens.size(), 8U);
  EXPECT_EQ(out["sentences"][0]["end"], 31);
  EXPECT_EQ(tokens[2], json::parse(R"({"start": 4, "end": 8, "form": "Peru", "lemma": "Peru",
                                       "upos": "PROPN", "head": 4, "deprel": "nsubj"})"));
  EXPECT_EQ(tokens[3]["head"], 0);
  EXPECT_EQ(tokens[1]["head"], 1);
}

TEST(AnalysisJsonTest, NamesOfStatesCarryTheirCode) {
  const json out = Example().written();
  EXPECT_EQ(out["entities"], json::parse(R"([
      {"start": 4, "end": 8, "type": "place", "actor": "PER"},
      {"start": 17, "end": 22, "type": "place", "actor": "CHL"}])"));
}

TEST(AnalysisJsonTest, TimesCarryTheirValue) {
  EXPECT_EQ(Example().written()["times"],
            json::parse(R"([{"start": 26, "end": 30, "type": "DATE", "value": "2019"}])"));
}

TEST(AnalysisJsonTest, AnAttributionHasThreeLists) {
  EXPECT_EQ(Example().written()["attributions"],
            json::parse(R"([{"source": [[4, 8]], "cue": [[9, 16]], "content": []}])"));
}

TEST(AnalysisJsonTest, EventsAreTheEventTriggersWithTheLikeliestSides) {
  EXPECT_EQ(Example().written()["events"], json::parse(R"([
      {"source": [4, 8], "target": null, "trigger": [9, 16], "root": "SUPPORT",
       "status": "happened", "penta": 1}])"));
}

TEST(AnalysisJsonTest, TheTextComesAlongWhereAsked) {
  EXPECT_FALSE(Example().written().contains("text"));
  EXPECT_EQ(Example().written(true)["text"], Example().document.text);
}

}  // namespace
}  // namespace detente::cli
