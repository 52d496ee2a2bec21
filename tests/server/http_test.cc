// HTTP as such: tags, compression, connections, files of the page.
#include <fstream>
#include <gtest/gtest.h>

#include "server/running.h"

namespace detente::server::test {
namespace {

namespace fs = std::filesystem;

TEST(Http, AnAnswerIsSentOnceAsLongAsNothingChanges) {
  const Running server;
  const Reply first = server.get("/api/v1/dyads/PRT/MAR");
  const std::string tag = first.header("etag");
  ASSERT_FALSE(tag.empty());
  const Reply same = server.get("/api/v1/dyads/PRT/MAR", {"If-None-Match: " + tag});
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.header("etag"), tag);
  EXPECT_TRUE(same.body.empty());
  EXPECT_EQ(server.get("/api/v1/dyads/PRT/MAR", {"If-None-Match: \"other\""}).status, 200);
  EXPECT_NE(server.get("/api/v1/dyads/PRT/MAR?as_of=2031-06-30").header("etag"), tag);
}

// Written by another program than this server.
TEST(Http, AChangeOfTheLedgerIsSeenAtOnce) {
  const Running server;
  const std::string tag = server.get("/api/v1/info").header("etag");
  Result<Ledger> other = Ledger::open(server.ledger(), Ledger::Mode::kWrite);
  ASSERT_TRUE(other);
  Document document{
      .id = "late", .outlet = "", .title = "", .published = {}, .url = "", .text = ""};
  document.text = "Late: PRT accuses MAR of delay.";
  document.published = *Date::parse("2033-01-01");
  const ReadDocument one{document, *read_by_hand(document)};
  ASSERT_TRUE(other->add({&one, 1}, {"2033-01-01T00:00:00Z", "test"}));
  const Reply now = server.get("/api/v1/info", {"If-None-Match: " + tag});
  EXPECT_EQ(now.status, 200);
  EXPECT_EQ(now.json()["documents"], 15);
  EXPECT_EQ(now.json()["last_day"], "2033-01-01");
}

TEST(Http, CompressesWhereItIsTaken) {
  const Running server;
  const Reply plain = server.get("/api/v1/events");
  EXPECT_EQ(plain.header("content-encoding"), "");
  const Reply packed = server.get("/api/v1/events", {"Accept-Encoding: br, gzip"});
  EXPECT_EQ(packed.header("content-encoding"), "gzip");
  EXPECT_LT(packed.body.size(), plain.body.size() / 2);
  EXPECT_EQ(gunzip(packed.body), plain.body);
  EXPECT_EQ(packed.header("etag"), plain.header("etag"));
  EXPECT_NE(plain.header("vary").find("Accept-Encoding"), std::string::npos);
  EXPECT_EQ(server.get("/healthz", {"Accept-Encoding: gzip"}).header("content-encoding"), "")
      << "too short to gain";
}

TEST(Http, OneConnectionTakesManyRequests) {
  const Running server;
  Client client(server.port());
  for (int i = 0; i < 20; ++i) EXPECT_EQ(client.get("/api/v1/info").status, 200);
  client.send(
      "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
      "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.read().status, 200);
  EXPECT_EQ(client.read().status, 200);
  EXPECT_EQ(client.read().status, 0) << "it was asked to close";
}

TEST(Http, AHeadIsAnAnswerWithoutItsBody) {
  const Running server;
  Client client(server.port());
  const Reply full = client.get("/api/v1/info");
  const Reply head = client.ask("HEAD", "/api/v1/info", {});
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), std::to_string(full.body.size()));
  EXPECT_EQ(head.header("etag"), full.header("etag"));
  EXPECT_EQ(client.get("/healthz").status, 200) << "the connection goes on";
}

TEST(Http, OldClientsAreAnswered) {
  const Running server;
  Client client(server.port());
  client.send("GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n");
  const std::string text = client.read_all();
  EXPECT_NE(text.find(" 200 "), std::string::npos) << text;
  EXPECT_TRUE(text.ends_with("{\"status\":\"ok\"}")) << text;
}

TEST(Http, AnUnfinishedRequestKeepsNobodyWaiting) {
  const Running server;
  Client slow(server.port());
  slow.send("GET /healthz HT");
  EXPECT_EQ(server.get("/healthz").status, 200);
}

class PageFolder {
 public:
  PageFolder() {
    std::string pattern = (fs::temp_directory_path() / "detente-page-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
    fs::create_directory(path_ / "assets");
    write("index.html", "<!doctype html><title>Detente</title>" + std::string(2'000, ' '));
    write("assets/index-3f2a.js", "console.log(1)");
    write("icon.svg", "<svg/>");
  }
  ~PageFolder() { fs::remove_all(path_); }
  const fs::path& path() const { return path_; }

 private:
  void write(const char* name, const std::string& text) { std::ofstream(path_ / name) << text; }
  fs::path path_;
};

TEST(Http, ServesThePage) {
  const PageFolder folder;
  const Running server({.web = folder.path()});
  const Reply front = server.get("/");
  EXPECT_EQ(front.status, 200);
  EXPECT_EQ(front.header("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(front.header("cache-control"), "no-cache");
  EXPECT_EQ(server.get("/index.html").body, front.body);
  const Reply packed = server.get("/", {"Accept-Encoding: gzip"});
  EXPECT_EQ(gunzip(packed.body), front.body);
  EXPECT_EQ(server.get("/", {"If-None-Match: " + front.header("etag")}).status, 304);
  const Reply script = server.get("/assets/index-3f2a.js");
  EXPECT_EQ(script.header("content-type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(script.header("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(server.get("/icon.svg").header("content-type"), "image/svg+xml");
  for (const char* target : {"/assets", "/assets/", "/assets/../../test.db", "/assets/none.js"}) {
    EXPECT_EQ(server.get(target).status, 404) << target;
  }
  EXPECT_EQ(Client(server.port()).ask("DELETE", "/icon.svg", {}).status, 405);
}

TEST(Http, SaysHowToGetAPageWhereThereIsNone) {
  const Running server;
  const Reply front = server.get("/");
  EXPECT_EQ(front.status, 200);
  EXPECT_NE(front.body.find("/openapi.json"), std::string::npos);
}

}  // namespace
}  // namespace detente::server::test
