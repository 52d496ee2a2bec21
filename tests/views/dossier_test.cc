#include "views/dossier.h"

#include <gtest/gtest.h>
#include <map>
#include <sstream>

#include "golden.h"
#include "views/text.h"

namespace detente {
namespace {

Interval when(std::string_view iso) { return Interval::parse(iso).value(); }
Date day(std::string_view iso) { return Date::parse(iso).value(); }

std::string name_of(const std::string& code) {
  static const std::map<std::string, std::string> kNames = {
      {"NOR", "Norway"}, {"GBR", "United Kingdom"}, {"DNK", "Denmark"}};
  const auto found = kNames.find(code);
  return found == kNames.end() ? "" : found->second;
}

std::vector<Document> reports() {
  std::vector<Document> all(2);
  all[0].id = "d1";
  all[0].outlet = "The Skerry Post";
  all[0].published = day("2031-05-02");
  all[1].id = "d2";
  all[1].title = "Notes from the harbour";
  all[1].published = day("2031-06");
  return all;
}

std::vector<Evidence> words(const std::string& quote, const std::string& report = "d1") {
  return {{report, {0, static_cast<std::uint32_t>(quote.size())}, quote}};
}

std::vector<Measure> measures() {
  return {
      {.by = {"NOR"},
       .against = {"GBR"},
       .kind = "tariff",
       .status = "in_force",
       .announced = when("2031-04-30"),
       .effective = when("2031-05-01"),
       .quantity = Quantity{12.5, "per cent"},
       .responds_to = Answered{"import_ban", {"GBR"}},
       .lag = "P3W",
       .instrument = "Fisheries Act",
       .evidence = words("Oslo put 12.5 per cent on British biscuits,\nthree weeks after the ban "
                         "on dried cod.")},
      {.by = {"GBR"},
       .against = {"NOR"},
       .kind = "expulsion",
       .status = "announced",
       .announced = when("2031-05-30"),
       .deadline = when("2031-06-14"),
       .quantity = Quantity{2, "attachés"},
       .evidence = words("Two attachés have a fortnight to pack.", "d2")},
      {.by = {"GBR"},
       .against = {"NOR"},
       .kind = "import_ban",
       .status = "lifted",
       .lifted = when("2031-05"),
       .evidence = words("the ban on dried cod")}};
}

std::vector<Meeting> meetings() {
  return {{.actors = {"NOR", "GBR", "DNK"},
           .date = when("2031-05-20/2031-05-22"),
           .people = {"Aksel Brunvoll", "Dame Prudence Oakhollow"},
           .place = "Tórshavn",
           .setting = "third_country",
           .status = "held",
           .announced = false,
           .ordinal = 3,
           .series = "the herring rounds",
           .topics = {"quotas"},
           .outcome = "no agreement",
           .evidence = words("The third of the herring rounds ended without agreement.", "d2")},
          {.actors = {"GBR", "NOR"},
           .date = when("2031-06-08"),
           .setting = "phone",
           .status = "scheduled",
           .evidence = words("They will telephone on Sunday.", "d2")},
          {.actors = {"GBR", "NOR"},
           .date = when("2031-05-01"),
           .status = "scheduled",
           .evidence = words("were to meet on the first of May")}};
}

Record rich_record() {
  Record record;
  record.measures = measures();
  record.meetings = meetings();
  record.channels = {{.between = {"GBR", "NOR"},
                      .kind = "hotline",
                      .status = "cut",
                      .since = when("2031-04"),
                      .because = "a quarrel over trawlers",
                      .evidence = words("The harbour masters’ hotline has been dead since April.")},
                     {.between = {"NOR", "GBR"},
                      .kind = "diplomatic",
                      .status = "open",
                      .evidence = words("The embassies stay open.")}};
  record.proposals = {
      {.by = {"NOR"},
       .to = {"GBR"},
       .status = "unanswered",
       .date = when("2031-05-29"),
       .via = {"diplomatic"},
       .disclosed_by = "The Skerry Post",
       .terms = {{.kind = "other", .phase = "eventual", .what = {"a joint fund"}},
                 {.kind = "restore_channel", .phase = "immediate", .what = {"hotline"}},
                 {.kind = "meet", .date = when("2031-07")}},
       .evidence = words("Norway has offered to mend the hotline at once.")}};
  record.claims = {{.about = "a British trawler had cut the cable",
                    .standing = "disputed",
                    .first_reported_by = "The Skerry Post",
                    .confirmed_by = {"NOR"},
                    .denied_by = {"Dame Prudence Oakhollow"},
                    .evidence = words("A British trawler had cut the cable, the paper said.")}};
  record.statements = {{.speaker = "Aksel Brunvoll",
                        .actor = "NOR",
                        .stance = "accuses",
                        .role = "fisheries minister",
                        .about = "careless seamanship",
                        .date = when("2031-05-01"),
                        .via = "Radio Utsira",
                        .evidence = words("“careless seamanship”, said Aksel Brunvoll")},
                       {.speaker = "London",
                        .actor = "GBR",
                        .stance = "neither_confirms_nor_denies",
                        .evidence = words("London would neither confirm nor deny it.", "d2")}};
  record.events = {{.source = {"NOR"},
                    .target = {"GBR"},
                    .root = "SANCTION",
                    .status = "happened",
                    .date = when("2031-04-30"),
                    .evidence = words("Oslo put 12.5 per cent on it")},
                   {.source = {"NOR", "GBR"},
                    .target = {"NOR", "GBR"},
                    .root = "CONSULT",
                    .status = "planned",
                    .evidence = words("They will talk again.", "d2")}};
  record.roles = {{"Aksel Brunvoll", "NOR", "fisheries minister", "current", words("x")},
                  {"Dame Prudence Oakhollow", "GBR", "envoy", "former", words("x", "d2")}};
  return record;
}

std::string dossier(const Record& record, DossierOptions options) {
  const std::vector<Document> documents = reports();
  return render_dossier(record, documents, "NOR", "GBR", name_of, options);
}

TEST(Dossier, TellsEverythingOfThePair) {
  expect_golden("views/dossier.txt", dossier(rich_record(), {.as_of = day("2031-06-02")}));
}

TEST(Dossier, SaysWhatItDoesNotKnow) {
  expect_golden("views/dossier_empty.txt", dossier({}, {.as_of = day("2031-06-02")}));
}

TEST(Dossier, NoLineIsWiderThanThePage) {
  for (const int width : {40, 61, 80, 120}) {
    std::istringstream lines(dossier(rich_record(), {.as_of = day("2031-06-02"), .width = width}));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), width) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
    }
  }
}

