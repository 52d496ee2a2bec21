// Editors' words in the store: they win, survive a rebuild, and can be undone.
#include <gtest/gtest.h>

#include "ledger/store/ledger.h"
#include "ledger/store/sample.h"

namespace detente {
namespace {

using sample::day;
using sample::kStamp;

class WordsTest : public ::testing::Test {
 protected:
  WordsTest() { EXPECT_TRUE(ledger_.add(sample::story(), kStamp).has_value()); }

  Result<std::string> say(WordKind kind, std::vector<std::string> anchors, std::string field = "",
                          std::string value = "") {
    EditorWord word;
    word.kind = kind;
    word.anchors = std::move(anchors);
    word.field = std::move(field);
    word.value = std::move(value);
    word.by = "An editor";
    word.because = "They know.";
    word.recorded = "2032-06-01T00:00:00Z";
    return ledger_.say(word);
  }
  Result<std::string> undo(const std::string& id) {
    EditorWord word;
    word.kind = WordKind::kUndo;
    word.undoes = id;
    word.by = "Another editor";
    word.recorded = "2032-06-02T00:00:00Z";
    return ledger_.say(word);
  }
  std::vector<Line> lines(List list) { return ledger_.lines(list, {})->lines; }
  std::string measure(std::size_t at) { return lines(List::kMeasures).at(at).id; }

  // The same before and after everything is folded anew, and nothing wrong.
  template <typename Holds>
  void expect_for_good(Holds holds) {
    EXPECT_TRUE(holds());
    EXPECT_TRUE(ledger_.check()->empty());
    ASSERT_TRUE(ledger_.rebuild().has_value());
    EXPECT_TRUE(holds());
    EXPECT_TRUE(ledger_.check()->empty());
  }

