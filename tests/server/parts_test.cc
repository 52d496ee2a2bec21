// The parts that need no ledger: targets, negotiation, access, cache, rate.
#include <gtest/gtest.h>

#include "server/access.h"
#include "server/cache.h"
#include "server/client.h"
#include "server/gzip.h"
#include "server/hub.h"
#include "server/negotiate.h"
#include "server/rate.h"
#include "server/request.h"

namespace detente::server {
namespace {

TEST(Target, IsDecodedSegmentBySegment) {
  Request request;
  ASSERT_TRUE(read_target("/api/v1/documents/a%2Fb?q=caf%C3%A9+noir&empty=&flag", request));
  EXPECT_EQ(request.path, (std::vector<std::string>{"api", "v1", "documents", "a/b"}));
  ASSERT_EQ(request.query.size(), 3U);
  EXPECT_EQ(request.query[0].second, "café noir");
  EXPECT_EQ(request.query[1], std::make_pair(std::string("empty"), std::string()));
  EXPECT_EQ(request.query[2].first, "flag");
}

TEST(Target, RefusesBrokenEscapesAndBrokenUtf8) {
  for (const char* target : {"/%", "/%4", "/%zz", "/a?b=%f", "/%ff", "/a?b=%c3", "/a?%80=1"}) {
    Request request;
    EXPECT_FALSE(read_target(target, request)) << target;
  }
}

TEST(Target, EncodingIsReadBack) {
  const std::string text = "a b/ü\"%&=?#+\x01";
  EXPECT_EQ(percent_decoded(percent_encoded(text), true), text);
}

TEST(Accept, LikesTheClosestAndTheFirst) {
  const std::vector<std::string> offered{"application/json", "text/csv"};
  EXPECT_EQ(best_type("", offered), "application/json");
  EXPECT_EQ(best_type("*/*", offered), "application/json");
  EXPECT_EQ(best_type("text/csv", offered), "text/csv");
  EXPECT_EQ(best_type("text/*, application/json;q=0.5", offered), "text/csv");
  EXPECT_EQ(best_type("application/json;q=0, */*;q=0.1", offered), "text/csv");
  EXPECT_EQ(best_type("text/html,application/xhtml+xml,*/*;q=0.8", offered), "application/json");
  EXPECT_EQ(best_type("image/png", offered), std::nullopt);
  EXPECT_EQ(best_type("application/json;q=nonsense", offered), std::nullopt);
}

TEST(Accept, EncodingsAndTags) {
  EXPECT_TRUE(takes_gzip("gzip, deflate, br"));
  EXPECT_TRUE(takes_gzip("*"));
  EXPECT_FALSE(takes_gzip("gzip;q=0, *"));
  EXPECT_FALSE(takes_gzip("br"));
  EXPECT_FALSE(takes_gzip(""));
  EXPECT_TRUE(names_tag("\"x\", W/\"abc\"", "W/\"abc\""));
  EXPECT_TRUE(names_tag("\"abc\"", "W/\"abc\""));
  EXPECT_TRUE(names_tag("*", "W/\"abc\""));
  EXPECT_FALSE(names_tag("\"abcd\"", "W/\"abc\""));
}

TEST(HostNames, OnLoopbackOnlyItsOwn) {
  const HostNames loopback("127.0.0.1", {"Ledger.Example"});
  for (const char* host : {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080",
                           "ledger.example", "ledger.example:443"}) {
    EXPECT_TRUE(loopback.allow(host)) << host;
  }
  for (const char* host : {"", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example",
                           "ledger.example.evil.example:80"}) {
    EXPECT_FALSE(loopback.allow(host)) << host;
  }
}

TEST(HostNames, ElsewhereAllUnlessNamed) {
  EXPECT_TRUE(HostNames("0.0.0.0", {}).allow("whatever.example"));
  EXPECT_FALSE(HostNames("0.0.0.0", {"ledger.example"}).allow("whatever.example"));
}

TEST(Token, OpensOnlyToItself) {
  const Token token("secret");
  EXPECT_TRUE(token.opens("Bearer secret"));
  EXPECT_TRUE(token.opens("bearer secret"));
  for (const char* header : {"", "Bearer", "Bearer ", "Bearer secre", "Bearer secret ",
                             "Basic secret", "secret", "Bearer SECRET"}) {
    EXPECT_FALSE(token.opens(header)) << header;
  }
  EXPECT_FALSE(Token("").opens("Bearer "));
  EXPECT_FALSE(Token("").opens(""));
}

TEST(Gzip, IsReadBack) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "line " + std::to_string(i * 7919) + "\n";
  const std::string packed = gzip(text);
  EXPECT_LT(packed.size(), text.size() / 2);
  EXPECT_EQ(test::gunzip(packed), text);
  EXPECT_EQ(test::gunzip(gzip("")), "");
}

std::shared_ptr<const Answer> answer_of(std::size_t bytes) {
  return std::make_shared<const Answer>(Answer{.body = std::string(bytes, 'x')});
}

TEST(Cache, ForgetsWhenTheLedgerMovesOn) {
  Cache cache(100'000);
  cache.set_version(1);
  cache.keep("a", 1, answer_of(10));
  ASSERT_NE(cache.find("a"), nullptr);
  cache.set_version(1);
  EXPECT_NE(cache.find("a"), nullptr);
  cache.set_version(2);
  EXPECT_EQ(cache.find("a"), nullptr);
  cache.keep("late", 1, answer_of(10));  // asked before the change
  EXPECT_EQ(cache.find("late"), nullptr);
}

TEST(Cache, ForgetsTheLeastRecentlyUsedFirst) {
  Cache cache(10'000);
  cache.set_version(1);
  for (const char* key : {"a", "b", "c", "d"}) cache.keep(key, 1, answer_of(1'800));
  ASSERT_NE(cache.find("a"), nullptr);
  cache.keep("e", 1, answer_of(1'800));
  EXPECT_NE(cache.find("a"), nullptr);
  EXPECT_EQ(cache.find("b"), nullptr);
  cache.keep("too big", 1, answer_of(3'000));
  EXPECT_EQ(cache.find("too big"), nullptr);
}

TEST(RateLimit, RefillsAndTellsHowLong) {
  RateLimit limit(0.5, 2);
  const RateLimit::Clock::time_point start;
  EXPECT_EQ(limit.take("a", start), 0);
  EXPECT_EQ(limit.take("a", start), 0);
  EXPECT_EQ(limit.take("a", start), 2);
  EXPECT_EQ(limit.take("b", start), 0) << "another client has its own";
  EXPECT_EQ(limit.take("a", start + std::chrono::seconds(2)), 0);
}

TEST(Hub, KeepsTheLastEventsInOrder) {
  Hub hub;
  int woken = 0;
  const int ear = hub.listen([&] { ++woken; });
  for (int i = 1; i <= 1'005; ++i) hub.publish("line", {{"i", i}});
  EXPECT_EQ(woken, 1'005);
  hub.leave(ear);
  EXPECT_EQ(hub.last(), 1'005U);
  const auto kept = hub.after(0);
  ASSERT_EQ(kept.size(), 1'000U);
  EXPECT_EQ(kept.front().number, 6U);
  EXPECT_EQ(kept.back().data, "{\"i\":1005}");
  EXPECT_EQ(hub.after(1'004).size(), 1U);
}

}  // namespace
}  // namespace detente::server
