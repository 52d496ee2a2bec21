// The lives of measures, channels, proposals, meetings and claims, by reports written by hand.
#include "ledger/lives.h"

#include <gtest/gtest.h>

#include "builder.h"

namespace detente {
namespace {

using namespace test;

template <typename T>
Line only(const std::vector<Assertion>& told) {
  const auto lines = lines_of<T>(told);
  EXPECT_EQ(lines.size(), 1U);
  return lines.empty() ? Line{} : lines.front();
}

Line measure_told(const Measure& measure) {
  return only<Measure>(all({Told("a", "2031-03-02").tell(measure, "Peru banned wine of Chile.")}));
}

TEST(MeasureLife, GoesFromThreatToForceToItsEnd) {
  const Line line = only<Measure>(all({
      Told("a", "2031-03-02").tell(ban("threatened"), "Peru threatened to ban wine from Chile."),
      Told("b", "2031-04-02").tell(ban("announced"), "Peru will ban wine from Chile."),
      Told("c", "2031-05-02").tell(ban("in_force"), "Peru banned wine from Chile."),
      Told("d", "2031-06-02")
          .tell(Ending{.kind = "import_ban",
                       .sides = {"PER", "CHL"},
                       .status = "suspended",
                       .date = {},
                       .evidence = {}},
                "Peru suspended its ban."),
      Told("e", "2031-07-02")
          .tell(Ending{.kind = "import_ban",
                       .sides = {"PER"},
                       .status = "lifted",
                       .date = when("2031-07-01"),
                       .evidence = {}},
                "Peru lifted its ban."),
  }));
  EXPECT_EQ(status_on(line, "2031-03-01"), "not there");
  EXPECT_EQ(status_on(line, "2031-03-02"), "threatened");
  EXPECT_EQ(status_on(line, "2031-04-30"), "announced");
  EXPECT_EQ(status_on(line, "2031-05-02"), "in_force");
  EXPECT_EQ(status_on(line, "2031-06-30"), "suspended");
  EXPECT_EQ(status_on(line, "2031-07-01"), "lifted");
  EXPECT_EQ(as<Measure>(line).lifted, when("2031-07-01"));
  EXPECT_EQ(as<Measure>(line).evidence[0].document, "e");  // what tells how it stands leads
  EXPECT_FALSE(std::get<Measure>(*at(line, day("2031-06-01"))).lifted);
}

TEST(MeasureLife, ALaterReportOfWhatWasBeforeChangesNothing) {
  const Line line = only<Measure>(all({
      Told("a", "2031-03-02")
          .tell(ban("in_force", when("2031-03-01")), "Peru banned wine from Chile."),
      Told("b", "2031-05-02")
          .tell(Ending{.kind = "import_ban",
                       .sides = {"PER"},
                       .status = "lifted",
                       .date = {},
                       .evidence = {}},
                "Peru lifted its ban."),
      Told("c", "2031-06-02")
          .tell(ban("in_force", when("2031-03-01")), "In March Peru banned wine from Chile."),
  }));
  EXPECT_EQ(as<Measure>(line).status, "lifted");
}

TEST(MeasureLife, WhatWasSuspendedMayBindAgain) {
  const Line line = only<Measure>(all({
      Told("a", "2031-03-02").tell(ban("in_force"), "Peru banned wine from Chile."),
      Told("b", "2031-05-02")
          .tell(Ending{.kind = "import_ban",
                       .sides = {"PER"},
                       .status = "suspended",
                       .date = {},
                       .evidence = {}},
                "Peru suspended its ban."),
      Told("c", "2031-06-02")
          .tell(ban("in_force", when("2031-06-01")), "Peru resumed its ban on wine from Chile."),
  }));
  EXPECT_EQ(status_on(line, "2031-05-10"), "suspended");
  EXPECT_EQ(status_on(line, "2031-06-01"), "in_force");
}

TEST(MeasureLife, AnAnnouncedMeasureComesIntoForceOnItsDay) {
  Measure measure = ban("announced");
  measure.effective = when("2031-05-01");
  const Line line = measure_told(measure);
  EXPECT_EQ(as<Measure>(line).status, "announced");  // no report says that it binds
  EXPECT_EQ(status_on(line, "2031-04-30"), "announced");
  EXPECT_EQ(status_on(line, "2031-05-01"), "in_force");
  EXPECT_EQ(line.life.back().basis, kDayCame);
}

TEST(MeasureLife, AMeasureEndsOnTheDayThatWasTold) {
  Measure measure = ban("in_force");
  measure.lifted = when("2031-06-01");
  const Line line = measure_told(measure);
  EXPECT_EQ(status_on(line, "2031-05-31"), "in_force");
  EXPECT_EQ(status_on(line, "2031-06-01"), "lifted");
}

TEST(MeasureLife, ADeadlineThatPassesWithoutNewsSaysSo) {
  Measure runs_out = ban("in_force");
  runs_out.deadline = when("2031-06-01");
  Line line = measure_told(runs_out);
  EXPECT_EQ(status_on(line, "2031-06-01"), "in_force");
  EXPECT_EQ(status_on(line, "2031-06-02"), "expired");
  EXPECT_EQ(line.life.back().basis, kDeadlinePassed);
  EXPECT_EQ(line.life.back().assertion, line.members[0].assertion);

  Measure threat = ban("threatened");
  threat.deadline = when("2031-06-01");
  EXPECT_EQ(status_on(measure_told(threat), "2031-06-02"), "expired");

  // The other side has to be gone by then; the expulsion does not end.
  Measure leave = expulsion(when("2031-03-01"), 4);
  leave.status = "announced";
  leave.deadline = when("2031-03-08");
  line = only<Measure>(all({Told("a", "2031-03-02").tell(leave, "Four have a week to leave.")}));
  EXPECT_EQ(status_on(line, "2031-03-08"), "announced");
  EXPECT_EQ(status_on(line, "2031-03-09"), "in_force");
}

TEST(MeasureLife, NewsBeforeTheDeadlineHolds) {
  Measure runs_out = ban("in_force");
  runs_out.deadline = when("2031-06-01");
  const Line line = only<Measure>(all({
      Told("a", "2031-03-02").tell(runs_out, "Peru banned wine from Chile until June."),
      Told("b", "2031-05-02")
          .tell(Ending{.kind = "import_ban",
                       .sides = {"PER"},
                       .status = "rescinded",
                       .date = {},
                       .evidence = {}},
                "Peru took its ban back."),
  }));
  EXPECT_EQ(status_on(line, "2031-07-01"), "rescinded");
}

TEST(MeasureLife, AnEndingFindsItsOwnMeasureOnly) {
  const auto status = [](const char* kind, std::vector<std::string> by,
                         std::vector<std::string> sides, const char* date) {
    const Ending ending{.kind = kind,
                        .sides = std::move(sides),
                        .by = std::move(by),
                        .status = "lifted",
                        .date = when(date),
                        .evidence = {}};
    return as<Measure>(only<Measure>(
                           all({Told("a", "2031-03-02")
                                    .tell(ban("in_force", when("2031-03-01")), "Peru banned wine."),
                                Told("b", "2031-05-02").tell(ending, "It was lifted.")})))
        .status;
  };
  EXPECT_EQ(status("import_ban", {"PER"}, {"PER", "CHL"}, "2031-05-01"), "lifted");
  EXPECT_EQ(status("import_ban", {}, {"CHL", "PER"}, "2031-05-01"), "lifted");  // "was lifted"
  EXPECT_EQ(status("sanctions", {"PER"}, {"PER", "CHL"}, "2031-05-01"),
            "lifted");                                                       // what they consist of
  EXPECT_EQ(status("", {"PER"}, {"PER", "CHL"}, "2031-05-01"), "in_force");  // it may mean anything
  EXPECT_EQ(status("travel_ban", {"PER"}, {"PER"}, "2031-05-01"), "in_force");  // another kind
  EXPECT_EQ(status("import_ban", {"BOL"}, {"BOL"}, "2031-05-01"), "in_force");  // another imposer
  EXPECT_EQ(status("import_ban", {"CHL"}, {"CHL", "PER"}, "2031-05-01"), "in_force");  // its own
  EXPECT_EQ(status("import_ban", {"PER"}, {"PER", "BOL"}, "2031-05-01"),
            "in_force");  // another dyad
  EXPECT_EQ(status("import_ban", {"PER"}, {"PER", "CHL"}, "2031-02-01"), "in_force");  // too early
}

TEST(MeasureLife, AnEndingEndsTheLatestAndARetoldOneNoOther) {
  const auto ending = [] {
    return Ending{
        .kind = "import_ban", .sides = {"PER"}, .status = "lifted", .date = {}, .evidence = {}};
  };
  const auto lines = lines_of<Measure>(all({
      Told("a", "2031-03-02")
          .tell(ban("in_force", when("2031-03-01")), "Peru banned wine from Chile."),
      Told("b", "2031-05-02")
          .tell(ban("in_force", when("2031-05-01")), "Peru banned grapes of Chile."),
      Told("c", "2031-06-02").tell(ending(), "Peru lifted its ban."),
      Told("d", "2031-06-03").tell(ending(), "The ban was lifted by Peru."),
  }));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(as<Measure>(lines[0]).status, "in_force");
  EXPECT_EQ(as<Measure>(lines[1]).status, "lifted");
  EXPECT_EQ(lines[1].members.size(), 3U);
}

Channel hotline(const char* status, std::optional<Interval> since = {}) {
  return {.between = {"PER", "CHL"}, .kind = "hotline", .status = status, .since = since};
}

TEST(ChannelLife, IsCutAndRestoredAndCutAgain) {
  const Line line = only<Channel>(all({
      Told("c", "2031-09-02").tell(hotline("cut", when("2031-09-01")), "Silent again."),
      Told("a", "2031-03-02").tell(hotline("cut", when("2031-03-01")), "Peru cut the line."),
      Told("b", "2031-06-02").tell(hotline("open", when("2031-06-01")), "The line works."),
  }));
  EXPECT_EQ(status_on(line, "2031-02-28"), "not there");
  EXPECT_EQ(status_on(line, "2031-04-01"), "cut");
  EXPECT_EQ(status_on(line, "2031-07-01"), "restored");  // open after it was cut
  EXPECT_EQ(status_on(line, "2031-09-01"), "cut");
  EXPECT_EQ(std::get<Channel>(*at(line, day("2031-07-01"))).since, when("2031-06-01"));
  EXPECT_EQ(as<Channel>(line).since, when("2031-09-01"));
}

TEST(ChannelLife, AnOldStatusToldLateChangesNothing) {
  const Line line = only<Channel>(all({
      Told("a", "2031-06-02")
          .tell(hotline("restored", when("2031-06-01")), "The line works again."),
      Told("b", "2031-09-02")
          .tell(hotline("cut", when("2031-03-01")), "In March Peru had cut the line."),
  }));
  EXPECT_EQ(as<Channel>(line).status, "restored");
  EXPECT_EQ(status_on(line, "2031-04-01"), "cut");
}

Proposal offer(const char* status, std::optional<Interval> term = {}) {
  return {.by = {"PER"},
          .to = {"CHL"},
          .status = status,
          .date = when("2031-03-01"),
          .via = {},
          .disclosed_by = {},
          .terms = {{.kind = "meet", .phase = "dated", .date = term}}};
}

TEST(ProposalLife, IsMadeAndAnswered) {
  const Line line = only<Proposal>(all({
      Told("a", "2031-03-02").tell(offer("offered"), "Peru offered Chile talks on fishing."),
      Told("b", "2031-04-02")
          .tell(offer("rejected"), "Chile turned down the talks on fishing that Peru offered."),
  }));
  EXPECT_EQ(status_on(line, "2031-03-01"), "offered");
  EXPECT_EQ(status_on(line, "2031-04-02"), "rejected");
}

TEST(ProposalLife, AnAnswerMayBeTakenBack) {
  const char* sentence = "the talks on fishing that Peru offered Chile";
  const Line line = only<Proposal>(all({
      Told("a", "2031-03-02").tell(offer("rejected"), sentence),
      Told("b", "2031-04-02").tell(offer("accepted"), sentence),
      Told("c", "2031-05-02").tell(offer("offered"), sentence),  // tells again what was
  }));
  EXPECT_EQ(as<Proposal>(line).status, "accepted");
}

TEST(ProposalLife, StaysUnansweredWhenItsDayPasses) {
  const Line line = only<Proposal>(
      all({Told("a", "2031-03-02")
               .tell(offer("offered", when("2031-05-01")), "Peru offered to meet in May.")}));
  EXPECT_EQ(status_on(line, "2031-05-01"), "offered");
  EXPECT_EQ(status_on(line, "2031-05-02"), "unanswered");
  EXPECT_EQ(line.life.back().basis, kDeadlinePassed);
}

Meeting talks(const char* status, const char* date = "2031-05-05") {
  return {.actors = {"PER", "CHL"}, .date = when(date), .status = status};
}

TEST(MeetingLife, IsHeldOnlyWhenToldSo) {
  const Told planned =
      Told("a", "2031-04-02").tell(talks("scheduled"), "Peru and Chile will meet in Quito.");
  EXPECT_EQ(status_on(only<Meeting>(all({planned})), "2031-06-01"), "scheduled");
  const Line held = only<Meeting>(
      all({planned, Told("b", "2031-05-06").tell(talks("held"), "Peru and Chile met in Quito.")}));
  EXPECT_EQ(status_on(held, "2031-05-04"), "scheduled");
  EXPECT_EQ(status_on(held, "2031-05-05"), "held");
}

TEST(MeetingLife, IsPutOffAndCalledOff) {
  const char* sentence = "the talks of Peru and Chile in Quito on fishing";
  const Line line = only<Meeting>(all({
      Told("a", "2031-04-02").tell(talks("proposed"), sentence),
      Told("b", "2031-04-05").tell(talks("scheduled"), sentence),
      Told("c", "2031-04-20").tell(talks("postponed"), sentence),
      Told("d", "2031-05-01").tell(talks("cancelled"), sentence),
  }));
  EXPECT_EQ(status_on(line, "2031-04-02"), "proposed");
  EXPECT_EQ(status_on(line, "2031-04-10"), "scheduled");
  EXPECT_EQ(status_on(line, "2031-04-20"), "postponed");
  EXPECT_EQ(status_on(line, "2031-05-01"), "cancelled");
}

Claim claim(const char* standing) {
  Claim out{.about = "Chile moved tanks to the northern border",
            .standing = standing,
            .first_reported_by = {},
            .sides = {"CHL", "PER"}};
  if (out.standing == "denied") out.denied_by = {"Ana Rojas"};
  if (out.standing == "confirmed") out.confirmed_by = {"Luis Quispe"};
  return out;
}

TEST(ClaimLife, ADenialDisputesAndDoesNotErase) {
  const Line line = only<Claim>(all({
      Told("a", "2031-03-02").tell(claim("unconfirmed"), "Tanks were seen."),
      Told("b", "2031-03-04").tell(claim("denied"), "Rojas denied it."),
      Told("c", "2031-03-06").tell(claim("confirmed"), "Quispe confirmed it."),
      Told("d", "2031-03-08").tell(claim("unconfirmed"), "Tanks had been seen."),
      Told("e", "2031-03-10").tell(claim("retracted"), "The paper withdrew it."),
      Told("f", "2031-03-12").tell(claim("confirmed"), "Quispe had confirmed it."),
  }));
  EXPECT_EQ(status_on(line, "2031-03-01"), "not there");
  EXPECT_EQ(status_on(line, "2031-03-02"), "unconfirmed");
  EXPECT_EQ(status_on(line, "2031-03-04"), "denied");
  EXPECT_EQ(status_on(line, "2031-03-06"), "disputed");
  EXPECT_EQ(status_on(line, "2031-03-08"), "disputed");
  EXPECT_EQ(status_on(line, "2031-03-10"), "retracted");
  EXPECT_EQ(status_on(line, "2031-03-12"), "retracted");
  EXPECT_EQ(as<Claim>(line).denied_by, std::vector<std::string>{"Ana Rojas"});
  EXPECT_EQ(as<Claim>(line).confirmed_by, std::vector<std::string>{"Luis Quispe"});
}

TEST(AsOf, AnEventIsNotThereBeforeItsDay) {
  const Event event{.source = {"PER"},
                    .target = {"CHL"},
                    .root = "SANCTION",
                    .status = "happened",
                    .date = when("2031-05-05")};
  const Line line =
      only<Event>(all({Told("a", "2031-05-06").tell(event, "Peru closed the consulate.")}));
  EXPECT_EQ(status_on(line, "2031-05-04"), "not there");
  EXPECT_EQ(status_on(line, "2031-05-05"), "happened");
}

TEST(AsOf, APlanIsThereFromTheDayItWasTold) {
  const Event event{.source = {"PER"},
                    .target = {"CHL"},
                    .root = "CONSULT",
                    .status = "planned",
                    .date = when("2031-09-05")};
  const Line line = only<Event>(all({Told("a", "2031-05-06").tell(event, "They will talk.")}));
  EXPECT_EQ(status_on(line, "2031-05-05"), "not there");
  EXPECT_EQ(status_on(line, "2031-05-06"), "planned");
}

}  // namespace
}  // namespace detente
