// A long report takes time in proportion to its length.
#include <algorithm>
#include <ctime>
#include <gtest/gtest.h>

#include "reading/marked_text.h"

namespace detente {
namespace {

const char* const kPage =
    "Norway expelled two envoys of Chile on Monday after the ministers met in Lima. “We will not "
    "forget it,” said Ragnhild Testvold, who denied on 3 March that they had offered Chile a deal: "
    "flights would resume. Its hotline was cut in June. You may ask them, Mr. Testvold said.\n\n";

MarkedText one_page() {
  MarkedText page(kPage, "2031-03-05");
  page.mark(Frame::kEvent, "expelled", "SANCTION", "happened",
            {{Role::kAgent, "Norway"}, {Role::kPatient, "Chile"}, {Role::kDate, "Monday"}})
      .mark(Frame::kMeasure, "expelled", "expulsion", "in_force",
            {{Role::kAgent, "Norway"}, {Role::kQuantity, "two envoys"}})
      .mark(Frame::kMeeting, "met", "meeting", "held", {{Role::kParty, "the ministers"}})
      .mark(Frame::kStatement, "denied", "denies", "",
            {{Role::kSpeaker, "Ragnhild Testvold"},
             {Role::kContent, "they had offered Chile a deal"}})
      .mark(Frame::kProposal, "offered", "proposal", "offered", {{Role::kPatient, "Chile"}})
      .mark(Frame::kTerm, "flights would resume", "restore_channel", "none", {})
      .mark(Frame::kChannel, "hotline", "hotline", "cut", {{Role::kParty, "Its"}});
  return page;
}

// The seconds of the processor that a report of so many pages takes; the least of a few tries.
double seconds_for(const MarkedText& page, int pages) {
  const MarkedText report = page.repeated(pages);
  double least = 1e9;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t begin = std::clock();
    const Record record = report.read();
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    EXPECT_EQ(record.measures.size(), static_cast<std::size_t>(pages));
  }
  return least;
}

TEST(ReadLongReport, TakesTimeInProportionToItsLength) {
  const MarkedText page = one_page();
  page.read();  // loads the knowledge, which is no part of the time
  constexpr int kPages = 400;
  constexpr int kTimes = 8;
  // The square of the length would be 64 times as long.
  EXPECT_LT(seconds_for(page, kPages * kTimes), 16 * seconds_for(page, kPages));
}

}  // namespace
}  // namespace detente
