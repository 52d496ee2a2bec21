// Made-up reports with readings written by hand, for tests of the store.
#pragma once

#include <chrono>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "ledger/store/ledger.h"

namespace detente::sample {

inline Date day(const std::string& iso) { return Date::parse(iso).value(); }
inline std::optional<Interval> on(const std::string& iso) { return Interval::parse(iso).value(); }

inline const Stamp kStamp{"2032-05-12T08:30:00Z", "detente test"};

// A report in the making: each sentence is appended to its text, and told by one object.
class Report {
 public:
  Report(std::string id, std::string published, std::string outlet = "Example Times") {
    read_.document.id = read_.reading.document = std::move(id);
    read_.document.outlet = std::move(outlet);
    read_.document.title = "A report";
    if (!published.empty()) read_.document.published = day(published);
    read_.reading.published = read_.document.published;
  }

  Report& url(std::string url) {
    read_.document.url = std::move(url);
    return *this;
  }
  Report& text(const std::string& more) {
    read_.document.text += more;
    return *this;
  }

  Report& event(std::string source, std::string target, std::string root, const std::string& date,
                const std::string& words) {
    Event event;
    event.source = {std::move(source)};
    event.target = {std::move(target)};
    event.root = std::move(root);
    event.status = "happened";
    event.date = on(date);
    event.evidence = {quote(words)};
    read_.reading.objects.events.push_back(std::move(event));
    return *this;
  }
  Report& measure(std::string by, std::string against, std::string kind,
                  const std::string& announced, const std::string& words,
                  std::optional<Quantity> quantity = {}) {
    Measure measure;
    measure.by = {std::move(by)};
    measure.against = {std::move(against)};
    measure.kind = std::move(kind);
    measure.status = "announced";
    measure.announced = on(announced);
    measure.quantity = std::move(quantity);
    measure.evidence = {quote(words)};
    read_.reading.objects.measures.push_back(std::move(measure));
    return *this;
  }
  Report& ending(std::string kind, std::vector<std::string> sides, const std::string& date,
                 const std::string& words) {
    Ending ending;
    ending.kind = std::move(kind);
    ending.sides = std::move(sides);
    ending.status = "lifted";
    ending.date = on(date);
    ending.evidence = quote(words);
    read_.reading.endings.push_back(std::move(ending));
    return *this;
  }
  Report& claim(std::string about, std::string standing, std::vector<std::string> sides,
                const std::string& words) {
    Claim claim;
    claim.about = std::move(about);
    claim.standing = std::move(standing);
    claim.sides = std::move(sides);
    claim.evidence = {quote(words)};
    read_.reading.objects.claims.push_back(std::move(claim));
    return *this;
  }

  Record& objects() { return read_.reading.objects; }
  Evidence quote(const std::string& words) {
    const auto begin = static_cast<std::uint32_t>(read_.document.text.size());
    read_.document.text += words + " ";
    const auto end = begin + static_cast<std::uint32_t>(words.size());
    return {read_.document.id, {begin, end}, words, {{"trigger", {begin, end}}}};
  }

  operator ReadDocument() const { return read_; }  // NOLINT: a report stands for what it makes

 private:
  ReadDocument read_;
};

// One story by many reports: two sides expel, answer, lift, over the same weeks.
inline std::vector<ReadDocument> story() {
  return {
      Report("s1", "2031-05-02")
          .measure("PRT", "MAR", "expulsion", "2031-05-02",
                   "Portugal expelled 12 Moroccan diplomats.", Quantity{12, "diplomats"})
          .event("PRT", "MAR", "SANCTION", "2031-05-02", "Portugal sent them home on Friday."),
      Report("s2", "2031-05-03", "Example Herald")
          .measure("PRT", "MAR", "expulsion", "2031-05-02",
                   "Twelve Moroccan diplomats were told to leave Portugal.",
                   Quantity{12, "diplomats"})
          .event("MAR", "PRT", "ACCUSE", "2031-05-03", "Morocco called it blackmail."),
      Report("s3", "2031-05-09")
          .measure("MAR", "PRT", "expulsion", "2031-05-09",
                   "Morocco expelled 12 Portuguese diplomats.", Quantity{12, "diplomats"})
          .claim("a pipeline was damaged", "unconfirmed", {"MAR", "PRT"},
                 "Officials said that a pipeline was damaged."),
      Report("s4", "2031-06-20")
          .ending("expulsion", {"MAR", "PRT"}, "2031-06-20",
                  "Portugal and Morocco took their expulsions back.")
          .event("PRT", "MAR", "CONSULT", "2031-06-19", "The ministers met in Lisbon."),
      Report("s5", "2031-07-01", "Example Herald")
          .event("ESP", "MAR", "AID", "2031-06-30", "Spain sent water to Morocco.")
          .event("ESP", "PRT", "CONSULT", "2031-06-30", "Spain spoke with Portugal."),
  };
}

// One of very many reports that go on telling of a few sides: acts, measures and their ends, by
// several outlets, now and then a new version of an older report.
inline ReadDocument made_up(int number, std::mt19937& random) {
  static const std::vector<std::string> kSides = {"PRT", "MAR", "ESP", "FRA"};
  const auto below = [&](std::size_t end) { return random() % end; };
  const std::string a = kSides[below(2)];
  const std::string b = kSides[2 + below(2)];
  const Date published = Date::from_days(std::chrono::sys_days(std::chrono::year(2031) / 1 / 1) +
                                         std::chrono::days(number % 700));
  Report report("m" + std::to_string(number), published.iso(),
                below(2) == 0 ? "Example Times" : "Example Herald");
  if (below(8) == 0) report.url("https://example.org/" + std::to_string(below(20)));
  const std::string count = std::to_string(2 + below(30));
  report.event(a, b, below(2) == 0 ? "ACCUSE" : "CONSULT", published.iso(),
               a + " and " + b + " spoke of number " + std::to_string(number) + ".");
  report.measure(below(2) == 0 ? a : b, below(2) == 0 ? b : a, "expulsion", published.iso(),
                 "Sent home were " + count + " diplomats.",
                 Quantity{std::stod(count), "diplomats"});
  if (below(3) == 0) {
    report.ending("expulsion", {a, b}, published.iso(), "The expulsions of " + a + " were undone.");
  }
  return report;
}

}  // namespace detente::sample
