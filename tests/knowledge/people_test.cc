#include "knowledge/people.h"

#include <gtest/gtest.h>

#include "knowledge/plain_text.h"

namespace detente {
namespace {

constexpr std::string_view kStates = R"(
- {code: AAA, names: [Arcadia]}
- {code: BBB, names: [Borduria]}
)";
constexpr std::string_view kOffices = R"(
- {words: [president, head of state], sector: GOV, is: person, head: true}
- {words: [foreign minister, top diplomat], sector: GOV, is: person}
- {words: [secretary of state], office: foreign minister, sector: GOV, is: person, actor: AAA}
- {words: [troops, troop], sector: MIL, is: people}
- {words: [embassy], sector: GOV, is: institution}
)";
constexpr std::string_view kPeople = R"(
- {name: Orla Venn, aliases: [Orla M. Venn], offices: [
    {actor: AAA, office: president, from: 2001-01, to: 2005-01},
    {actor: AAA, office: secretary of state, from: 1997-03, to: 2001-01}]}
- {name: Pell Venn, offices: [{actor: BBB, office: president, from: 2010-05}]}
- {name: Tok Su Min, surname: Tok, offices: [
    {actor: BBB, office: foreign minister, from: 2000, to: 2004}]}
- {name: Ada Tok, she: true, offices: [
    {actor: AAA, office: foreign minister, from: 2002, to: 2004}]}
)";

class PeopleTest : public testing::Test {
 protected:
  void SetUp() override {
    YamlFile states(kStates, "k/states.yaml");
    actors_.load(states, false);
    YamlFile offices(kOffices, "k/offices.yaml");
    roles_.load(offices, vocabulary_, actors_);
    ASSERT_TRUE(offices.ok()) << offices.status().error().message();
    YamlFile people(kPeople, "k/people.yaml");
    people_.load(people, actors_, roles_);
    ASSERT_TRUE(people.ok()) << people.status().error().message();
  }

  static Date day(const char* iso) { return *Date::parse(iso); }
  std::optional<PersonMatch> match(std::vector<std::string_view> words) const {
    return people_.match(words, 0);
  }

  Vocabulary vocabulary_;
  Actors actors_;
  Roles roles_;
  People people_;
};

TEST_F(PeopleTest, MatchByFullNameAliasAndSurname) {
  const auto full = match({"Orla", "Venn", "said"});
  ASSERT_TRUE(full);
  EXPECT_EQ(full->words, 2);
  EXPECT_TRUE(full->full_name);
  EXPECT_EQ(match({"Orla", "M.", "Venn"})->words, 3);
  const auto surname = match({"Venn", "said"});
  ASSERT_TRUE(surname);
  EXPECT_FALSE(surname->full_name);
  EXPECT_EQ(surname->people.size(), 2u);
  EXPECT_EQ(match({"Tok", "Su", "Min"})->words, 3);
  EXPECT_FALSE(match({"Min"}));
  EXPECT_FALSE(match({"venn"}));
}

TEST_F(PeopleTest, TenuresAndHolders) {
  const Person& orla = people_.at(0);
  EXPECT_EQ(orla.tenures.front().office, "foreign minister");  // by beginning
  EXPECT_EQ(orla.tenures.front().title, "secretary of state");
  EXPECT_EQ(people_.tenure_on(orla, day("2003-06-01"))->office, "president");
  EXPECT_EQ(people_.tenure_on(orla, day("1999"))->office, "foreign minister");
  EXPECT_EQ(people_.tenure_on(orla, day("2005-01-31"))->office, "president");
  EXPECT_EQ(people_.tenure_on(orla, day("2005-02-01")), nullptr);
  EXPECT_EQ(people_.tenure_on(orla, day("2003-06-01"), "BBB"), nullptr);
  EXPECT_EQ(people_.nearest_tenure(orla, day("1980-01-01"))->office, "foreign minister");
  EXPECT_EQ(people_.holder("AAA", "president", day("2004-02-03"))->name, "Orla Venn");
  EXPECT_EQ(people_.holder("AAA", "foreign minister", day("1999-02-03"))->name, "Orla Venn");
  EXPECT_EQ(people_.holder("BBB", "president", day("2040-01-01"))->name, "Pell Venn");
  EXPECT_EQ(people_.holder("BBB", "president", day("2009-01-01")), nullptr);
  EXPECT_FALSE(orla.she);
  EXPECT_TRUE(people_.holder("AAA", "foreign minister", day("2003"))->she);
  EXPECT_EQ(people_.holder("CCC", "president", day("2009-01-01")), nullptr);
}