TEST(Dossier, ColourChangesNothingButEscapes) {
  const std::string plain = dossier(rich_record(), {.as_of = day("2031-06-02")});
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  std::string coloured = dossier(rich_record(), {.as_of = day("2031-06-02"), .colour = true});
  for (std::size_t at; (at = coloured.find('\x1b')) != std::string::npos;) {
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  }
  EXPECT_EQ(coloured, plain);
}

TEST(Dossier, DeadlinesAreSeenFromTheDayAsked) {
  const std::pair<const char*, const char*> cases[] = {
      {"2031-06-02", "deadline 14 June 2031 (in twelve days)"},
      {"2031-06-13", "deadline 14 June 2031 (in one day)"},
      {"2031-06-14", "deadline 14 June 2031 (today)"},
      {"2031-06-15", "deadline 14 June 2031 (passed)"},
  };
  for (const auto& [as_of, words] : cases) {
    Record record;
    record.measures = {{.by = {"GBR"},
                        .against = {"NOR"},
                        .kind = "expulsion",
                        .status = "in_force",
                        .deadline = when("2031-06-14")}};
    // No break may hide the words that are looked for.
    const std::string text = dossier(record, {.as_of = day(as_of), .width = 200});
    EXPECT_NE(text.find(std::string(words).substr(1)), std::string::npos) << text;
  }
}

TEST(Dossier, LongListsAreCountedNotCutInSilence) {
  Record record;
  for (int i = 0; i < 5; ++i) {
    record.events.push_back({.source = {"NOR"}, .target = {"GBR"}, .root = "CONSULT"});
  }
  const std::string text = dossier(record, {.as_of = day("2031-06-02"), .latest_events = 2});
  EXPECT_NE(text.find("Three events before these."), std::string::npos) << text;
}

TEST(Dossier, AReportCannotDriveTheTerminal) {
  Record record;
  record.claims = {{.about = "a\x1b[2Jb", .first_reported_by = "c\x1b]0;d\x07"}};
  record.meetings = {
      {.actors = {"NOR", "GBR"}, .place = "\x9b\x1bX", .evidence = words("\x1b[0m")}};
  record.roles = {{"P\x1b", "NOR", "office\x1b", "\x1b", {}}};
  const std::string text = dossier(record, {.as_of = day("2031-06-02")});
  EXPECT_EQ(text.find('\x1b'), std::string::npos) << text;
  EXPECT_EQ(text.find('\x07'), std::string::npos) << text;
}

}  // namespace
}  // namespace detente
