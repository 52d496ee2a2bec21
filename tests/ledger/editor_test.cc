// What an editor says wins over the machine, survives later reports, and can be undone.
#include "ledger/editor.h"

#include <gtest/gtest.h>

#include "builder.h"

namespace detente {
namespace {

using namespace test;

const char* const kSentence = "Peru expelled diplomats of Chile.";

Told report(const char* document, const char* known, double count, const char* announced) {
  return Told(document, known).tell(expulsion(when(announced), count), kSentence);
}

TEST(Editor, ConfirmsARejectedLineNoMore) {
  const auto told = all({report("a", "2031-03-02", 4, "2031-03-01")});
  const auto confirmed = lines_of<Measure>(told, {word("W1", WordKind::kConfirm, {told[0].id})});
  EXPECT_TRUE(confirmed[0].confirmed);
  EXPECT_EQ(confirmed[0].words, std::vector<std::string>{"W1"});

  const std::vector<EditorWord> words = {word("W1", WordKind::kConfirm, {told[0].id}, "2032-01-01"),
                                         word("W2", WordKind::kReject, {told[0].id}, "2032-01-02")};
  const auto rejected = lines_of<Measure>(told, words);
  ASSERT_EQ(rejected.size(), 1U);
  EXPECT_TRUE(rejected[0].rejected);
  EXPECT_FALSE(rejected[0].confirmed);
  EXPECT_EQ(status_on(rejected[0], "2031-04-01"), "not there");
  EXPECT_TRUE(record_of(rejected, std::nullopt).measures.empty());
}

TEST(Editor, ARejectionHoldsForWhatIsToldLater) {
  const auto told = all({report("a", "2031-03-02", 4, "2031-03-01")});
  const std::vector<EditorWord> words = {word("W1", WordKind::kReject, {told[0].id}, "2031-03-05")};
  const auto later =
      all({report("a", "2031-03-02", 4, "2031-03-01"), report("b", "2031-04-02", 4, "2031-03-01")});
  EXPECT_TRUE(record_of(fold(later, words), std::nullopt).measures.empty());
}

TEST(Editor, MergesWhatTheMachineKeptApart) {
  const auto told =
      all({report("a", "2031-03-02", 4, "2031-03-01"), report("b", "2031-06-02", 9, "2031-06-01"),
           report("c", "2031-06-03", 9, "2031-06-01")});
  ASSERT_EQ(lines_of<Measure>(told).size(), 2U);
  const auto lines =
      lines_of<Measure>(told, {word("W1", WordKind::kMerge, {told[2].id, told[0].id})});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].members.size(), 3U);
  EXPECT_EQ(lines[0].id, "M" + told[0].id.substr(0, 8));
  EXPECT_EQ(lines[0].members[1].decision.by_editor, "W1");
  EXPECT_EQ(lines[0].members[1].decision.with, told[0].id);
  EXPECT_EQ(lines[0].words, std::vector<std::string>{"W1"});
}

TEST(Editor, MergesAcrossBlocksButNotAcrossLists) {
  Measure misread = expulsion(when("2031-03-01"), 4);
  misread.by = {"BOL"};
  const auto told = all(
      {report("a", "2031-03-02", 4, "2031-03-01"), Told("b", "2031-03-03").tell(misread, kSentence),
       Told("c", "2031-03-03").tell(RoleHeld{.person = "Ana Rojas", .actor = "CHL"}, "x")});
  EXPECT_EQ(
      lines_of<Measure>(told, {word("W1", WordKind::kMerge, {told[0].id, told[1].id})}).size(), 1U);
  const auto lines =
      fold(told, std::vector{word("W1", WordKind::kMerge, {told[0].id, told[2].id})});
  EXPECT_EQ(lines.size(), 3U);
}

TEST(Editor, SplitsWhatTheMachineJoined) {
  const auto told =
      all({report("a", "2031-03-02", 4, "2031-03-01"), report("b", "2031-03-03", 4, "2031-03-01"),
           report("c", "2031-03-04", 4, "2031-03-01")});
  ASSERT_EQ(lines_of<Measure>(told).size(), 1U);
  const auto lines =
      lines_of<Measure>(told, {word("W1", WordKind::kSplit, {told[1].id}, "2031-03-05")});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].members.size(), 2U);  // c was there and was left where it was
  ASSERT_EQ(lines[1].members.size(), 1U);
  EXPECT_EQ(lines[1].members[0].assertion, told[1].id);
  EXPECT_EQ(lines[1].members[0].decision.by_editor, "W1");
  EXPECT_EQ(lines[0].words, std::vector<std::string>{});
  EXPECT_EQ(lines[1].words, std::vector<std::string>{"W1"});
}

