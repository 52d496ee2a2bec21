#include "ledger/fold.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

Interval day(const char* iso) { return *Interval::parse(iso); }

Evidence words(const char* document, const char* quote, std::uint32_t begin = 0) {
  const std::string text = quote;
  return {document, {begin, begin + static_cast<std::uint32_t>(text.size())}, text};
}

Reading reading(const char* document, const char* published) {
  Reading out;
  out.document = document;
  out.published = *Date::parse(published);
  return out;
}

// The record of some readings as of a day, of what was published by then.
Record fold(std::span<const Reading> readings, std::optional<Date> as_of) {
  std::vector<Assertion> assertions;
  for (const Reading& reading : readings) {
    const Date known = *reading.published;
    if (as_of && known.first_day() > as_of->last_day()) continue;
    for (Assertion& assertion : assertions_of(reading, {}, known))
      assertions.push_back(std::move(assertion));
  }
  return record_of(fold(assertions, std::span<const EditorWord>{}), as_of);
}

Measure expulsion(const char* document, const char* announced, double count) {
  return {.by = {"PER"},
          .against = {"CHL"},
          .kind = "expulsion",
          .status = "in_force",
          .announced = day(announced),
          .quantity = Quantity{count, "diplomats"},
          .evidence = {words(document, "Lima expelled diplomats of Chile")}};
}

TEST(Fold, TellsOneMeasureOnceAcrossOutlets) {
  Reading first = reading("a", "2031-03-02");
  first.objects.measures = {expulsion("a", "2031-03-01", 4)};
  Reading second = reading("b", "2031-03-03");
  second.objects.measures = {expulsion("b", "2031-03-01", 4)};
  const Record record = fold(std::vector<Reading>{first, second}, std::nullopt);
  ASSERT_EQ(record.measures.size(), 1U);
  EXPECT_EQ(record.measures[0].evidence.size(), 2U);
}

TEST(Fold, KeepsTwoMeasuresOfOneKindApart) {
  Reading first = reading("a", "2031-03-02");
  first.objects.measures = {expulsion("a", "2031-03-01", 4), expulsion("a", "2031-05-01", 9)};
  EXPECT_EQ(fold(std::vector<Reading>{first}, std::nullopt).measures.size(), 2U);
}

TEST(Fold, DoesNotDependOnTheOrderOfReadings) {
  Reading first = reading("a", "2031-03-02");
  first.objects.channels = {{.between = {"PER", "CHL"},
                             .kind = "hotline",
                             .status = "cut",
                             .evidence = {words("a", "x")}}};
  Reading second = reading("b", "2031-04-02");
  second.objects.channels = {{.between = {"CHL", "PER"},
                              .kind = "hotline",
                              .status = "restored",
                              .evidence = {words("b", "y")}}};
  for (const auto& order :
       {std::vector<Reading>{first, second}, std::vector<Reading>{second, first}}) {
    const Record record = fold(order, std::nullopt);
    ASSERT_EQ(record.channels.size(), 1U);
    EXPECT_EQ(record.channels[0].status, "restored");
    EXPECT_EQ(record.channels[0].evidence.at(0).document, "b");  // what tells how it stands leads
  }
}

TEST(Fold, LeavesOutWhatWasNotYetPublished) {
  Reading early = reading("a", "2031-03-02");
  early.objects.measures = {expulsion("a", "2031-03-01", 4)};
  Reading late = reading("b", "2031-06-02");
  late.objects.measures = {expulsion("b", "2031-06-01", 9)};
  const Record record = fold(std::vector<Reading>{early, late}, *Date::parse("2031-04-01"));
  ASSERT_EQ(record.measures.size(), 1U);
  EXPECT_EQ(record.measures[0].quantity->value, 4);
}

TEST(Fold, EndsAMeasureThatALaterReportLifts) {
  Reading first = reading("a", "2031-03-02");
  first.objects.measures = {{.by = {"PER"},
                             .against = {"CHL"},
                             .kind = "import_ban",
                             .status = "in_force",
                             .evidence = {words("a", "Lima banned wine from Chile")}}};
  Reading second = reading("b", "2031-05-02");
  second.endings = {{.kind = "import_ban",
                     .sides = {"PER"},
                     .status = "lifted",
                     .date = day("2031-05-01"),
                     .evidence = words("b", "Lima lifted the ban on wine")}};
  const Record record = fold(std::vector<Reading>{first, second}, std::nullopt);
  ASSERT_EQ(record.measures.size(), 1U);
  EXPECT_EQ(record.measures[0].status, "lifted");
  EXPECT_EQ(record.measures[0].lifted, day("2031-05-01"));
  EXPECT_EQ(record.measures[0].evidence.size(), 2U);
}

TEST(Fold, LinksAnAnswerWithItsLag) {
  Reading both = reading("a", "2031-03-20");
  both.objects.measures = {expulsion("a", "2031-03-01", 4),
                           {.by = {"CHL"},
                            .against = {"PER"},
                            .kind = "expulsion",
                            .status = "in_force",
                            .announced = day("2031-03-15"),
                            .responds_to = Answered{{}, {"PER"}},
                            .evidence = {words("a", "Chile answered in kind", 50)}}};
  const Record record = fold(std::vector<Reading>{both}, std::nullopt);
  ASSERT_EQ(record.measures.size(), 2U);
  ASSERT_TRUE(record.measures[1].responds_to.has_value());
  EXPECT_EQ(record.measures[1].responds_to->kind, "expulsion");
  EXPECT_EQ(record.measures[1].responds_to->by, std::vector<std::string>{"PER"});
  EXPECT_EQ(record.measures[1].lag, "P14D");
  EXPECT_FALSE(record.measures[0].responds_to.has_value());
}

TEST(Fold, ADenialDisputesAClaimAndKeepsIt) {
  Reading first = reading("a", "2031-03-02");
  first.objects.claims = {{.about = "Chile moved tanks to the northern border",
                           .standing = "unconfirmed",
                           .first_reported_by = "El Faro",
                           .evidence = {words("a", "x")}}};
  Reading second = reading("b", "2031-03-04");
  second.objects.claims = {{.about = "tanks at the northern border of Chile",
                            .standing = "denied",
                            .denied_by = {"Ana Rojas"},
                            .evidence = {words("b", "y")}}};
  const Record record = fold(std::vector<Reading>{first, second}, std::nullopt);
  ASSERT_EQ(record.claims.size(), 1U);
  EXPECT_EQ(record.claims[0].standing, "denied");
  EXPECT_EQ(record.claims[0].first_reported_by, "El Faro");
  EXPECT_EQ(record.claims[0].denied_by, std::vector<std::string>{"Ana Rojas"});
}

TEST(Fold, CountsTalksOnceInEitherDirection) {
  const auto talks = [](const char* from, const char* to, std::uint32_t at) {
    return Event{.source = {from},
                 .target = {to},
                 .root = "CONSULT",
                 .status = "happened",
                 .date = day("2031-03-01"),
                 .evidence = {words("a", "ministers of Chile and Peru talked in Quito", at)}};
  };
  Reading one = reading("a", "2031-03-02");
  one.objects.events = {talks("PER", "CHL", 0), talks("CHL", "PER", 90)};
  EXPECT_EQ(fold(std::vector<Reading>{one}, std::nullopt).events.size(), 1U);
}

}  // namespace
}  // namespace detente
