// The store through its door: what is kept, what is known when, what is found again.
#include "ledger/store/ledger.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <random>

#include "ledger/record_json.h"
#include "ledger/store/sample.h"
#include "ledger/store/temporary.h"

namespace detente {
namespace {

using sample::day;
using sample::kStamp;
using sample::Report;

Ledger filled(const std::vector<ReadDocument>& read) {
  Ledger ledger = Ledger::in_memory().value();
  const auto added = ledger.add(read, kStamp);
  EXPECT_TRUE(added.has_value()) << (added ? "" : added.error().message());
  return ledger;
}

std::string json_of(const Ledger& ledger, std::optional<Date> as_of = {},
                    std::optional<Date> known_by = {}) {
  const auto documents = ledger.documents();
  return to_json(ledger.record(as_of, known_by).value(), documents.value()).dump();
}

std::string faults_of(const Ledger& ledger) {
  std::string all;
  const auto found = ledger.check();
  if (!found) return found.error().message();
  for (const Finding& one : *found) all += one.what + " " + one.where + ": " + one.reason + "\n";
  return all;
}

std::vector<Line> lines(const Ledger& ledger, List list, const Filter& filter = {}) {
  auto listed = ledger.lines(list, filter);
  EXPECT_TRUE(listed.has_value()) << (listed ? "" : listed.error().message());
  return listed ? listed->lines : std::vector<Line>();
}

TEST(LedgerTest, TheSameDocumentTwiceChangesNothing) {
  Ledger ledger = filled(sample::story());
  const std::string before = json_of(ledger);
  const Counts counts = ledger.counts().value();
  const auto again = ledger.add(sample::story(), {"2033-01-01T00:00:00Z", "detente later"});
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(*again, std::vector<Outcome>(5, Outcome::kKnown));
  EXPECT_EQ(json_of(ledger), before);
  EXPECT_EQ(ledger.counts()->assertions, counts.assertions);
  EXPECT_EQ(ledger.document("s1")->coder, kStamp.coder);
  EXPECT_EQ(ledger.knows(sample::story()[0].document), true);
  EXPECT_EQ(ledger.knows(Document{"s1", "Other Times", "", {}, "", "New."}), false);
}

TEST(LedgerTest, AnyOrderAndAnyPartsGiveOneRecord) {
  const std::string expected = json_of(filled(sample::story()));
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::vector<ReadDocument> read = sample::story();
    std::ranges::shuffle(read, random);
    Ledger ledger = Ledger::in_memory().value();
    for (std::size_t at = 0; at < read.size();) {
      const std::size_t some = std::min<std::size_t>(1 + random() % 3, read.size() - at);
      ASSERT_TRUE(ledger.add(std::span(read).subspan(at, some), kStamp).has_value());
      at += some;
    }
    EXPECT_EQ(json_of(ledger), expected) << round;
    EXPECT_EQ(faults_of(ledger), "") << round;
  }
}

TEST(LedgerTest, RebuildGivesTheSameBytes) {
  Ledger ledger = filled(sample::story());
  const std::string before = json_of(ledger);
  std::size_t told = 0;
  const Status rebuilt = ledger.rebuild([&](std::size_t done, std::size_t) { told = done; });
  ASSERT_TRUE(rebuilt.has_value()) << rebuilt.error().message();
  EXPECT_GT(told, 0U);
  EXPECT_EQ(json_of(ledger), before);
  EXPECT_EQ(faults_of(ledger), "");
}

TEST(LedgerTest, WhatIsToldTwiceIsOneLineThatBothDocumentsFind) {
  const Ledger ledger = filled(sample::story());
  Filter filter;
  filter.actor = "PRT";
  filter.other = "MAR";
  const auto measures = lines(ledger, List::kMeasures, filter);
  ASSERT_EQ(measures.size(), 2U);
  const Line& first = measures.back();  // newest first
  EXPECT_GE(first.members.size(), 2U);
  for (const Member& member : first.members) {
    const auto found = ledger.line(member.assertion);
    ASSERT_TRUE(found.has_value()) << member.assertion;
    if (std::holds_alternative<Measure>(ledger.assertion(member.assertion)->said)) {
      EXPECT_EQ(found->id, first.id);
    }
  }
  EXPECT_EQ(ledger.line(first.id)->id, first.id);
  const auto told = ledger.lines_of("s2").value();
  EXPECT_TRUE(std::ranges::any_of(told, [&](const Line& line) { return line.id == first.id; }));
  EXPECT_FALSE(ledger.line(first.id)->members[1].decision.features.empty());
}

TEST(LedgerTest, AnAnswerIsLinkedAcrossDocuments) {
  const Ledger ledger = filled(sample::story());
  Filter filter;
  filter.actor = "PRT";
  const auto measures = lines(ledger, List::kMeasures, filter);
  ASSERT_EQ(measures.size(), 2U);
  ASSERT_TRUE(measures[0].answers.has_value());
  EXPECT_EQ(measures[0].answers->line, measures[1].id);
  EXPECT_EQ(measures[0].answers->lag, "P7D");
  EXPECT_EQ(std::get<Measure>(measures[0].object).lag, "P7D");
}

TEST(LedgerTest, ANewerVersionReplacesTheOlderFromItsDayOn) {
  const ReadDocument first =
      Report("v1", "2031-05-02")
          .url("https://example.org/a")
          .event("PRT", "MAR", "SANCTION", "2031-05-01", "Portugal punished Morocco.");
  const ReadDocument second =
      Report("v2", "2031-05-04")
          .url("https://example.org/a")
          .event("PRT", "ESP", "SANCTION", "2031-05-01", "Correction: Portugal punished Spain.");
  for (const bool swapped : {false, true}) {
    Ledger ledger = Ledger::in_memory().value();
    const auto one = ledger.add(std::span(swapped ? &second : &first, 1), kStamp);
    const auto two = ledger.add(std::span(swapped ? &first : &second, 1), kStamp);
    EXPECT_EQ(one->front(), Outcome::kNew);
    EXPECT_EQ(two->front(), Outcome::kSuperseded);
    const Record now = ledger.record({}, {}).value();
    ASSERT_EQ(now.events.size(), 1U);
    EXPECT_EQ(now.events[0].target, std::vector<std::string>{"ESP"});
    const Record then = ledger.record({}, day("2031-05-03")).value();
    ASSERT_EQ(then.events.size(), 1U);
    EXPECT_EQ(then.events[0].target, std::vector<std::string>{"MAR"});
    EXPECT_TRUE(ledger.record({}, day("2031-05-01"))->events.empty());
    EXPECT_EQ(ledger.document("v1")->superseded_by, "v2");
    EXPECT_EQ(ledger.document("v2")->superseded_by, "");
    EXPECT_EQ(ledger.documents()->size(), 1U);
    EXPECT_EQ(faults_of(ledger), "");
  }
}

TEST(LedgerTest, AVersionOfTheSameDayIsKnownFromItsRecording) {
  const auto version = [](const std::string& words) -> ReadDocument {
    return Report("v", "2031-05-02")
        .url("https://example.org/a")
        .event("PRT", "MAR", "SANCTION", "2031-05-01", words);
  };
  Ledger ledger = Ledger::in_memory().value();
  const std::vector<ReadDocument> read = {version("It was said."), version("It was said again.")};
  ASSERT_TRUE(ledger.add(std::span(read).subspan(0, 1), {"2031-05-02T10:00:00Z", "t"}).has_value());
  ASSERT_TRUE(ledger.add(std::span(read).subspan(1, 1), {"2031-06-01T10:00:00Z", "t"}).has_value());
  const auto quote = [&](std::optional<Date> known_by) {
    return ledger.record({}, known_by)->events.at(0).evidence.at(0).quote;
  };
  EXPECT_EQ(quote(day("2031-05-31")), "It was said.");
  EXPECT_EQ(quote(day("2031-06-01")), "It was said again.");
  EXPECT_EQ(quote({}), "It was said again.");
}

TEST(LedgerTest, DocumentsOfOneIdAreToldApartInAnyOrder) {
  const ReadDocument one =
      Report("d1", "2031-05-02").event("PRT", "MAR", "AID", "2031-05-01", "One.");
  const ReadDocument two =
      Report("d1", "2031-05-02").event("ESP", "MAR", "AID", "2031-05-01", "Two.");
  const std::string there = json_of(filled({one, two}));
  EXPECT_EQ(there, json_of(filled({two, one})));
  EXPECT_NE(there.find("\"d1#"), std::string::npos);
  EXPECT_EQ(there.find("\"d1\""), std::string::npos);
  EXPECT_EQ(faults_of(filled({one, two})), "");
}

TEST(LedgerTest, WhatDoesNotQuoteItsDocumentIsNotKept) {
  ReadDocument wrong = sample::story()[0];
  wrong.reading.objects.events[0].evidence[0].quote = "Other words.";
  Ledger ledger = Ledger::in_memory().value();
  const auto added = ledger.add(std::vector{sample::story()[1], wrong}, kStamp);
  ASSERT_FALSE(added.has_value());
  EXPECT_EQ(added.error().code, ErrorCode::kBadInput);
  EXPECT_EQ(ledger.counts()->documents, 0U);
}

TEST(LedgerTest, UnknownIdsAreNotFound) {
  const Ledger ledger = filled(sample::story());
  for (const char* id : {"", "E", "M00000000", "Mzzzz", "zzzzzzzzzzzz", "E'; DROP", "é23456789"}) {
    EXPECT_EQ(ledger.line(id).error().code, ErrorCode::kNotFound) << id;
  }
  EXPECT_EQ(ledger.document("nowhere").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace detente
