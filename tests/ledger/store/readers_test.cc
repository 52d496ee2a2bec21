// Many read while one writes: no question fails, none waits.
#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <thread>

#include "ledger/store/ledger.h"
#include "ledger/store/sample.h"
#include "ledger/store/temporary.h"

namespace detente {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kReaders = 16;
constexpr milliseconds kFor{3'000};
constexpr milliseconds kBlocked{1'000};

struct Asked {
  std::atomic<int> all = 0;
  std::atomic<int> failed = 0;
  std::atomic<int> blocked = 0;
  std::atomic<int> torn = 0;  // an answer that no state of the ledger gives
};

template <typename Ask>
auto timed(Asked& asked, Ask ask) {
  const auto start = Clock::now();
  auto result = ask();
  if (Clock::now() - start > kBlocked) ++asked.blocked;
  // That a line is gone since its list was read is an answer.
  if (!result && result.error().code != ErrorCode::kNotFound) {
    ++asked.failed;
    ADD_FAILURE() << result.error().message();
  }
  ++asked.all;
  return result;
}

void read_on(const std::filesystem::path& file, const std::atomic<bool>& done, Asked& asked) {
  auto ledger = Ledger::open(file, Ledger::Mode::kRead);
  if (!ledger) {
    ++asked.failed;
    return;
  }
  while (!done) {
    Filter filter;
    filter.actor = "PRT";
    const auto listed = timed(asked, [&] { return ledger->lines(List::kEvents, filter); });
    timed(asked, [&] { return ledger->between("PRT", "ESP", {}, {}, 20); });
    timed(asked, [&] { return ledger->search("spoke", filter); });
    const auto counts = timed(asked, [&] { return ledger->counts(); });
    if (!listed || !counts) continue;
    // Each report has one act: nobody sees a report without what it tells.
    if (counts->lines[0] > counts->documents) ++asked.torn;
    for (const Line& line : listed->lines) {
      if (!timed(asked, [&] { return ledger->line(line.members.front().assertion); })) break;
    }
  }
}

TEST(ReadersTest, NoQuestionFailsOrWaitsWhileOneWrites) {
  const sample::Folder folder;
  const std::filesystem::path file = folder / "readers.db";
  auto writer = Ledger::open(file, Ledger::Mode::kWrite);
  ASSERT_TRUE(writer.has_value()) << writer.error().message();
  std::atomic<bool> done = false;
  Asked asked;
  int written = 0;
  {
    std::vector<std::jthread> readers;
    for (int i = 0; i < kReaders; ++i) {
      readers.emplace_back([&] { read_on(file, done, asked); });
    }
    std::mt19937 random(1);
    for (const auto end = Clock::now() + kFor; Clock::now() < end;) {
      const std::vector<ReadDocument> read = {sample::made_up(written, random),
                                              sample::made_up(written + 1, random)};
      ASSERT_TRUE(writer->add(read, sample::kStamp).has_value());
      written += 2;
    }
    done = true;
  }
  EXPECT_EQ(asked.failed, 0);
  EXPECT_EQ(asked.blocked, 0);
  EXPECT_EQ(asked.torn, 0);
  EXPECT_GT(asked.all, 100);
  EXPECT_GT(written, 10);
  EXPECT_TRUE(writer->check()->empty());
}

}  // namespace
}  // namespace detente
