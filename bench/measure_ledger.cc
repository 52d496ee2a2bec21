// Makes a big ledger of made-up reports and measures how fast it answers.
//
//   measure_ledger FILE [EVENTS [MEASURES]]     1,000,000 and 100,000 unless told
//
// A file that is there already is only measured. The same numbers make the same ledger. 200 sides
// are named as unevenly as in the news (the n-th about 1/n times as often as the first), and asked
// about as unevenly: most questions are about the pairs of which most is told.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "ledger/store/ledger.h"
#include "views/dossier.h"

namespace {

using namespace detente;
using Clock = std::chrono::steady_clock;

// In one transaction: the more, the fewer blocks are folded twice; a million events fit in about 4
// GB.
constexpr std::size_t kReportsTogether = 250'000;
constexpr int kDays = 15 * 365;
constexpr const char* kRoots[] = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr int kRootWeights[] = {4, 30, 5, 1, 5, 5, 1, 6, 12, 5, 4, 3, 4, 3, 6, 6};
constexpr const char* kStatuses[] = {"happened", "planned", "threatened", "denied"};
constexpr int kStatusWeights[] = {85, 10, 4, 1};
constexpr const char* kKinds[] = {"sanctions",        "asset_freeze",  "travel_ban", "arms_embargo",
                                  "trade_embargo",    "tariff",        "import_ban", "expulsion",
                                  "visa_restriction", "border_closure"};

double milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

template <typename Value>
Value demand(Result<Value> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "measure_ledger: %s\n", result.error().message().c_str());
  std::exit(1);
}

