// A writer that is killed at any moment loses nothing that it has acknowledged, and leaves nothing
// half-written. Takes about a minute: ctest runs it as `store_kill`.
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "ledger/store/ledger.h"
#include "ledger/store/sample.h"
#include "ledger/store/temporary.h"

namespace detente {
namespace {

constexpr int kKills = 200;

// Lets the writer write for some time; its acknowledgements go to the end of `out`.
void write_until_killed(const std::string& ledger, const std::string& out, int first,
                        std::chrono::microseconds time) {
  const std::string number = std::to_string(first);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const int file = open(out.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(file, STDOUT_FILENO);
    execl(DETENTE_STORE_WRITER, DETENTE_STORE_WRITER, ledger.c_str(), number.c_str(), nullptr);
    _exit(127);
  }
  std::this_thread::sleep_for(time);
  kill(child, SIGKILL);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself, with " << WEXITSTATUS(status);
}

// Ids that stand on whole lines.
std::set<std::string> acknowledged(const std::string& file) {
  std::set<std::string> ids;
  std::ifstream in(file);
  for (std::string id; std::getline(in, id);) {
    if (!in.eof()) ids.insert(id);
  }
  return ids;
}

TEST(KillTest, NothingAcknowledgedIsLostAndNothingIsHalfWritten) {
  const sample::Folder folder;
  const std::string file = folder / "kill.db";
  const std::string out = folder / "acknowledged";
  std::mt19937 random(4);
  std::size_t lost = 0;
  std::size_t half = 0;
  std::size_t faults = 0;
  for (int i = 0; i < kKills; ++i) {
    const std::chrono::microseconds time(2'000 + random() % 120'000);
    ASSERT_NO_FATAL_FAILURE(write_until_killed(file, out, i * 1000, time));
    if (i % 10 != 9 && i + 1 < kKills) continue;  // whatever was lost stays lost
    auto ledger = Ledger::open(file, Ledger::Mode::kWrite);
    ASSERT_TRUE(ledger.has_value()) << ledger.error().message();
    for (const std::string& id : acknowledged(out)) {
      const auto document = ledger->document(id);
      if (!document)
        ++lost;
      else if (ledger->lines_of(id)->empty() && document->superseded_by.empty())
        ++half;
    }
    const auto found = ledger->check();
    ASSERT_TRUE(found.has_value()) << found.error().message();
    for (const Finding& one : *found)
      ADD_FAILURE() << one.what << " " << one.where << ": " << one.reason;
    faults += found->size();
  }
  EXPECT_EQ(lost, 0U);
  EXPECT_EQ(half, 0U);
  EXPECT_EQ(faults, 0U);
  EXPECT_GT(acknowledged(out).size(), 100U) << "the writer was never quick enough to be tested";
}

}  // namespace
}  // namespace detente
