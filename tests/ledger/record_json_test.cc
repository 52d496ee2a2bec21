#include "ledger/record_json.h"

#include <gtest/gtest.h>

namespace detente {
namespace {

using Json = nlohmann::ordered_json;

Document report() {
  Document document;
  document.id = "d1";
  document.text = "Às três — “não”, disse a ministra Iara Vilhena.";
  return document;
}

Evidence evidence_of(const Document& document, std::string_view quote) {
  const auto begin = static_cast<std::uint32_t>(document.text.find(quote));
  const auto end = begin + static_cast<std::uint32_t>(quote.size());
  return {document.id, {begin, end}, std::string(quote)};
}

Interval when(std::string_view iso) { return Interval::parse(iso).value(); }

TEST(RecordJson, EmptyRecordHasTheEightListsInOrder) {
  EXPECT_EQ(to_json({}, {}).dump(),
            R"({"events":[],"statements":[],"proposals":[],"channels":[],"measures":[],)"
            R"("meetings":[],"claims":[],"roles":[]})");
}

TEST(RecordJson, EvidenceCountsCodePoints) {
  const Document document = report();
  Record record;
  record.statements.push_back({.speaker = "Iara Vilhena", .quoted = true});
  record.statements[0].evidence = {evidence_of(document, "“não”, disse"),
                                   evidence_of(document, "Vilhena.")};
  const Json all = to_json(record, std::span(&document, 1))["statements"][0]["evidence"];
  EXPECT_EQ(all[0].dump(), R"({"doc":"d1","start":10,"end":22,"quote":"“não”, disse"})");
  EXPECT_EQ(all[1].dump(), R"({"doc":"d1","start":39,"end":47,"quote":"Vilhena."})");
}

TEST(RecordJson, EvidenceWithoutItsReportKeepsTheQuote) {
  Record record;
  record.claims.push_back({.about = "a pact", .evidence = {{"gone", {3, 7}, "pact"}}});
  const Json claim = to_json(record, {})["claims"][0];
  EXPECT_EQ(claim.dump(), R"({"about":"a pact","evidence":[{"doc":"gone","quote":"pact"}]})");
}

TEST(RecordJson, MeasureWithEveryField) {
  Record record;
  record.measures.push_back({.by = {"RUS"},
                             .against = {"USA"},
                             .kind = "staff_reduction",
                             .status = "in_force",
                             .announced = when("2017-07-28"),
                             .effective = when("2017-07"),
                             .deadline = when("2017-09-01"),
                             .lifted = when("2018-01-02/2018-01-05"),
                             .quantity = Quantity{755, "diplomats"},
                             .responds_to = Answered{"expulsion", {"USA"}},
                             .lag = "P7M",
                             .instrument = "a note"});
  EXPECT_EQ(to_json(record, {})["measures"][0],
            Json::parse(R"({"by":["RUS"],"against":["USA"],"kind":"staff_reduction",
      "status":"in_force","announced":"2017-07-28","effective":"2017-07",
      "deadline":"2017-09-01","lifted":"2018-01-02/2018-01-05",
      "quantity":{"value":755,"unit":"diplomats"},
      "responds_to":{"kind":"expulsion","by":["USA"]},"lag":"P7M","instrument":"a note",
      "evidence":[]})"));
}

TEST(RecordJson, NumbersAreWrittenAsPeopleWriteThem) {
  Record record;
  for (const double value : {755.0, 2.5, 0.0, 1e300}) {
    record.measures.push_back({.quantity = Quantity{value, ""}});
  }
  const Json measures = to_json(record, {})["measures"];
  EXPECT_EQ(measures[0]["quantity"].dump(), R"({"value":755})");
  EXPECT_EQ(measures[1]["quantity"].dump(), R"({"value":2.5})");
  EXPECT_EQ(measures[2]["quantity"].dump(), R"({"value":0})");
  EXPECT_EQ(measures[3]["quantity"].dump(), R"({"value":1e+300})");
}

TEST(RecordJson, MeetingTellsWhatIsFalseFromWhatIsUnknown) {
  Record record;
  record.meetings.push_back({.actors = {"NOR", "SWE"}, .announced = false, .ordinal = 3});
  record.meetings.push_back({.actors = {"NOR", "SWE"}});
  const Json meetings = to_json(record, {})["meetings"];
  EXPECT_EQ(meetings[0].dump(),
            R"({"actors":["NOR","SWE"],"announced":false,"ordinal":3,"evidence":[]})");
  EXPECT_EQ(meetings[1].dump(), R"({"actors":["NOR","SWE"],"evidence":[]})");
}

TEST(RecordJson, ProposalCarriesItsTerms) {
  Record record;
  record.proposals.push_back({.by = {"RUS"},
                              .to = {"USA"},
                              .terms = {{.kind = "restore_channel",
                                         .phase = "immediate",
                                         .what = {"consular line"},
                                         .date = when("2017-04")},
                                        {.kind = "meet"}}});
  EXPECT_EQ(to_json(record, {})["proposals"][0]["terms"].dump(),
            R"([{"kind":"restore_channel","phase":"immediate","what":["consular line"],)"
            R"("date":"2017-04"},{"kind":"meet"}])");
}

TEST(RecordJson, TheOtherListsKeepTheContractsNames) {
  Record record;
  record.events.push_back(
      {{"A"}, {"B"}, "CONSULT", "happened", when("2017"), "meet", "military", {}});
  record.channels.push_back({{"A", "B"}, "hotline", "cut", when("2013"), "a flag", {}});
  record.roles.push_back({"Iara Vilhena", "BRA", "minister", "current", {}});
  record.claims.push_back({"a pact", "denied", "O Farol", {"X"}, {"Y"}, {"Z"}, {}});
  const Json json = to_json(record, {});
  EXPECT_EQ(json["events"][0].dump(),
            R"({"source":["A"],"target":["B"],"root":"CONSULT","status":"happened",)"
            R"("date":"2017","mode":"meet","context":"military","evidence":[]})");
  EXPECT_EQ(json["channels"][0].dump(),
            R"({"between":["A","B"],"kind":"hotline","status":"cut","since":"2013",)"
            R"("because":"a flag","evidence":[]})");
  EXPECT_EQ(json["roles"][0].dump(),
            R"({"person":"Iara Vilhena","actor":"BRA","office":"minister","when":"current",)"
            R"("evidence":[]})");
  EXPECT_EQ(json["claims"][0].dump(),
            R"({"about":"a pact","standing":"denied","first_reported_by":"O Farol",)"
            R"("confirmed_by":["X"],"denied_by":["Y"],"no_position_by":["Z"],"evidence":[]})");
}

}  // namespace
}  // namespace detente
