// The lines do not depend on the order in which documents came, nor on what is folded with what.
#include <algorithm>
#include <chrono>
#include <gtest/gtest.h>
#include <map>
#include <random>

#include "builder.h"
#include "ledger/object_json.h"

namespace detente {
namespace {

using namespace test;

// Everything of a line that must be equal.
std::string text_of(const Line& line) {
  std::string out =
      line.id + " " + to_json(line.object).dump() + " " + line.known.iso() + line.document;
  for (const Member& member : line.members)
    out +=
        " " + member.assertion + "~" + member.decision.with + std::to_string(member.decision.score);
  for (const Stage& stage : line.life)
    out +=
        " " + stage.status + (stage.when ? stage.when->iso() : "-") + stage.basis + stage.assertion;
  if (line.answers) out += " " + line.answers->line + line.answers->lag + line.answers->basis;
  return out;
}

std::vector<std::string> texts_of(const std::vector<Line>& lines) {
  std::vector<std::string> out;
  for (const Line& line : lines) out.push_back(text_of(line));
  return out;
}

// Two hundred reports of a few things, with days missing, numbers that differ, and endings.
std::vector<Assertion> many(std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto any = [&](std::uint32_t below) { return random() % below; };
  const char* sides[] = {"PER", "CHL", "BOL"};
  std::vector<Assertion> out;
  for (int i = 0; i < 200; ++i) {
    const Date known = *add_days(day("2031-01-01"), static_cast<int>(any(100)));
    Told report("doc" + std::to_string(i), known.iso().c_str());
    std::optional<Interval> date;
    if (any(3) > 0) date = Interval{known, known};
    const std::string from = sides[any(3)];
    const std::string to = sides[any(3)];
    const std::string sentence =
        "Report of " + from + " on " + to + " matter" + std::to_string(any(6));
    Measure measure = expulsion(date, any(2) == 0 ? std::optional<double>(any(3)) : std::nullopt);
    measure.by = {from};
    measure.against = {to};
    report.tell(measure, sentence);
    report.tell(Event{.source = {from},
                      .target = {to},
                      .root = any(2) == 0 ? "CONSULT" : "SANCTION",
                      .status = "happened",
                      .date = date},
                sentence);
    report.tell(Channel{.between = {from, to},
                        .kind = "hotline",
                        .status = any(2) == 0 ? "cut" : "open",
                        .since = date},
                sentence);
    if (any(4) == 0)
      report.tell(Ending{.kind = "expulsion",
                         .sides = {from, to},
                         .status = "rescinded",
                         .date = date,
                         .evidence = {}},
                  "Ended: " + sentence);
    out.insert(out.end(), report.assertions().begin(), report.assertions().end());
  }
  return out;
}

TEST(Order, TwentyShufflesGiveTheSameLines) {
  std::vector<Assertion> told = many(7);
  const auto expected = texts_of(fold(told, {}));
  ASSERT_GT(expected.size(), 20U);
  ASSERT_LT(expected.size(), told.size());  // something is merged
  std::mt19937 random(11);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(told.begin(), told.end(), random);
    EXPECT_EQ(texts_of(fold(told, {})), expected);
  }
}

TEST(Order, FoldingBlocksIsFoldingAll) {
  const std::vector<Assertion> told = many(8);
  std::map<std::string, std::vector<Assertion>> blocks;
  for (const Assertion& assertion : told) {
    for (const std::string& block : blocks_of(assertion)) blocks[block].push_back(assertion);
  }
  ASSERT_GT(blocks.size(), 5U);
  std::vector<Line> lines;
  for (const auto& [key, block] : blocks) {
    for (Line& line : fold_block(block, {})) lines.push_back(std::move(line));
  }
  const auto by_id = [](const Line& a, const Line& b) { return a.id < b.id; };
  std::vector<Line> expected = fold_block(told, {});
  std::sort(lines.begin(), lines.end(), by_id);
  std::sort(expected.begin(), expected.end(), by_id);
  EXPECT_EQ(texts_of(lines), texts_of(expected));
}

// An ending of which no words say who ends it may end a measure of either side.
TEST(Order, EachAssertionButAnEndingIsInOneLine) {
  const std::vector<Assertion> told = many(9);
  std::map<std::string, int> lines;
  for (const Line& line : fold(told, {})) {
    for (const Member& member : line.members) ++lines[member.assertion];
  }
  for (const Assertion& assertion : told) {
    if (list_of(assertion.said) == List::kEndings) continue;
    EXPECT_EQ(lines[assertion.id], 1);
  }
}

TEST(Order, AnImposersTwentyThousandMeasuresFoldInSeconds) {
  std::mt19937 random(6);
  std::vector<Assertion> told;
  const char* kinds[] = {"sanctions", "tariff", "expulsion", "import_ban"};
  for (int i = 0; i < 20000; ++i) {
    const Date known = *add_days(day("2011-01-01"), static_cast<int>(random() % 7000));
    std::string sentence = "Peru imposed on its neighbour";
    for (int w = 0; w < 8; ++w) sentence += " matter" + std::to_string(random() % 400);
    Told report("d" + std::to_string(i), known.iso().c_str());
    const std::string against = "S" + std::to_string(random() % 40);
    if (random() % 10 == 0) {
      report.tell(Ending{.kind = kinds[random() % 4],
                         .sides = {"PER", against},
                         .by = {"PER"},
                         .status = "lifted",
                         .date = {},
                         .evidence = {}},
                  sentence);
    } else {
      report.tell(Measure{.by = {"PER"},
                          .against = {against},
                          .kind = kinds[random() % 4],
                          .status = "in_force",
                          .announced = Interval{known, known}},
                  sentence);
    }
    told.push_back(report.assertions().front());
  }
  const auto start = std::chrono::steady_clock::now();
  const std::size_t lines = fold(told, {}).size();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_GT(lines, 1000U);
  EXPECT_LT(took.count(), 30);
  RecordProperty("seconds", std::to_string(took.count()));
}

TEST(Order, ABlockOfFiveThousandFoldsInUnderASecond) {
  std::mt19937 random(5);
  std::vector<Assertion> told;
  for (int i = 0; i < 5000; ++i) {
    const Date known = *add_days(day("2011-01-01"), static_cast<int>(random() % 7000));
    std::string sentence = "Peru and Chile met to talk of";
    for (int w = 0; w < 8; ++w) sentence += " matter" + std::to_string(random() % 400);
    const Event event{.source = {"PER"},
                      .target = {"CHL"},
                      .root = "CONSULT",
                      .status = "happened",
                      .date = Interval{known, known}};
    const Told report = Told("d" + std::to_string(i), known.iso().c_str()).tell(event, sentence);
    told.push_back(report.assertions().front());
  }
  const auto start = std::chrono::steady_clock::now();
  const std::size_t lines = fold_block(told, {}).size();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_GT(lines, 1000U);
  // Under sanitizers everything takes several times as long; all pairs would take minutes there.
  EXPECT_LT(took.count(), 10);
  RecordProperty("seconds", std::to_string(took.count()));
}

}  // namespace
}  // namespace detente
