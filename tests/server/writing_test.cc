// Reports and editors' words that come in, and the stream that tells of them.
#include <gtest/gtest.h>

#include "server/contract.h"
#include "server/running.h"

namespace detente::server::test {
namespace {

constexpr const char* kDocuments = "/api/v1/documents";
constexpr const char* kWords = "/api/v1/words";
constexpr const char* kJson = "application/json";

std::string report(const std::string& id, const std::string& text) {
  return text_of(
      {{"id", id}, {"source", "The Tagus Courier"}, {"published", "2033-02-01"}, {"text", text}});
}

TEST(Writing, NeedsTheToken) {
  const Running server;
  const std::string body = report("x", "PRT accuses MAR of x.");
  for (const char* authorization :
       {"", "Authorization: Bearer wrong", "Authorization: Basic Zm9v", "Authorization: Bearer"}) {
    const Reply reply = server.post(kDocuments, body, kJson, authorization);
    EXPECT_EQ(reply.status, 401) << authorization;
    EXPECT_EQ(reply.header("www-authenticate"), "Bearer");
    EXPECT_EQ(server.post(kWords, "{}", kJson, authorization).status, 401);
  }
  EXPECT_EQ(server.get("/api/v1/info").json()["documents"], 14);
}

TEST(Writing, IsForbiddenWithoutATokenOfTheServer) {
  const Running server({.token = false});
  EXPECT_EQ(server.post(kDocuments, report("x", "y"), kJson).status, 403);
  EXPECT_EQ(server.post(kWords, "{}", kJson).status, 403);
  EXPECT_EQ(server.get("/api/v1/info").json()["editing"], false);
  EXPECT_EQ(server.get("/api/v1/jobs/Jabcdefgh").status, 404);
}

TEST(Writing, ReadsAReportIntoTheLedger) {
  const Running server;
  const Reply reply =
      server.post(kDocuments, report("new", "On Monday PRT accuses MAR of haste."), kJson);
  ASSERT_EQ(reply.status, 202) << reply.body;
  const std::string id = reply.json()["job"];
  EXPECT_EQ(reply.header("location"), "/api/v1/jobs/" + id);
  EXPECT_EQ(reply.json()["reports"], 1);
  const Json job = server.finished_job(id);
  const auto fault =
      contract().schemas().fault(job, contract().json()["components"]["schemas"]["Job"]);
  EXPECT_FALSE(fault) << fault->message();
  EXPECT_EQ(job["reports"][0]["outcome"], "new");
  ASSERT_EQ(job["reports"][0]["lines"].size(), 1U);
  const std::string line = job["reports"][0]["lines"][0]["id"];
  EXPECT_EQ(server.get("/api/v1/lines/" + line).json()["object"]["root"], "ACCUSE");
  const Json again = server.finished_job(
      server.post(kDocuments, report("new", "On Monday PRT accuses MAR of haste."), kJson)
          .json()["job"]);
  EXPECT_EQ(again["reports"][0]["outcome"], "known");
}

TEST(Writing, TakesEveryTypeOfTheContract) {
  const Running server;
  const auto outcome = [&](const std::string& body, const char* type) {
    const Reply reply = server.post(kDocuments, body, type);
    EXPECT_EQ(reply.status, 202) << type << ": " << reply.body;
    return server.finished_job(reply.json()["job"]);
  };
  const Json lines = outcome(report("l1", "PRT accuses MAR of a.") + "\nno JSON\n" +
                                 report("l2", "unreadable text") + "\n",
                             "application/x-ndjson");
  EXPECT_EQ(lines["reports"].size(), 2U);
  EXPECT_EQ(lines["refused"].size(), 1U);
  EXPECT_EQ(lines["reports"][1]["outcome"], "refused");
  EXPECT_EQ(lines["reports"][1]["reason"], "no memory for this");
  EXPECT_EQ(outcome("PRT accuses MAR of b.", "text/plain; charset=utf-8")["done"], 1);
  EXPECT_EQ(outcome("<html><body><p>PRT accuses MAR of c.</p></body></html>", "text/html")["done"],
            1);
  const Json nothing = outcome("not a line of JSON", "application/x-ndjson");
  EXPECT_EQ(nothing["all"], 0);
  EXPECT_EQ(nothing["refused"].size(), 1U);
}

TEST(Writing, RefusesBodies) {
  const Running server({.most_body = 100'000});
  EXPECT_EQ(server.post(kDocuments, "", kJson).status, 400);
  EXPECT_EQ(server.post(kDocuments, "{", kJson).status, 400);
  EXPECT_EQ(server.post(kDocuments, "{\"text\": \"\xff\"}", kJson).status, 400);
  EXPECT_EQ(server.post(kDocuments, "{\"text\": \"a\", \"colour\": 1}", kJson).status, 400);
  EXPECT_EQ(server.post(kDocuments, std::string(50'000, '['), kJson).status, 400) << "deep";
  EXPECT_EQ(server.post(kDocuments, "x", "application/pdf").status, 415);
  EXPECT_EQ(server.post(kDocuments, "x", "").status, 415);
  EXPECT_EQ(server.post(kDocuments, std::string(100'001, 'x'), "text/plain").status, 413);
  EXPECT_EQ(server.post(kDocuments, std::string(5'000'000, 'x'), "text/plain").status, 413)
      << "it is not read, and the client sees why";
}

TEST(Writing, LimitsChunkedBodies) {
  const Running server({.most_body = 100'000});
  Client client(server.port());
  client.send("POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\n" + kBearer +
              "\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string piece = "8000\r\n" + std::string(0x8000, 'x') + "\r\n";
  for (int i = 0; i < 5; ++i) client.send(piece);
  EXPECT_EQ(client.read().status, 413);
}

TEST(Writing, ContinuesWhereTheClientWaits) {
  const Running server;
  Client client(server.port());
  client.send("POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\n" + kBearer +
              "\r\nContent-Type: text/plain\r\nContent-Length: 21\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read().status, 100);
  client.send("PRT accuses MAR of d.");
  EXPECT_EQ(client.read().status, 202);
}

TEST(Writing, SlowsDownAnEagerClient) {
  const Running server({.writes_at_once = 3});
  int refused = 0;
  for (int i = 0; i < 5; ++i) {
    const Reply reply = server.post(kWords, "{}", kJson, "Authorization: Bearer guess");
    if (reply.status != 429) continue;
    ++refused;
    EXPECT_EQ(reply.header("retry-after"), "1");
  }
  EXPECT_EQ(refused, 2);
  EXPECT_EQ(server.get("/api/v1/info").status, 200) << "reading goes on";
}

// Says a word, and gives its id.
std::string said(const Running& server, const Json& word) {
  const Reply reply = server.post(kWords, text_of(word), kJson);
  EXPECT_EQ(reply.status, 201) << reply.body;
  const auto fault =
      contract().schemas().fault(reply.json(), contract().json()["components"]["schemas"]["Said"]);
  EXPECT_FALSE(fault) << fault->message();
  return reply.json()["id"];
}

TEST(Words, ConfirmAmendAndUndo) {
  const Running server;
  const std::string id = server.first("channels")["id"];
  said(server, {{"kind", "confirm"}, {"lines", {id}}, {"by", "A. Reader"}});
  EXPECT_EQ(server.get("/api/v1/lines/" + id).json()["confirmed"], true);
  const std::string word = said(
      server,
      {{"kind", "amend"}, {"lines", {id}}, {"field", "because"}, {"value", "a quarrel on fish"}});
  EXPECT_EQ(server.first("channels")["object"]["because"], "a quarrel on fish");
  EXPECT_EQ(server.get("/api/v1/words?line=" + id).json()["words"].size(), 2U);
  said(server, {{"kind", "undo"}, {"undoes", word}});
  EXPECT_FALSE(server.first("channels")["object"].contains("because"));
  const Json words = server.get("/api/v1/words").json()["words"];
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(server.post(kWords, text_of({{"kind", "undo"}, {"undoes", word}}), kJson).status, 409);
}

TEST(Words, ARejectedLineIsGoneUntilItIsUndone) {
  const Running server;
  const std::string id = server.first("claims")["id"];
  const std::string word = said(server, {{"kind", "reject"}, {"lines", {id}}});
  EXPECT_EQ(server.get("/api/v1/lines/" + id).status, 404);
  EXPECT_TRUE(server.first("claims").is_null());
  EXPECT_EQ(server.get("/api/v1/words?line=" + id).json()["words"].size(), 1U);
  said(server, {{"kind", "undo"}, {"undoes", word}});
  EXPECT_EQ(server.first("claims")["id"], id);
}

TEST(Words, WhatMakesNoSense) {
  const Running server;
  const std::string channel = server.first("channels")["id"];
  const std::string claim = server.first("claims")["id"];
  const auto status = [&](const Json& word) {
    return server.post(kWords, text_of(word), kJson).status;
  };
  EXPECT_EQ(status({{"kind", "confirm"}, {"lines", {"Ezzzzzzzz"}}}), 404);
  EXPECT_EQ(status({{"kind", "undo"}, {"undoes", "Wzzzzzzzz"}}), 404);
  EXPECT_EQ(status({{"kind", "merge"}, {"lines", {channel, claim}}}), 422);
  EXPECT_EQ(status({{"kind", "amend"}, {"lines", {channel}}, {"field", "ordinal"}, {"value", 3}}),
            422);
  EXPECT_EQ(
      status({{"kind", "amend"}, {"lines", {channel}}, {"field", "since"}, {"value", "soon"}}),
      422);
  EXPECT_EQ(status({{"kind", "confirm"}}), 400);
  EXPECT_EQ(status({{"kind", "confirm"}, {"lines", {channel}}, {"by", ""}}), 400);
}

TEST(Stream, TellsProgressAndLines) {
  const Running server;
  Client listener(server.port());
  listener.send("GET /api/v1/stream?wait=1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const Json job = server.finished_job(
      server.post(kDocuments, report("s", "PRT accuses MAR of s."), kJson).json()["job"]);
  const std::string told = listener.read_all();
  for (const char* piece :
       {"content-type: text/event-stream", "event: hello", "\"outcome\":\"reading\"",
        "\"outcome\":\"new\"", "event: line", "\"change\":\"new\"", "\"state\":\"done\""}) {
    const auto found = std::ranges::search(told, std::string_view(piece), [](char a, char b) {
                         return std::tolower(a) == std::tolower(b);
                       }).begin();
    EXPECT_NE(found, told.end()) << piece << "\n" << told;
  }
}

TEST(Stream, MissesNothingAfterAPause) {
  const Running server;
  server.finished_job(
      server.post(kDocuments, report("t", "PRT accuses MAR of t."), kJson).json()["job"]);
  const Reply none = server.get("/api/v1/stream");
  EXPECT_EQ(none.body.find("event: line"), std::string::npos);
  const Reply all = server.get("/api/v1/stream", {"Last-Event-ID: 0"});
  EXPECT_NE(all.body.find("event: line"), std::string::npos);
  EXPECT_NE(all.body.find("id: 1\nevent: "), std::string::npos) << all.body;
  const Reply later = server.get("/api/v1/stream", {"Last-Event-ID: 1"});
  EXPECT_EQ(later.body.find("id: 1\nevent: progress"), std::string::npos) << later.body;
  EXPECT_NE(later.body.find("id: 2\n"), std::string::npos);
  EXPECT_EQ(server.get("/api/v1/stream", {"Last-Event-ID: none"}).status, 400);
}

TEST(Stream, ManyListenAtOnceAndStoppingDoesNotWaitForThem) {
  std::vector<std::unique_ptr<Client>> listeners;
  const auto begin = std::chrono::steady_clock::now();
  {
    const Running server;
    for (int i = 0; i < 50; ++i) {
      listeners.push_back(std::make_unique<Client>(server.port()));
      listeners.back()->send("GET /api/v1/stream?wait=20 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    EXPECT_EQ(server.get("/healthz").status, 200);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(8));
  EXPECT_NE(listeners.back()->read_all().find("event: hello"), std::string::npos);
}

}  // namespace
}  // namespace detente::server::test