TEST(Editor, ASplitThatComesAfterAMergeWins) {
  const auto told =
      all({report("a", "2031-03-02", 4, "2031-03-01"), report("b", "2031-06-02", 9, "2031-06-01")});
  const std::vector<EditorWord> words = {
      word("W1", WordKind::kMerge, {told[0].id, told[1].id}, "2032-01-01"),
      word("W2", WordKind::kSplit, {told[1].id}, "2032-01-02")};
  EXPECT_EQ(lines_of<Measure>(told, words).size(), 2U);
  const std::vector<EditorWord> other_way = {
      word("W1", WordKind::kMerge, {told[0].id, told[1].id}, "2032-01-03"),
      word("W2", WordKind::kSplit, {told[1].id}, "2032-01-02")};
  EXPECT_EQ(lines_of<Measure>(told, other_way).size(), 1U);
}

EditorWord amendment(const char* id, std::vector<std::string> anchors, const char* field,
                     const char* value, const char* said = "2032-01-01") {
  EditorWord out = word(id, WordKind::kAmend, std::move(anchors), said);
  out.field = field;
  out.value = value;
  return out;
}

TEST(Editor, AnAmendmentHoldsAgainstLaterReports) {
  const auto told =
      all({report("a", "2031-03-02", 4, "2031-03-01"), report("b", "2031-04-02", 4, "2031-03-01")});
  const std::vector<EditorWord> words = {
      amendment("W1", {told[0].id}, "quantity", R"({"value":5,"unit":"diplomats"})", "2031-03-10"),
      amendment("W2", {told[0].id}, "instrument", "\"a note\"", "2031-03-10"),
      amendment("W3", {told[0].id}, "announced", "", "2031-03-10")};
  const auto lines = lines_of<Measure>(told, words);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(as<Measure>(lines[0]).quantity->value, 5);
  EXPECT_EQ(as<Measure>(lines[0]).instrument, "a note");
  EXPECT_FALSE(as<Measure>(lines[0]).announced);
  EXPECT_EQ(lines[0].words.size(), 3U);
}

TEST(Editor, AnAmendmentOfAKeyFieldMovesTheLine) {
  Measure misread = expulsion(when("2031-03-01"), 4);
  misread.by = {"BOL"};
  const auto told = all({report("a", "2031-03-02", 4, "2031-03-01"),
                         Told("b", "2031-03-03").tell(misread, kSentence)});
  ASSERT_EQ(lines_of<Measure>(told).size(), 2U);
  const EditorWord word = amendment("W1", {told[1].id}, "by", R"(["PER"])");
  EXPECT_EQ(lines_of<Measure>(told, {word}).size(), 1U);
  EXPECT_EQ(blocks_of(amended(told[1], std::vector{word})), blocks_of(told[0]));
}

TEST(Editor, AnAmendedStatusStandsUntilSomethingNewHappens) {
  const Told first =
      Told("a", "2031-03-02").tell(ban("in_force", when("2031-03-01")), "Peru banned wine.");
  const EditorWord word = amendment("W1", {first.id(0)}, "status", "\"announced\"", "2031-04-01");
  Line line = lines_of<Measure>(first.assertions(), {word})[0];
  EXPECT_EQ(as<Measure>(line).status, "announced");
  EXPECT_EQ(status_on(line, "2031-05-01"), "announced");
  EXPECT_EQ(line.life.back().basis, kByEditor);

  const Told again =
      Told("b", "2031-05-02").tell(ban("in_force", when("2031-03-01")), "Peru banned wine.");
  line = lines_of<Measure>(all({first, again}), {word})[0];
  EXPECT_EQ(as<Measure>(line).status, "announced");

  const Told lifted = Told("c", "2031-06-02")
                          .tell(Ending{.kind = "import_ban",
                                       .sides = {"PER"},
                                       .status = "lifted",
                                       .date = when("2031-06-01"),
                                       .evidence = {}},
                                "Peru lifted its ban.");
  line = lines_of<Measure>(all({first, again, lifted}), {word})[0];
  EXPECT_EQ(status_on(line, "2031-05-10"), "announced");
  EXPECT_EQ(status_on(line, "2031-06-01"), "lifted");
}

TEST(Editor, AValueThatDoesNotFitItsFieldChangesNothing) {
  const auto told = all({report("a", "2031-03-02", 4, "2031-03-01")});
  for (const char* value : {"{", "7", "[1]"}) {
    const auto lines = lines_of<Measure>(told, {amendment("W1", {told[0].id}, "by", value)});
    EXPECT_EQ(as<Measure>(lines[0]).by, std::vector<std::string>{"PER"}) << value;
  }
}

TEST(Editor, UndoingIsUndoneByUndoing) {
  const auto told = all({report("a", "2031-03-02", 4, "2031-03-01")});
  std::vector<EditorWord> words = {word("W1", WordKind::kReject, {told[0].id}, "2032-01-01"),
                                   word("W2", WordKind::kUndo, {}, "2032-01-02")};
  words[1].undoes = "W1";
  EXPECT_FALSE(lines_of<Measure>(told, words)[0].rejected);
  EXPECT_TRUE(lines_of<Measure>(told, words)[0].words.empty());
  words.push_back(word("W3", WordKind::kUndo, {}, "2032-01-03"));
  words[2].undoes = "W2";
  EXPECT_TRUE(lines_of<Measure>(told, words)[0].rejected);
}

}  // namespace
}  // namespace detente
