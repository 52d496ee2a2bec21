// Writes made-up reports into a ledger for ever, to be killed: after each commit it prints the ids
// of the reports that are kept, one a line. The reports follow from the number that it is given, so
// that the next run goes on with others of the same stories.
//
//   store_writer FILE FIRST
#include <cstdio>
#include <cstdlib>

#include "ledger/store/sample.h"

int main(int argc, char** argv) {
  using namespace detente;
  if (argc != 3) return 2;
  auto ledger = Ledger::open(argv[1], Ledger::Mode::kWrite);
  if (!ledger) {
    std::fprintf(stderr, "%s\n", ledger.error().message().c_str());
    return 1;
  }
  std::mt19937 random(static_cast<std::mt19937::result_type>(std::atoi(argv[2])));
  for (int number = std::atoi(argv[2]);;) {
    std::vector<ReadDocument> read;
    for (std::size_t i = 1 + random() % 6; i > 0; --i) {
      read.push_back(sample::made_up(number++, random));
    }
    const auto kept = ledger->add(read, sample::kStamp);
    if (!kept) {
      std::fprintf(stderr, "%s\n", kept.error().message().c_str());
      return 1;
    }
    for (const ReadDocument& one : read) std::printf("%s\n", one.document.id.c_str());
    std::fflush(stdout);
  }
}
