// What is refused, with the status and the words of the contract.
#include <gtest/gtest.h>

#include "server/contract.h"
#include "server/running.h"

namespace detente::server::test {
namespace {

class Refusals : public testing::Test {
 protected:
  static const Running& server() {
    static const Running kServer;
    return kServer;
  }

  // The problem's detail, after a check of its form.
  static Json problem(const Reply& reply, int status) {
    EXPECT_EQ(reply.status, status) << reply.body;
    EXPECT_EQ(reply.header("content-type"), "application/problem+json");
    Json json = reply.json();
    const auto fault =
        contract().schemas().fault(json, contract().json()["components"]["schemas"]["Problem"]);
    EXPECT_FALSE(fault) << fault->message();
    EXPECT_EQ(json["status"], status);
    return json;
  }
};

TEST_F(Refusals, ParametersAreCheckedInOnePlace) {
  struct Case {
    const char* target;
    const char* parameter;
    const char* detail;
  };
  for (const Case& one : {
           Case{"/api/v1/events?as_of=2031-02-30", "as_of",
                "as_of: \"2031-02-30\" is no day of the calendar: YYYY-MM-DD"},
           Case{"/api/v1/events?limit=0", "limit", "limit: 0 is less than 1"},
           Case{"/api/v1/events?limit=1001", "limit", "limit: 1001 is more than 1000"},
           Case{"/api/v1/events?limit=ten", "limit", "limit: \"ten\" is no integer"},
           Case{"/api/v1/events?limit=1e2", "limit", "limit: \"1e2\" is no integer"},
           Case{"/api/v1/events?limit=99999999999999999999", "limit",
                "limit: \"99999999999999999999\" is no integer"},
           Case{"/api/v1/events?colour=red", "colour", "colour: there is no such parameter"},
           Case{"/api/v1/events?limit=1&limit=2", "limit", "limit: it is given twice"},
           Case{"/api/v1/search", "q", "q: it is missing"},
           Case{"/api/v1/search?q=%20", "q", "q: \" \" does not look like \"\\\\S\""},
           Case{"/api/v1/stream?wait=21", "wait", "wait: 21 is more than 20"},
           Case{"/healthz?x=1", "x", "x: there is no such parameter"},
       }) {
    const Json json = problem(server().get(one.target), 400);
    EXPECT_EQ(json["parameter"], one.parameter) << one.target;
    EXPECT_EQ(json["detail"], one.detail) << one.target;
  }
}

TEST_F(Refusals, WhatIsNotThere) {
  for (const char* target :
       {"/api/v1/nothing", "/api/v2/events", "/etc/passwd", "/../../etc/passwd", "/%2e%2e/x",
        "/api/v1/lines/Ezzzzzzzz", "/api/v1/lines/nonsense", "/api/v1/lines/zzzzzzzzzzzz/why",
        "/api/v1/documents/nobody", "/api/v1/documents/%00", "/api/v1/jobs/Jabcdefgh",
        "/api/v1/dyads/PRT/PRT", "/api/v1/dyads/PRT/XXX", "/api/v1/dyads/prt/MAR",
        "/api/v1/dyads/PRT/XXX/series", "/api/v1/dyads/PRT/PRT/reciprocity"}) {
    problem(server().get(target), 404);
  }
  const std::string id = server().first("events")["id"];
  problem(server().get("/api/v1/lines/" + id + "?as_of=1999-01-01"), 404);
}

TEST_F(Refusals, OtherMethods) {
  for (const char* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"}) {
    const Reply reply = Client(server().port()).ask(method, "/api/v1/events", {});
    problem(reply, 405);
    EXPECT_EQ(reply.header("allow"), "GET, HEAD") << method;
  }
  const Reply reply = Client(server().port()).ask("GET", "/api/v1/documents", {});
  problem(reply, 405);
  EXPECT_EQ(reply.header("allow"), "POST");
}

TEST_F(Refusals, TypesThatItCannotGive) {
  problem(server().get("/api/v1/events", {"Accept: image/png"}), 406);
  problem(server().get("/api/v1/info", {"Accept: text/csv"}), 406);
}

TEST_F(Refusals, OtherHosts) {
  const Reply reply = server().get("/api/v1/info", {"Host: evil.example"});
  problem(reply, 421);
  EXPECT_EQ(server().get("/api/v1/info", {"Host: 127.0.0.1:9"}).status, 200);
}

TEST_F(Refusals, BrokenAddresses) {
  for (const char* target : {"/%", "/api/v1/events?kind=%FF", "/a%zz", "*", "http://localhost/"}) {
    problem(server().get(target), 400);
  }
}

TEST_F(Refusals, LongAddressesAndHeads) {
  problem(server().get("/api/v1/events?kind=" + std::string(9'000, 'x')), 414);
  problem(server().get("/healthz", {"X-Long: " + std::string(20'000, 'x')}), 431);
}

TEST_F(Refusals, NoHttpAtAll) {
  for (const char* bytes :
       {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello tls\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
        "nonsense\r\n\r\n", "\r\n\r\n\r\n", "GET /healthz HTTP/1.1\r\nHost localhost\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"}) {
    Client client(server().port());
    client.send(bytes);
    EXPECT_EQ(client.read().status, 400) << bytes;
  }
  EXPECT_EQ(server().get("/healthz").status, 200);
}

TEST_F(Refusals, AnswersAreSafeToShow) {
  const Reply reply = server().get("/api/v1/info");
  EXPECT_NE(reply.header("content-security-policy").find("default-src 'self'"), std::string::npos);
  EXPECT_NE(reply.header("content-security-policy").find("frame-ancestors 'none'"),
            std::string::npos);
  EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(reply.header("referrer-policy"), "no-referrer");
  EXPECT_EQ(reply.header("cross-origin-resource-policy"), "same-origin");
  EXPECT_FALSE(reply.header("date").empty());
}

}  // namespace
}  // namespace detente::server::test