  Ledger ledger_ = Ledger::in_memory().value();
};

TEST_F(WordsTest, AConfirmedLineIsMarked) {
  const std::string id = measure(0);
  const auto word = say(WordKind::kConfirm, {id});
  ASSERT_TRUE(word.has_value()) << word.error().message();
  EXPECT_EQ(word->size(), 9U);
  expect_for_good(
      [&] { return ledger_.line(id)->confirmed && ledger_.line(id)->words == std::vector{*word}; });
}

TEST_F(WordsTest, ARejectedLineIsNoPartOfTheRecordUntilThatIsUndone) {
  const std::string id = measure(0);
  const auto word = say(WordKind::kReject, {id});
  ASSERT_TRUE(word.has_value()) << word.error().message();
  expect_for_good([&] {
    return lines(List::kMeasures).size() == 1 && ledger_.record({}, {})->measures.size() == 1 &&
           ledger_.line(id)->rejected;
  });
  // By what was known before it was said, it is there.
  EXPECT_EQ(ledger_.record({}, day("2032-05-31"))->measures.size(), 2U);
  EXPECT_EQ(ledger_.record({}, day("2032-06-01"))->measures.size(), 1U);
  ASSERT_TRUE(undo(*word).has_value());
  expect_for_good([&] { return lines(List::kMeasures).size() == 2; });
  const auto again = undo(*word);
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, ErrorCode::kBadUsage);
  EXPECT_TRUE(again.error().reason.starts_with("already undone")) << again.error().reason;
}

TEST_F(WordsTest, LinesOfDifferentBlocksAreMergedAndComeApartAgain) {
  const std::string one = measure(0);
  const std::string other = measure(1);
  const auto word = say(WordKind::kMerge, {one, other});
  ASSERT_TRUE(word.has_value()) << word.error().message();
  expect_for_good([&] {
    return lines(List::kMeasures).size() == 1 && ledger_.line(one)->id == ledger_.line(other)->id;
  });
  ASSERT_TRUE(undo(*word).has_value());
  expect_for_good([&] { return lines(List::kMeasures).size() == 2; });
}

TEST_F(WordsTest, AMemberThatIsSplitOffIsALineOfItsOwn) {
  const Line line = *ledger_.line(measure(1));
  std::string leaving;
  for (const Member& member : line.members) {
    const bool measure = std::holds_alternative<Measure>(ledger_.assertion(member.assertion)->said);
    if (measure && member.assertion != line.members.front().assertion) leaving = member.assertion;
  }
  ASSERT_FALSE(leaving.empty());
  const auto word = say(WordKind::kSplit, {leaving});
  ASSERT_TRUE(word.has_value()) << word.error().message();
  expect_for_good(
      [&] { return lines(List::kMeasures).size() == 3 && ledger_.line(leaving)->id != line.id; });
}

TEST_F(WordsTest, AnAmendedFieldHoldsAndAKeyFieldMovesTheLine) {
  const std::string id = measure(1);
  ASSERT_TRUE(say(WordKind::kAmend, {id}, "instrument", "\"the Act\"").has_value());
  expect_for_good(
      [&] { return std::get<Measure>(ledger_.line(id)->object).instrument == "the Act"; });
  ASSERT_TRUE(say(WordKind::kAmend, {id}, "by", "[\"ESP\"]").has_value());
  Filter filter;
  filter.actor = "ESP";
  expect_for_good([&] {
    const auto listed = ledger_.lines(List::kMeasures, filter)->lines;
    return listed.size() == 1 && std::get<Measure>(listed[0].object).by.front() == "ESP";
  });
  filter.known_by = day("2032-05-01");
  EXPECT_TRUE(ledger_.lines(List::kMeasures, filter)->lines.empty());
  filter.actor = "PRT";
  EXPECT_EQ(ledger_.lines(List::kMeasures, filter)->lines.size(), 2U);
}

TEST_F(WordsTest, WhatMakesNoSenseIsRefused) {
  const std::string id = measure(0);
  const auto code = [](const Result<std::string>& result) {
    return result                                        ? "said"
           : result.error().code == ErrorCode::kNotFound ? "not found"
                                                         : "bad usage";
  };
  EXPECT_STREQ(code(say(WordKind::kConfirm, {"M00000000"})), "not found");
  EXPECT_STREQ(code(undo("W00000000")), "not found");
  EXPECT_STREQ(code(say(WordKind::kConfirm, {})), "bad usage");
  EXPECT_STREQ(code(say(WordKind::kMerge, {id})), "bad usage");
  EXPECT_STREQ(code(say(WordKind::kMerge, {id, id})), "bad usage");
  EXPECT_STREQ(code(say(WordKind::kMerge, {id, lines(List::kEvents).at(0).id})), "bad usage");
  EXPECT_STREQ(code(say(WordKind::kSplit, {lines(List::kEvents).at(0).id})), "bad usage");
  EXPECT_STREQ(code(say(WordKind::kAmend, {id}, "colour", "\"red\"")), "bad usage");
  EXPECT_STREQ(code(say(WordKind::kAmend, {id}, "by", "\"ESP")), "bad usage");
  EXPECT_STREQ(code(say(WordKind::kAmend, {id}, "announced", "\"someday\"")), "bad usage");
  EditorWord nameless;
  nameless.anchors = {id};
  nameless.recorded = "2032-06-01T00:00:00Z";
  EXPECT_STREQ(code(ledger_.say(nameless)), "bad usage");
  EXPECT_TRUE(ledger_.words()->empty());
}

TEST_F(WordsTest, WordsComeBackAsTheyWereSaid) {
  const std::string id = measure(1);
  ASSERT_TRUE(say(WordKind::kAmend, {id}, "quantity", "{\"value\":13,\"unit\":\"diplomats\"}"));
  const EditorWord word = ledger_.words()->at(0);
  EXPECT_EQ(word.kind, WordKind::kAmend);
  EXPECT_EQ(word.anchors.size(), ledger_.line(id)->members.size());
  EXPECT_EQ(word.field, "quantity");
  EXPECT_EQ(word.value, "{\"value\":13,\"unit\":\"diplomats\"}");
  EXPECT_EQ(word.by, "An editor");
  EXPECT_EQ(word.because, "They know.");
  EXPECT_EQ(word.known, day("2032-06-01"));
}

}  // namespace
}  // namespace detente
