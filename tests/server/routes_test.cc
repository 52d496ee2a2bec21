// Every route over a real socket: what it answers fits the contract, and is what the ledger holds.
#include <gtest/gtest.h>

#include "server/contract.h"
#include "server/running.h"

namespace detente::server::test {
namespace {

// The schema of an operation's success.
const Json& answer_schema(const std::string& id) {
  for (const auto& [path, methods] : contract().json()["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) {
      if (operation["operationId"] != id) continue;
      for (const auto& [status, response] : operation["responses"].items()) {
        if (status.starts_with('2')) return response["content"]["application/json"]["schema"];
      }
    }
  }
  throw std::runtime_error("no operation " + id);
}

class Routes : public testing::Test {
 protected:
  // Asks, and checks the answer against the operation's schema.
  static Json ask(const std::string& id, const std::string& target) {
    const Reply reply = server().get(target);
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
    Json json = reply.json();
    const auto fault = contract().schemas().fault(json, answer_schema(id));
    EXPECT_FALSE(fault) << target << ": " << fault->message();
    return json;
  }

  static const Running& server() {
    static const Running kServer;
    return kServer;
  }
};

TEST_F(Routes, AboutTheServer) {
  EXPECT_EQ(ask("health", "/healthz")["status"], "ok");
  const Json info = ask("info", "/api/v1/info");
  EXPECT_EQ(info["documents"], 14);
  EXPECT_EQ(info["lines"]["events"], 13);
  EXPECT_EQ(info["first_day"], "2031-06-02");
  EXPECT_EQ(info["last_day"], "2032-12-15");
  EXPECT_EQ(info["editing"], true);
  const Json vocabulary = ask("vocabulary", "/api/v1/vocabulary");
  EXPECT_EQ(vocabulary["roots"].size(), 16U);
  EXPECT_EQ(server().get("/openapi.json").body, contract_text());
}

TEST_F(Routes, CountersForPrometheus) {
  server().get("/api/v1/info");
  server().get("/api/v1/no-such-thing/at/all");
  const Reply reply = server().get("/metrics");
  EXPECT_EQ(reply.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  for (const char* line : {"detente_requests_total{route=\"info\",status=\"200\"} ",
                           "detente_requests_total{route=\"none\",status=\"404\"} ",
                           "detente_request_seconds_bucket{route=\"info\",le=\"+Inf\"} ",
                           "detente_documents 14\n", "detente_lines{list=\"measures\"} 2\n"}) {
    EXPECT_NE(reply.body.find(line), std::string::npos) << line << "\n" << reply.body;
  }
}

TEST_F(Routes, EveryListHasItsLines) {
  for (const char* list : {"events", "statements", "proposals", "channels", "measures", "meetings",
                           "claims", "roles"}) {
    const Json page = ask("lines", "/api/v1/" + std::string(list));
    ASSERT_FALSE(page["lines"].empty()) << list;
    const Json& line = page["lines"][0];
    EXPECT_EQ(line["list"], list);
    const std::string id = line["id"];
    EXPECT_EQ(ask("line", "/api/v1/lines/" + id)["id"], id);
    const Json why = ask("why", "/api/v1/lines/" + id + "/why");
    EXPECT_EQ(why["members"].size(), 1U) << why;
    const std::string assertion = why["members"][0]["assertion"];
    EXPECT_EQ(ask("line", "/api/v1/lines/" + assertion)["id"], id);
  }
}

TEST_F(Routes, EvidenceCountsCodePoints) {
  const Json line = ask("lines", "/api/v1/events?order=oldest&limit=1")["lines"][0];
  const Json& evidence = line["evidence"][0];
  const std::string quote = evidence["quote"];
  EXPECT_EQ(quote, "Portugal accused Morocco — “again” — of dumping.");
  EXPECT_EQ(evidence["start"], 0);
  EXPECT_EQ(evidence["end"], 48);  // of 56 bytes
}

TEST_F(Routes, FiltersAreTheLedgers) {
  EXPECT_EQ(ask("lines", "/api/v1/events?kind=REJECT")["lines"].size(), 4U);
  EXPECT_EQ(ask("lines", "/api/v1/events?actor=ESP")["lines"].size(), 0U);
  EXPECT_EQ(ask("lines", "/api/v1/events?actor=PRT&other=MAR&limit=1000")["lines"].size(), 13U);
  EXPECT_EQ(ask("lines", "/api/v1/events?other=MAR&limit=1000")["lines"].size(), 13U);
  EXPECT_EQ(ask("lines", "/api/v1/events?since=2032-03-01&until=2032-04-30")["lines"].size(), 2U);
  EXPECT_EQ(ask("lines", "/api/v1/events?since=2032-04-30&until=2032-03-01")["lines"].size(), 0U);
  EXPECT_EQ(ask("lines", "/api/v1/measures?outlet=Skerry+Post")["lines"].size(), 1U);
  EXPECT_EQ(ask("lines", "/api/v1/measures?known_by=2031-06-30")["lines"].size(), 1U);
  EXPECT_EQ(ask("lines", "/api/v1/roles?status=%22%3B--")["lines"].size(), 0U);
}

TEST_F(Routes, PagesLeadToAllLinesOnce) {
  std::set<std::string> seen;
  std::string target = "/api/v1/events?limit=5";
  int pages = 0;
  while (!target.empty()) {
    const Reply reply = server().get(target);
    const Json page = reply.json();
    for (const Json& line : page["lines"]) EXPECT_TRUE(seen.insert(line["id"]).second);
    ++pages;
    const std::string link = reply.header("link");
    EXPECT_EQ(link.empty(), !page.contains("next"));
    target = link.empty() ? "" : link.substr(1, link.find('>') - 1);
  }
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(seen.size(), 13U);
}

TEST_F(Routes, ACursorOfAnotherQuestionIsNotFound) {
  const std::string next = ask("lines", "/api/v1/events?limit=5")["next"];
  EXPECT_EQ(server().get("/api/v1/events?limit=5&kind=REJECT&cursor=" + next).status, 404);
  EXPECT_EQ(server().get("/api/v1/events?cursor=AAAA").status, 404);
}

TEST_F(Routes, TheDossierHoldsWhatLiesBetween) {
  const Json dossier = ask("dossier", "/api/v1/dyads/PRT/MAR?as_of=2031-08-01");
  EXPECT_EQ(dossier["a"]["name"], "Portugal");
  EXPECT_EQ(dossier["counts"]["events"], 1);
  EXPECT_EQ(dossier["measures"].size(), 2U);
  EXPECT_NE(dossier["summary"].get<std::string>().find("One line is cut"), std::string::npos)
      << dossier["summary"];
  std::vector<std::string> due;
  for (const Json& one : dossier["due"]) due.push_back(one["what"]);
  EXPECT_NE(std::ranges::find(due, "term"), due.end());
  EXPECT_FALSE(dossier.contains("changed"));
}

TEST_F(Routes, TheDossierTellsWhatChangedSince) {
  const Json dossier =
      ask("dossier", "/api/v1/dyads/MAR/PRT?as_of=2031-08-01&since=2031-06-15&limit=1");
  EXPECT_EQ(dossier["since"], "2031-06-15");
  EXPECT_EQ(dossier["measures"].size(), 1U);
  EXPECT_EQ(dossier["counts"]["measures"], 2);
  bool told = false;
  for (const Json& change : dossier["changed"]) {
    if (change["id"] == dossier["measures"][0]["id"]) told = change["change"] == "new";
  }
  EXPECT_TRUE(told) << dossier["changed"];
}

TEST_F(Routes, AnalysisOfTwoSides) {
  const Json series = ask("series", "/api/v1/dyads/PRT/MAR/series?since=2032-01-01");
  EXPECT_EQ(series["months"].size(), 12U);
  EXPECT_EQ(series["months"][0]["a_to_b"]["events"], 1);
  EXPECT_EQ(ask("series", "/api/v1/dyads/PRT/CPV/series")["months"].size(), 0U);
  const Json reciprocity = ask("reciprocity", "/api/v1/dyads/PRT/MAR/reciprocity");
  ASSERT_EQ(reciprocity["answers"].size(), 1U);
  EXPECT_EQ(reciprocity["answers"][0]["by"], "MAR");
}

TEST_F(Routes, TheMatrixOfPairs) {
  const Json all = ask("dyads", "/api/v1/dyads?as_of=2032-12-31&window_days=366");
  ASSERT_EQ(all["dyads"].size(), 1U);
  const Json& pair = all["dyads"][0];
  EXPECT_EQ(pair["a"], "MAR");
  EXPECT_EQ(pair["events"], 12);
  EXPECT_EQ(pair["all_events"], 13);
  EXPECT_EQ(pair["channels_cut"], 1);
  EXPECT_EQ(pair["quads"]["verbal_cooperation"], 8);
  EXPECT_EQ(pair["last"], "2032-12-15");
  const Json none = ask("dyads", "/api/v1/dyads?as_of=2031-09-30&window_days=1");
  EXPECT_EQ(none["dyads"][0]["balance"], nullptr);
  EXPECT_EQ(ask("dyads", "/api/v1/dyads?as_of=1999-01-01")["dyads"].size(), 0U);
  EXPECT_EQ(ask("dyads", "/api/v1/dyads?as_of=0001-01-01&window_days=3650")["dyads"].size(), 0U);
}

TEST_F(Routes, Actors) {
  const Json actors = ask("actors", "/api/v1/actors")["actors"];
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[0]["events"], 13);
}

TEST_F(Routes, AReportWithItsLines) {
  const Json report = ask("document", "/api/v1/documents/d2");
  EXPECT_EQ(report["outlet"], "Skerry Post");
  EXPECT_EQ(report["lines"].size(), 5U);
  for (const Json& line : report["lines"]) {
    for (const Json& evidence : line["evidence"]) EXPECT_EQ(evidence["doc"], "d2");
  }
}

TEST_F(Routes, WhatFallsDue) {
  const Json due = ask("due", "/api/v1/due?from=2031-08-01&to=2032-03-01&as_of=2031-08-01");
  std::vector<std::string> what;
  for (const Json& one : due["due"]) what.push_back(one["what"]);
  EXPECT_NE(std::ranges::find(what, "meeting"), what.end());
  EXPECT_EQ(ask("due", "/api/v1/due?from=2031-08-01&limit=1&as_of=2031-08-01")["due"].size(), 1U);
  EXPECT_EQ(ask("due", "/api/v1/due?from=9999-12-01")["to"], "9999-12-31");
}

TEST_F(Routes, SearchMarksTheWords) {
  const Json hits = ask("search", "/api/v1/search?q=tomatoes")["hits"];
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0]["doc"], "d1");
  EXPECT_EQ(hits[0]["lines"].size(), 4U);
  bool marked = false;
  for (const Json& piece : hits[0]["snippet"]) marked = marked || piece["hit"] == true;
  EXPECT_TRUE(marked);
  for (const char* odd : {"%22", "AND", "NEAR(", "*", "%22open", "a%27b", "%C3%A9", "-", "%28"}) {
    ask("search", std::string("/api/v1/search?q=") + odd);
  }
}

TEST_F(Routes, LinesAsCsv) {
  const Reply reply = server().get("/api/v1/channels", {"Accept: text/csv"});
  EXPECT_EQ(reply.header("content-type"), "text/csv; charset=utf-8");
  EXPECT_TRUE(reply.body.starts_with("id,")) << reply.body;
  EXPECT_NE(reply.body.find("hotline"), std::string::npos);
  EXPECT_EQ(server().get("/api/v1/channels?format=csv").body, reply.body);
  EXPECT_EQ(
      server().get("/api/v1/channels?format=json", {"Accept: text/csv"}).json()["lines"].size(),
      1U);
}

TEST(EmptyLedger, AnswersEveryQuestion) {
  const Running server({.empty = true});
  for (const char* target :
       {"/api/v1/info", "/api/v1/actors", "/api/v1/dyads", "/api/v1/dyads/PRT/MAR",
        "/api/v1/dyads/PRT/MAR/series", "/api/v1/dyads/PRT/MAR/reciprocity", "/api/v1/due",
        "/api/v1/search?q=x", "/api/v1/words", "/api/v1/events", "/metrics"}) {
    EXPECT_EQ(server.get(target).status, 200) << target;
  }
}

}  // namespace
}  // namespace detente::server::test