class World {
 public:
  World() : random_(20310502) {
    // Sides that the knowledge names: the server answers for no others.
    const Knowledge knowledge = demand(load_knowledge(DETENTE_KNOWLEDGE));
    for (const Actor& actor : knowledge.actors.all()) sides_.push_back(actor.code);
    std::vector<double> weights;
    for (std::size_t i = 0; i < sides_.size(); ++i)
      weights.push_back(1.0 / static_cast<double>(i + 2));
    side_ = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
    for (int i = 0; i < 20'000; ++i) words_.push_back(word());
    for (int i = 0; i < 40; ++i) outlets_.push_back("Example " + words_[i + 100]);
  }

  std::string side() { return sides_[side_(random_)]; }
  std::pair<std::string, std::string> pair() {
    std::string a = side();
    std::string b = side();
    while (b == a) b = side();
    return {a, b};
  }
  template <std::size_t Size>
  std::string pick(const char* const (&from)[Size], const int (&weights)[Size]) {
    return from[std::discrete_distribution<std::size_t>(weights, weights + Size)(random_)];
  }
  template <std::size_t Size>
  std::string pick(const char* const (&from)[Size]) {
    return from[below(Size)];
  }
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  bool chance(double share) { return std::bernoulli_distribution(share)(random_); }
  std::string outlet() { return outlets_[std::min(below(40), below(40))]; }
  Date day(int number) {
    return Date::from_days(std::chrono::sys_days(std::chrono::year(2016) / 1 / 1) +
                           std::chrono::days(number));
  }
  // Some words as unevenly drawn as those of a language.
  std::string sentence(std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) {
      const double u = std::uniform_real_distribution<double>(0, 1)(random_);
      const auto rank = static_cast<std::size_t>(std::pow(20'000.0, u)) - 1;
      out += (i == 0 ? "" : " ") + words_[std::min<std::size_t>(rank, words_.size() - 1)];
    }
    return out + ".";
  }

 private:
  std::string word() {
    static constexpr const char* kSyllables[] = {"ba",  "re", "ti",  "mon", "sel", "ka",
                                                 "dor", "in", "ver", "al",  "pre", "sta",
                                                 "ne",  "lo", "gur", "es"};
    std::string out;
    for (std::size_t i = 1 + below(4); i > 0; --i) out += pick(kSyllables);
    return out;
  }

  std::mt19937_64 random_;
  std::vector<std::string> sides_;
  std::vector<std::string> words_;
  std::vector<std::string> outlets_;
  std::discrete_distribution<std::size_t> side_;
};

// The reports, in the order of time.
class Press {
 public:
  Press(std::size_t events, std::size_t measures) : events_(events), measures_(measures) {}

  bool done() const { return told_events_ >= events_ && told_measures_ >= measures_; }

  ReadDocument next() {
    Document& document = (read_ = {}).document;
    const double share = static_cast<double>(told_events_) / static_cast<double>(events_);
    day_ = static_cast<int>(share * kDays);
    document.id = read_.reading.document = "r" + std::to_string(++number_);
    document.outlet = world.outlet();
    document.title = world.sentence(8);
    document.published = read_.reading.published = world.day(day_);
    document.url = "https://example.org/" + std::to_string(number_);
    for (int i = 0; i < 5 && told_events_ < events_; ++i) tell_event();
    while (told_measures_ < static_cast<std::size_t>(share * static_cast<double>(measures_)) ||
           (told_events_ >= events_ && told_measures_ < measures_)) {
      tell_measure();
    }
    return std::move(read_);
  }

  World world;

 private:
  Evidence quote() {
    std::string& text = read_.document.text;
    const std::string words = world.sentence(22);
    const auto begin = static_cast<std::uint32_t>(text.size());
    const auto end = begin + static_cast<std::uint32_t>(words.size());
    text += words + "\n" + world.sentence(20) + " " + world.sentence(25) + " ";
    return {read_.document.id,
            {begin, end},
            words,
            {{"source", {begin, begin + 9}},
             {"trigger", {begin + 10, begin + 20}},
             {"target", {begin + 21, begin + 30}}}};
  }
  std::optional<Interval> lately() {
    const Date day = world.day(std::max(0, day_ - static_cast<int>(world.below(4))));
    return Interval{day, day};
  }

  // One in seven is told again by another report.
  void tell_event() {
    Event event;
    if (!again_.empty() && world.chance(0.14)) {
      event = again_[world.below(again_.size())];
      event.evidence.clear();
    } else {
      const auto [source, target] = world.pair();
      event.source = {source};
      event.target = {target};
      event.root = world.pick(kRoots, kRootWeights);
      event.status = world.pick(kStatuses, kStatusWeights);
      event.date = lately();
      if (again_.size() < 64)
        again_.push_back(event);
      else
        again_[world.below(64)] = event;
      ++told_events_;
    }
    event.evidence.push_back(quote());
    read_.reading.objects.events.push_back(std::move(event));
  }

  void tell_measure() {
    Measure measure;
    const auto [by, against] = world.pair();
    measure.by = {by};
    measure.against = {against};
    measure.kind = world.pick(kKinds);
    measure.status = "announced";
    measure.announced = lately();
    if (world.chance(0.2)) {
      const Date end = world.day(day_ + 30 + static_cast<int>(world.below(700)));
      measure.deadline = Interval{end, end};
    }
    if (world.chance(0.3))
      measure.quantity = Quantity{static_cast<double>(2 + world.below(60)), "people"};
    measure.evidence.push_back(quote());
    read_.reading.objects.measures.push_back(std::move(measure));
    ++told_measures_;
    if (world.chance(0.3)) tell_ending(by, against);
  }

  void tell_ending(const std::string& by, const std::string& against) {
    Ending ending;
    ending.kind = world.pick(kKinds);
    ending.sides = {by, against};
    ending.by = {by};
    ending.status = "lifted";
    ending.date = lately();
    ending.evidence = quote();
    read_.reading.endings.push_back(std::move(ending));
  }

  std::size_t events_, measures_;
  std::size_t told_events_ = 0, told_measures_ = 0;
  std::size_t number_ = 0;
  int day_ = 0;
  ReadDocument read_;
  std::vector<Event> again_;
};

void make(const std::filesystem::path& file, std::size_t events, std::size_t measures) {
  Ledger ledger = demand(Ledger::open(file, Ledger::Mode::kWrite));
  const auto start = Clock::now();
  Press press(events, measures);
  std::vector<ReadDocument> reports;
  while (!press.done()) {
    reports.push_back(press.next());
    if (reports.size() < kReportsTogether && !press.done()) continue;
    demand(ledger.add(reports, {"2032-01-01T00:00:00Z", "made up"}));
    std::fprintf(stderr, "%.0f s: %zu reports more\n", milliseconds(start) / 1000, reports.size());
    reports.clear();
  }
}

// Times `ask` some hundreds of times; what is asked is drawn outside the clock.
void measure(const char* what, int times,
             const std::function<std::function<std::size_t()>()>& draw) {
  std::vector<double> taken;
  std::size_t most = 0;
  for (int i = 0; i < times; ++i) {
    const auto ask = draw();
    const auto start = Clock::now();
    most = std::max(most, ask());
    taken.push_back(milliseconds(start));
  }
  std::ranges::sort(taken);
  const auto at = [&](double share) {
    return taken[std::min(taken.size() - 1,
                          static_cast<std::size_t>(share * static_cast<double>(taken.size())))];
  };
  std::printf("%-28s p50 %8.2f ms   p99 %8.2f ms   max %8.2f ms   (most lines: %zu)\n", what,
              at(0.5), at(0.99), taken.back(), most);
}

Filter random_filter(World& world) {
  Filter filter;
  if (world.chance(0.6)) filter.actor = world.side();
  if (!filter.actor.empty() && world.chance(0.5)) {
    do filter.other = world.side();
    while (filter.other == filter.actor);
  }
  if (world.chance(0.5)) filter.kind = world.pick(kRoots, kRootWeights);
  if (world.chance(0.3)) filter.status = world.pick(kStatuses);
  if (world.chance(0.3)) filter.outlet = world.outlet();
  if (world.chance(0.3)) filter.since = world.day(static_cast<int>(world.below(kDays)));
  if (world.chance(0.3)) filter.until = world.day(static_cast<int>(world.below(kDays)));
  filter.newest_first = world.chance(0.9);
  return filter;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: measure_ledger FILE [EVENTS [MEASURES]]\n");
    return 2;
  }
  const std::filesystem::path file = argv[1];
  const std::size_t events = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1'000'000;
  const std::size_t measures = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 100'000;
  if (!std::filesystem::exists(file)) make(file, events, measures);

  const Ledger ledger = demand(Ledger::open(file, Ledger::Mode::kRead));
  const Counts counts = demand(ledger.counts());
  std::printf("%zu documents, %zu assertions, %zu events, %zu measures, %.2f GB\n",
              counts.documents, counts.assertions, counts.lines[0], counts.lines[4],
              static_cast<double>(std::filesystem::file_size(file)) / 1e9);
  World world;
  const Date today = *demand(ledger.latest_day());
  const auto name_of = [](const std::string& code) { return code; };
  measure("between", 500, [&] {
    const auto [a, b] = world.pair();
    return [&, a, b] { return demand(ledger.between(a, b, today, {}, 100)).size(); };
  });
  measure("state (between, as text)", 500, [&] {
    const auto [a, b] = world.pair();
    return [&, a, b] {
      const auto lines = demand(ledger.between(a, b, today, {}, 100));
      const auto documents = demand(ledger.documents_of(lines));
      return render_dossier(record_of(lines, today), documents, a, b, name_of, {today}).empty()
                 ? 0
                 : lines.size();
    };
  });
  measure("events, filtered", 2000, [&] {
    const Filter filter = random_filter(world);
    return [&, filter] { return demand(ledger.lines(List::kEvents, filter)).lines.size(); };
  });
  measure("measures in force of a side", 300, [&] {
    Filter filter;
    filter.actor = world.side();
    filter.status = "in_force";
    filter.as_of = today;
    return [&, filter] { return demand(ledger.lines(List::kMeasures, filter)).lines.size(); };
  });
  measure("search", 200, [&] {
    const std::string words = world.sentence(2);
    Filter filter;
    filter.limit = 20;
    return [&, words, filter] { return demand(ledger.search(words, filter)).size(); };
  });
  return 0;
}