TEST_F(PeopleTest, ChooseByDate) {
  const auto venns = match({"Venn"});
  EXPECT_EQ(people_.choose(venns->people, day("2004-05-06"))->name, "Orla Venn");
  EXPECT_EQ(people_.choose(venns->people, day("2012-05-06"))->name, "Pell Venn");
  EXPECT_EQ(people_.choose(venns->people, day("2006-05-06"))->name, "Orla Venn");
  EXPECT_EQ(people_.choose(venns->people, day("1970-01-01")), nullptr);  // nobody near
  const auto toks = match({"Tok"});
  EXPECT_EQ(people_.choose(toks->people, day("2000-02-02"))->name, "Tok Su Min");
  EXPECT_EQ(people_.choose(toks->people, day("2003-02-02")), nullptr);  // two, of two sides
}

TEST_F(PeopleTest, RolesAreFoundByLemma) {
  const PlainText text =
      read_plain("Their foreign ministers and troops left the embassy", vocabulary_);
  std::vector<LexicalWord> words;
  for (std::size_t i = 0; i < text.forms.size(); ++i) {
    words.push_back({vocabulary_.find(text.lemmas[i]), vocabulary_.find(text.forms[i])});
  }
  const auto hits = roles_.find(words, 0, words.size());
  ASSERT_EQ(hits.size(), 3u);
  EXPECT_EQ(roles_.at(hits[0].entry).title, "foreign minister");
  EXPECT_EQ(hits[0].last - hits[0].first, 2);
  EXPECT_EQ(roles_.at(hits[1].entry).kind, RoleKind::kPeople);
  EXPECT_EQ(roles_.at(hits[2].entry).kind, RoleKind::kInstitution);
  EXPECT_EQ(roles_.find_title("top diplomat")->office, "foreign minister");
  EXPECT_EQ(roles_.find_title("secretary of state")->actor, "AAA");
  EXPECT_EQ(roles_.find_title("baker"), nullptr);
}

TEST_F(PeopleTest, BadFilesNameTheirLine) {
  const struct {
    const char* text;
    const char* message;
  } kCases[] = {
      {"- {name: A B}\n", "k/p.yaml:1: 'offices' is missing"},
      {"- {name: A B, offices: []}\n", "k/p.yaml:1: 'offices' must be a list of offices held"},
      {"- name: A B\n  offices:\n    - {actor: XXX, office: president, from: 2001}\n",
       "k/p.yaml:3: 'XXX' is no actor"},
      {"- name: A B\n  offices:\n    - {actor: AAA, office: baker, from: 2001}\n",
       "k/p.yaml:3: 'baker' is no title of offices.yaml"},
      {"- name: A B\n  offices:\n    - {actor: AAA, office: president, from: 2001, to: 1999}\n",
       "k/p.yaml:3: 'to' lies before 'from'"},
      {"- {name: A B, offices: [{actor: AAA, office: president, from: 2001}]}\n"
       "- {name: A B, offices: [{actor: BBB, office: president, from: 2001}]}\n",
       "k/p.yaml:2: 'A B' has an entry already"},
  };
  for (const auto& test : kCases) {
    YamlFile file(std::string_view(test.text), "k/p.yaml");
    People people;
    people.load(file, actors_, roles_);
    ASSERT_FALSE(file.ok()) << test.text;
    EXPECT_EQ(file.status().error().message(), test.message) << test.text;
  }
}

TEST_F(PeopleTest, BadOfficesNameTheirLine) {
  const struct {
    const char* text;
    const char* message;
  } kCases[] = {
      {"- {words: [a], sector: GOV, is: ghost}\n",
       "k/o.yaml:1: 'is' must be person, people or institution"},
      {"- {words: [a], sector: TAX, is: person}\n", "k/o.yaml:1: 'TAX' is no sector"},
      {"- {words: [a], sector: GOV, is: person}\n- {words: [b, a], sector: GOV, is: person}\n",
       "k/o.yaml:2: 'a' is no phrase, or has an entry already"},
      {"- {words: [a], sector: GOV, is: person, office: b}\n",
       "k/o.yaml:1: 'b' is no title of this file"},
      {"- {words: [a], sector: GOV, is: person, actor: XXX}\n", "k/o.yaml:1: 'XXX' is no actor"},
  };
  for (const auto& test : kCases) {
    YamlFile file(std::string_view(test.text), "k/o.yaml");
    Vocabulary vocabulary;
    Roles roles;
    roles.load(file, vocabulary, actors_);
    ASSERT_FALSE(file.ok()) << test.text;
    EXPECT_EQ(file.status().error().message(), test.message) << test.text;
  }
}

}  // namespace
}  // namespace detente
