// Who is meant: each case is a short text, a phrase of it, and the sides (and person) behind it.
#include "reading/actors/mentions.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "reading/analysis_builder.h"

namespace detente {
namespace {

const Knowledge& knowledge() {
  static const Result<Knowledge> loaded =
      load_knowledge(std::string(DETENTE_SOURCE_DIR) + "/knowledge");
  if (!loaded) ADD_FAILURE() << loaded.error().message();
  return *loaded;
}

struct Case {
  const char* name;
  const char* text;    // in the notation of analysis_builder.h
  const char* phrase;  // its last occurrence is asked for
  std::vector<std::string> actors;
  const char* person = "";
};

TokenRange last_of(const BuiltAnalysis& built, std::string_view words) {
  TokenRange found;
  for (TokenRange at = built.find(words); !at.empty(); at = built.find(words, at.first + 1)) {
    found = at;
  }
  return found;
}

class MentionsOf : public testing::TestWithParam<Case> {};

TEST_P(MentionsOf, ResolvesThePhrase) {
  const Case& wanted = GetParam();
  const BuiltAnalysis built = build_analysis(wanted.text);
  const Mentions mentions = find_mentions(built.analysis, *Date::parse("2017-09-13"), knowledge());
  const TokenRange phrase = last_of(built, wanted.phrase);
  ASSERT_FALSE(phrase.empty()) << "'" << wanted.phrase << "' is not in: " << built.text;
  EXPECT_EQ(mentions.actors(phrase), wanted.actors) << wanted.phrase << " in: " << built.text;
  const Mention* mention = mentions.at(phrase);
  EXPECT_EQ(mention ? mention->person : "", wanted.person) << built.text;
}

const Case kNames[] = {
    {"Adjective",
     "Argentine/ADJ/2/amod marines/NOUN/3/nsubj landed/VERB ./PUNCT",
     "Argentine marines",
     {"ARG"}},
    {"CapitalStandsForItsState",
     "[LOC London/PROPN/2/nsubj] replied/VERB ./PUNCT",
     "London",
     {"GBR"}},
    {"Coordination",
     "[LOC Russia/PROPN/4/nsubj] and/CCONJ/3/cc [LOC China/PROPN/1/conj] signed/VERB ./PUNCT",
     "Russia and China",
     {"RUS", "CHN"}},
    {"NewspaperIsNoSide",
     "The/DET/3 [ORG Washington/PROPN/3/compound Post/PROPN/4/nsubj] reported/VERB it/PRON ./PUNCT",
     "The Washington Post",
     {}},
    {"SeaIsNoSide",
     "Ships/NOUN/2/nsubj left/VERB the/DET/6 [LOC South/PROPN/6/compound China/PROPN/6/compound "
     "Sea/PROPN/2/obj] ./PUNCT",
     "the South China Sea",
     {}},
    {"EmbassyIsItsSendersNotItsHosts",
     "The/DET/3 Russian/ADJ/3/amod embassy/NOUN/6/nsubj in/ADP/5/case [LOC London/PROPN/3/nmod] "
     "closed/VERB ./PUNCT",
     "The Russian embassy in London",
     {"RUS"}},
    {"LongerBodyIsAnother",
     "The/DET/4 [ORG High/PROPN/4/amod Security/PROPN/4/compound Council/PROPN/5/nsubj] met/VERB "
     "./PUNCT",
     "The High Security Council",
     {}},
    {"BrusselsIsTheUnions",
     "[LOC Brussels/PROPN/2/nsubj] replied/VERB ./PUNCT",
     "Brussels",
     {"EUE"}},
    {"HalfOfACoordination",
     "Thai/ADJ/4/amod and/CCONJ/3 Burmese/ADJ/1/conj soldiers/NOUN/5/nsubj met/VERB ./PUNCT",
     "Burmese soldiers",
     {"MMR"}},
    {"CityIsOnlyAPlace",
     "They/PRON/2/nsubj met/VERB in/ADP/4 [LOC Geneva/PROPN/2/obl] ./PUNCT",
     "They",
     {}},
};

const Case kPersons[] = {
    {"TitleTellsTheSide",
     "Norwegian/ADJ/3/amod Foreign/ADJ/3/amod Minister/PROPN/5/nmod:desc [PER Odd/PROPN/6/nsubj "
     "Testperson/PROPN/4/flat] resigned/VERB ./PUNCT\n"
     "Mr/PROPN/2/compound Testperson/PROPN/3/nsubj smiled/VERB ./PUNCT",
     "Mr Testperson",
     {"NOR"},
     "Odd Testperson"},
    {"AppositionTellsTheSide",
     "[PER Anne/PROPN/10/nsubj Probe/PROPN/1/flat] ,/PUNCT the/DET/6 French/ADJ/6/amod "
     "ambassador/NOUN/1/appos to/ADP/8 [LOC Mali/PROPN/6/nmod] ,/PUNCT left/VERB ./PUNCT\n"
     "She/PRON/2/nsubj wept/VERB ./PUNCT",
     "She",
     {"FRA"},
     "Anne Probe"},
    {"DescriptionBeforeTheName",
     "The/DET/3 foreign/ADJ/3/amod minister/NOUN/9/nsubj in/ADP/5 [LOC Oslo/PROPN/3/nmod] ,/PUNCT "
     "[PER Nils/PROPN/3/appos Probe/PROPN/7/flat] ,/PUNCT spoke/VERB ./PUNCT",
     "Nils Probe",
     {"NOR"},
     "Nils Probe"},
    {"OfPhrase",
     "Prime/ADJ/2/amod Minister/PROPN/3/nmod:desc [PER Tom/PROPN/7/nsubj Probe/PROPN/3/flat] "
     "of/ADP/6 [LOC Iceland/PROPN/3/nmod] flew/VERB ./PUNCT",
     "Tom Probe",
     {"ISL"},
     "Tom Probe"},
    {"OwnerBeforeTheName",
     "[LOC Malta/PROPN/3/nmod:poss] 's/PART/1/case [PER Eva/PROPN/5/nsubj Probe/PROPN/3/flat] "
     "spoke/VERB ./PUNCT",
     "Eva Probe",
     {"MLT"},
     "Eva Probe"},
    {"NameCutAtTheHyphen",
     "South/ADJ/3/amod Korean/ADJ/3/amod Premier/PROPN/4/nmod:desc [PER Cho/PROPN/8/nsubj "
     "Pro/PROPN/4/flat] -/PUNCT/7 be/PROPN/4/flat spoke/VERB ./PUNCT",
     "Cho",
     {"KOR"},
     "Cho Pro-be"},
    {"SpokesmanOfAMinistry",
     "A/DET/2 spokesman/NOUN/11/nsubj for/ADP/5 the/DET/5 ministry/NOUN/2/nmod in/ADP/7 [LOC "
     "Riga/PROPN/5/nmod] ,/PUNCT [PER Jan/PROPN/2/appos Probe/PROPN/9/flat] ,/PUNCT denied/VERB "
     "it/PRON ./PUNCT",
     "Jan Probe",
     {"LVA"},
     "Jan Probe"},
    {"NounThatIsNoOffice",
     "[LOC Moscow/PROPN/3/nmod:poss] 's/PART/1/case man/NOUN/9/nsubj in/ADP/5 [LOC "
     "Dublin/PROPN/3/nmod] ,/PUNCT [PER Ivan/PROPN/3/appos Probe/PROPN/7/flat] ,/PUNCT left/VERB "
     "./PUNCT",
     "Ivan Probe",
     {"RUS"},
     "Ivan Probe"},
    {"KnownOfficeHolder",
     "[PER Angela/PROPN/3/nsubj Merkel/PROPN/1/flat] refused/VERB ./PUNCT",
     "Angela Merkel",
     {"DEU"},
     "Angela Merkel"},
    {"UnknownPersonIsNobodysSide",
     "[PER Ada/PROPN/3/nsubj Probe/PROPN/1/flat] sang/VERB ./PUNCT",
     "Ada Probe",
     {},
     "Ada Probe"},
};

const Case kDescriptions[] = {
    {"MinistryOfThePlaceNamedFirst",
     "In/ADP/2 [LOC Lima/PROPN/6/obl] the/DET/5 foreign/ADJ/5/amod ministry/NOUN/6/nsubj "
     "protested/VERB ./PUNCT",
     "the foreign ministry",
     {"PER"}},
    {"PossessivePronoun",
     "[LOC Chile/PROPN/2/nsubj] recalled/VERB its/PRON/4/nmod:poss ambassador/NOUN/2/obj ./PUNCT",
     "its ambassador",
     {"CHL"}},
    {"SameOfficeAgain",
     "The/DET/4 Turkish/ADJ/4/amod foreign/ADJ/4/amod minister/NOUN/5/nsubj met/VERB "
     "Greek/ADJ/7/amod officials/NOUN/5/obj ./PUNCT\n"
     "The/DET/2 minister/NOUN/3/nsubj left/VERB ./PUNCT",
     "The minister",
     {"TUR"}},
    {"AdjectiveBeforeOwner",
     "[PER Ida/PROPN/6/nsubj Probe/PROPN/1/flat] of/ADP/4 [LOC Latvia/PROPN/1/nmod] then/ADV/6 "
     "met/VERB her/PRON/9/nmod:poss Polish/ADJ/9/amod counterpart/NOUN/6/obj ./PUNCT",
     "her Polish counterpart",
     {"POL"}},
    {"UnnamedOfficialAtAPlace",
     "Officials/NOUN/4/nsubj in/ADP/3 [LOC Kyiv/PROPN/1/nmod] agreed/VERB ./PUNCT",
     "Officials in Kyiv",
     {"UKR"}},
    {"UnnamedDiplomatIsNobodys",
     "[LOC France/PROPN/2/nsubj] agreed/VERB ./PUNCT\n"
     "A/DET/3 Western/ADJ/3/amod diplomat/NOUN/4/nsubj doubted/VERB it/PRON ./PUNCT",
     "A Western diplomat",
     {}},
    {"Ministers",
     "The/DET/3 foreign/ADJ/3/amod ministers/NOUN/8/nsubj of/ADP/5 [LOC Russia/PROPN/3/nmod] "
     "and/CCONJ/7 [LOC Iran/PROPN/5/conj] met/VERB ./PUNCT",
     "The foreign ministers",
     {"RUS", "IRN"}},
};

const Case kReferences[] = {
    {"ItIsTheSubject",
     "[LOC Peru/PROPN/2/nsubj] warned/VERB [LOC Ecuador/PROPN/2/obj] ./PUNCT\n"
     "It/PRON/2/nsubj waited/VERB ./PUNCT",
     "It",
     {"PER"}},
    {"BothSides",
     "[LOC Peru/PROPN/2/nsubj] met/VERB [LOC Ecuador/PROPN/2/obj] ./PUNCT\n"
     "Both/DET/2 sides/NOUN/3/nsubj agreed/VERB ./PUNCT",
     "Both sides",
     {"PER", "ECU"}},
    {"MediatorIsNotOneOfBoth",
     "[LOC Peru/PROPN/2/nsubj] attacked/VERB [LOC Ecuador/PROPN/2/obj] ./PUNCT\n"
     "[LOC Brazil/PROPN/2/nsubj] called/VERB both/DET/4 governments/NOUN/2/obj ./PUNCT",
     "both governments",
     {"PER", "ECU"}},
    {"MinutesLabelTheSpeaker",
     "Chilean/ADJ/2/amod Minister/PROPN/3/nmod:desc [PER Probe/PROPN/4/nsubj] spoke/VERB ./PUNCT\n"
     "\n"
     "MR/PROPN/2/compound [PER Probe/PROPN/5/dep] :/PUNCT We/PRON/5/nsubj agree/VERB ./PUNCT",
     "We",
     {"CHL"},
     "Probe"},
    {"AnOfficialThere",
     "[LOC Peru/PROPN/2/nsubj] sent/VERB envoys/NOUN/2/obj "
     "to/ADP/5 [LOC Quito/PROPN/2/obl] ./PUNCT\n"
     "They/PRON/2/nsubj met/VERB in/ADP/4 [LOC Lima/PROPN/2/obl] ./PUNCT\n"
     "An/DET/2 official/NOUN/4/nsubj there/ADV/2/advmod smiled/VERB ./PUNCT",
     "An official there",
     {"PER"}},
    {"Neighbour",
     "[LOC Peru/PROPN/2/nsubj] warned/VERB [LOC Ecuador/PROPN/2/obj] ./PUNCT\n"
     "[LOC Peru/PROPN/2/nsubj] fears/VERB its/PRON/4/nmod:poss neighbour/NOUN/2/obj ./PUNCT",
     "its neighbour",
     {"ECU"}},
    {"OurIsTheSpeakers",
     "“/PUNCT Our/PRON/3/nmod:poss patience/NOUN/4/nsubj ends/VERB ,/PUNCT ”/PUNCT "
     "[LOC Peru/PROPN/8/nsubj] said/VERB/4/parataxis ./PUNCT",
     "Our",
     {"PER"}},
    {"HeIsTheMan",
     "President/PROPN/2/nmod:desc [PER Juan/PROPN/7/nsubj Probe/PROPN/2/flat] of/ADP/5 "
     "[LOC Chile/PROPN/2/nmod] then/ADV/7 met/VERB Mrs/PROPN/9/compound [PER Test/PROPN/7/obj] "
     "./PUNCT\n"
     "He/PRON/2/nsubj spoke/VERB ./PUNCT",
     "He",
     {"CHL"},
     "Juan Probe"},
};

const auto kNameOfCase = [](const auto& info) { return std::string(info.param.name); };
INSTANTIATE_TEST_SUITE_P(Names, MentionsOf, testing::ValuesIn(kNames), kNameOfCase);
INSTANTIATE_TEST_SUITE_P(Persons, MentionsOf, testing::ValuesIn(kPersons), kNameOfCase);
INSTANTIATE_TEST_SUITE_P(Descriptions, MentionsOf, testing::ValuesIn(kDescriptions), kNameOfCase);
INSTANTIATE_TEST_SUITE_P(References, MentionsOf, testing::ValuesIn(kReferences), kNameOfCase);

TEST(MentionsTest, OfficeFormerAndAnonymous) {
  const BuiltAnalysis built = build_analysis(
      "The/DET/5 former/ADJ/5/amod Swedish/ADJ/5/amod prime/ADJ/5/amod minister/NOUN/6/nsubj "
      "told/VERB a/DET/9 Danish/ADJ/9/amod official/NOUN/6/obj ./PUNCT");
  const Mentions mentions = find_mentions(built.analysis, std::nullopt, knowledge());
  const Mention* minister = mentions.at(built.find("The former Swedish prime minister"));
  ASSERT_NE(minister, nullptr);
  EXPECT_EQ(minister->office, "prime minister");
  EXPECT_TRUE(minister->former);
  EXPECT_EQ(minister->sector, "GOV");
  const Mention* official = mentions.at(built.find("a Danish official"));
  ASSERT_NE(official, nullptr);
  EXPECT_TRUE(official->anonymous);
  EXPECT_EQ(official->actors, std::vector<std::string>{"DNK"});
}

TEST(MentionsTest, EarlierReportIntroduces) {
  const BuiltAnalysis built =
      build_analysis("Mr/PROPN/2/compound [PER Probe/PROPN/3/nsubj] refused/VERB ./PUNCT");
  const std::vector<MetPerson> met = {{"Nils Probe", {"NOR"}, "GOV", "foreign minister"}};
  const Mentions mentions = find_mentions(built.analysis, std::nullopt, knowledge(), met);
  const Mention* mention = mentions.at(built.find("Mr Probe"));
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(mention->person, "Nils Probe");
  EXPECT_EQ(mention->actors, std::vector<std::string>{"NOR"});
}

TEST(MentionsTest, TreeWithoutRootEnds) {
  BuiltAnalysis built =
      build_analysis("[LOC Peru/PROPN/2/conj] and/CCONJ/3/cc [LOC Chile/PROPN/1/conj] ./PUNCT");
  for (Token& token : built.analysis.tokens) token.head = token.head == 0 ? 2 : 0;
  EXPECT_FALSE(find_mentions(built.analysis, std::nullopt, knowledge()).all().empty());
}

TEST(MentionsTest, EmptyTextHasNone) {
  const Mentions mentions = find_mentions(Analysis(), std::nullopt, knowledge());
  EXPECT_TRUE(mentions.all().empty());
  EXPECT_EQ(mentions.at({}), nullptr);
}

}  // namespace
}  // namespace detente
