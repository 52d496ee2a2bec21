#include "knowledge/actors.h"

#include <gtest/gtest.h>

#include "knowledge/plain_text.h"

namespace detente {
namespace {

constexpr std::string_view kStates = R"(
- code: AAA
  ids: {cow: 1, gw: 2, wikidata: Q7}
  names: [Arcadia, the Republic of Arcadia]
  adjectives: [Arcadian]
  capital: [Port Royal]
  cities: [Port Royal, Eastport]
  seats: {GOV: [the Round House]}
  bodies: {LEG: [Great Council], SPY: [ASO]}
  forces: [Arcadian Guard]
  former:
    - {names: [Old Arcadia], adjectives: [Old Arcadian], from: 1950-02, to: 1990}
  ambiguous: [Eastport]
- code: BBB
  names: [Borduria]
  adjectives: [Bordurian]
  people: [Bordurese]
  cities: [Eastport]
  ambiguous: [Eastport]
)";

Actors load(std::string_view text) {
  YamlFile file(text, "k/states.yaml");
  Actors actors;
  actors.load(file, false);
  EXPECT_TRUE(file.ok()) << file.status().error().message();
  return actors;
}

std::string_view name_of(NameKind kind) {
  switch (kind) {
    case NameKind::kState: return "state";
    case NameKind::kOrganisation: return "organisation";
    case NameKind::kAdjective: return "adjective";
    case NameKind::kPeople: return "people";
    case NameKind::kCapital: return "capital";
    case NameKind::kCity: return "city";
    case NameKind::kSeat: return "seat";
    case NameKind::kBody: return "body";
    case NameKind::kForces: return "forces";
  }
  return "";
}

// "AAA+GOV seat, ..." of all readings.
std::string readings_of(const Actors& actors, std::string_view name) {
  std::string out;
  for (const ActorName& reading : actors.readings(name)) {
    if (!out.empty()) out += ", ";
    out += reading.code + (reading.sector.empty() ? "" : "+" + reading.sector) + " ";
    out += name_of(reading.kind);
    if (reading.plural) out += " plural";
    if (reading.ambiguous) out += " ambiguous";
  }
  return out;
}

TEST(Actors, ReadingsOfNames) {
  const Actors actors = load(kStates);
  const struct {
    const char* name;
    const char* readings;
  } kCases[] = {
      {"Arcadia", "AAA state"},
      {"the Republic of Arcadia", "AAA state"},
      {"Arcadian", "AAA adjective, AAA people"},
      {"Arcadians", "AAA people plural"},
      {"Bordurian", "BBB adjective"},
      {"Bordurese", "BBB people"},
      {"Port Royal", "AAA capital"},
      {"Eastport", "AAA city ambiguous, BBB city ambiguous"},
      {"Round House", "AAA+GOV seat"},
      {"Great Council", "AAA+LEG body"},
      {"Arcadian Guard", "AAA+MIL forces"},
      {"Old Arcadia", "AAA state"},
      {"arcadia", ""},
      {"", ""},
  };
  for (const auto& test : kCases) {
    EXPECT_EQ(readings_of(actors, test.name), test.readings) << test.name;
  }
}

TEST(Actors, FormerNamesCarryTheirDates) {
  const Actors actors = load(kStates);
  const auto readings = actors.readings("Old Arcadia");
  ASSERT_EQ(readings.size(), 1u);
  EXPECT_EQ(readings[0].from->iso(), "1950-02");
  EXPECT_EQ(readings[0].to->iso(), "1990");
  EXPECT_FALSE(actors.readings("Arcadia")[0].from.has_value());
}

TEST(Actors, FindGivesTheNumbers) {
  const Actors actors = load(kStates);
  const Actor* actor = actors.find("AAA");
  ASSERT_NE(actor, nullptr);
  EXPECT_EQ(actor->name, "Arcadia");
  EXPECT_EQ(actor->cow, 1);
  EXPECT_EQ(actor->gw, 2);
  EXPECT_EQ(actor->wikidata, "Q7");
  EXPECT_FALSE(actors.find("BBB")->cow.has_value());
  EXPECT_EQ(actors.find("CCC"), nullptr);
}

TEST(Actors, MatchTakesTheLongestName) {
  const Actors actors = load(kStates);
  const std::vector<std::string_view> words = {"The", "Arcadian", "Guard", "left", "Port", "Royal"};
  const auto guard = actors.match(words, 0);
  ASSERT_TRUE(guard);
  EXPECT_EQ(guard->words, 3);
  EXPECT_EQ(guard->readings[0].kind, NameKind::kForces);
  EXPECT_FALSE(actors.match(words, 3));
  EXPECT_EQ(actors.match(words, 4)->readings[0].kind, NameKind::kCapital);
}

TEST(Actors, BadFilesNameTheirLine) {
  const struct {
    const char* text;
    const char* message;
  } kCases[] = {
      {"- {names: [A]}\n", "k/s.yaml:1: 'code' is missing"},
      {"- {code: AB, names: [A]}\n", "k/s.yaml:1: 'AB' is no code"},
      {"- {code: ABC, names: []}\n", "k/s.yaml:1: a list of texts is needed"},
      {"- {code: ABC, names: [\"-\"]}\n", "k/s.yaml:1: '-' is no name"},
      {"- {code: ABC, names: [A]}\n- {code: ABC, names: [B]}\n",
       "k/s.yaml:2: 'ABC' has an entry already"},
      {"- code: ABC\n  names: [A]\n  seats:\n    TAX: [B]\n", "k/s.yaml:4: 'TAX' is no sector"},
      {"- code: ABC\n  names: [A]\n  ambiguous: [B]\n",
       "k/s.yaml:3: 'B' is no name of this entry"},
      {"- code: ABC\n  names: [A]\n  former:\n    - {names: [B], from: 1990, to: 1980}\n",
       "k/s.yaml:4: 'to' lies before 'from'"},
      {"- code: ABC\n  names: [A]\n  rivers: [B]\n", "k/s.yaml:3: unknown key 'rivers'"},
  };
  for (const auto& test : kCases) {
    YamlFile file(std::string_view(test.text), "k/s.yaml");
    Actors actors;
    actors.load(file, false);
    ASSERT_FALSE(file.ok()) << test.text;
    EXPECT_EQ(file.status().error().message(), test.message) << test.text;
  }
}

TEST(Actors, SharedNamesMustBeMarked) {
  const Actors shared = load("- {code: AAA, names: [A]}\n- {code: BBB, names: [B], cities: [A]}\n");
  const Status status = shared.check_shared_names();
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().where, "k/states.yaml:1");
  EXPECT_TRUE(load(kStates).check_shared_names());
}

TEST(Actors, PluralsOfPeople) {
  const struct {
    const char* singular;
    const char* plural;
  } kCases[] = {{"Russian", "Russians"}, {"German", "Germans"},     {"Frenchman", "Frenchmen"},
                {"Swiss", "Swiss"},      {"Chinese", "Chinese"},    {"British", "British"},
                {"Dutch", "Dutch"},      {"Irishwoman", "Irishwomen"}, {"Iraqi", "Iraqis"}};
  for (const auto& test : kCases) EXPECT_EQ(plural_of_people(test.singular), test.plural);
}

}  // namespace
}  // namespace detente
