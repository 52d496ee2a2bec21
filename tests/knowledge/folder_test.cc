// The files of knowledge/ as they are: counts, invariants, and every sentence of reads and leaves.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>

#include "knowledge/knowledge.h"
#include "knowledge/plain_text.h"

namespace detente {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(DETENTE_SOURCE_DIR) / "knowledge";

const Knowledge& knowledge() {
  static const Result<Knowledge> kLoaded = load_knowledge(kFolder);
  static const Knowledge kNone;
  EXPECT_TRUE(kLoaded) << kLoaded.error().message();
  return kLoaded ? *kLoaded : kNone;
}

// The codes of all sides named in the text, by names that mean only one side or by any.
std::set<std::string> sides_in(const PlainText& text) {
  std::set<std::string> sides;
  for (std::size_t i = 0; i < text.forms.size();) {
    const auto match = knowledge().actors.match(text.form_views, i);
    if (match) sides.insert(match->readings.front().code);
    i += match ? static_cast<std::size_t>(match->words) : 1;
  }
  return sides;
}

bool finds(const Lexicon& lexicon, std::size_t entry, const PlainText& text) {
  const auto words = lexical_words(text, knowledge());
  const auto hits = lexicon.find(words, 0, words.size());
  return std::any_of(hits.begin(), hits.end(), [entry](const LexiconHit& hit) {
    return static_cast<std::size_t>(hit.entry) == entry;
  });
}

// Runs the sentences of a lexicon; `sides` is how many sides a reading needs to count.
void run_sentences(const Lexicon& lexicon, std::size_t sides) {
  for (std::size_t i = 0; i < lexicon.entries().size(); ++i) {
    const Announced& entry = lexicon.entries()[i];
    for (const std::string& sentence : entry.reads) {
      const PlainText text = read_plain(sentence, knowledge().vocabulary);
      EXPECT_TRUE(finds(lexicon, i, text)) << entry.name << " is not found in: " << sentence;
      EXPECT_GE(sides_in(text).size(), sides) << entry.name << ": " << sentence;
    }
    for (const std::string& sentence : entry.leaves) {
      const PlainText text = read_plain(sentence, knowledge().vocabulary);
      const bool read = finds(lexicon, i, text) && sides_in(text).size() >= sides;
      EXPECT_FALSE(read) << entry.name << " is found in: " << sentence;
    }
  }
}

TEST(Folder, HoldsWhatTheRecordNeeds) {
  const Knowledge& k = knowledge();
  std::size_t states = 0;
  for (const Actor& actor : k.actors.all()) states += actor.organisation ? 0 : 1;
  EXPECT_GE(states, 197u);  // members of the United Nations, PSE, TWN, XKX, VAT
  for (const char* code : {"UNO", "EUE", "NAT", "AFU", "ARL", "ASN", "GCC", "ECW", "OSC", "IAE",
                           "WTO", "ICC", "ICJ", "OPC", "G07", "G20", "PSE", "TWN", "XKX"}) {
    EXPECT_NE(k.actors.find(code), nullptr) << code;
  }
  EXPECT_GE(k.people.size(), 700u);
  EXPECT_EQ(k.ontology.roots.size(), 16u);
  EXPECT_EQ(k.ontology.measures.entries().size(), 21u);
  EXPECT_EQ(k.ontology.channels.entries().size(), 8u);
  EXPECT_EQ(k.ontology.terms.entries().size(), 16u);
  EXPECT_EQ(k.ontology.stances.entries().size(), 12u);
  EXPECT_EQ(k.ontology.statuses.entries().size(), 9u);
}

TEST(Folder, NumbersOfStatesAreUnique) {
  std::set<int> cow;
  std::set<std::string> wikidata;
  for (const Actor& actor : knowledge().actors.all()) {
    if (actor.cow) {
      EXPECT_TRUE(cow.insert(*actor.cow).second) << actor.code;
    }
    if (!actor.wikidata.empty()) {
      EXPECT_TRUE(wikidata.insert(actor.wikidata).second) << actor.code;
    }
  }
}

TEST(Folder, NamesOfSides) {
  const struct {
    const char* words;
    const char* code;
    const char* sector;
  } kCases[] = {
      {"the Russian Federation", "RUS", ""},
      {"U.S.", "USA", ""},
      {"UK", "GBR", ""},
      {"Pyongyang", "PRK", ""},
      {"Élysée", "FRA", "GOV"},
      {"the Pentagon", "USA", "MIL"},
      {"Mossad", "ISR", "SPY"},
      {"Bundestag", "DEU", "LEG"},
      {"USSR", "RUS", ""},
      {"East Germany", "DEU", ""},
      {"Zaire", "COD", ""},
      {"South Vietnam", "VNM", ""},
      {"Security Council", "UNO", "GOV"},
      {"Cote d'Ivoire", "CIV", ""},
      {"Briton", "GBR", ""},
      {"Emiratis", "ARE", ""},
      {"the Revolutionary Guards", "IRN", "MIL"},
      {"RUSSIA", "RUS", ""},
  };
  for (const auto& test : kCases) {
    const PlainText text = read_plain(test.words, knowledge().vocabulary);
    const auto match = knowledge().actors.match(text.form_views, 0);
    ASSERT_TRUE(match) << test.words;
    EXPECT_EQ(match->words, static_cast<int>(text.forms.size())) << test.words;
    EXPECT_EQ(match->readings.front().code, test.code) << test.words;
    EXPECT_EQ(match->readings.front().sector, test.sector) << test.words;
  }
  for (const char* word : {"us", "turkey", "china", "who", "it", "polish", "The"}) {
    const std::string_view words[] = {word};
    EXPECT_FALSE(knowledge().actors.match(words, 0)) << word;
  }
  EXPECT_TRUE(knowledge().actors.readings("Brussels").front().ambiguous);
  EXPECT_TRUE(knowledge().actors.readings("Georgia").front().ambiguous);
}

TEST(Folder, HoldersOfOffices) {
  const struct {
    const char* actor;
    const char* office;
    const char* day;
    const char* name;
  } kCases[] = {
      {"RUS", "foreign minister", "2017-09-13", "Sergei Lavrov"},
      {"USA", "foreign minister", "2017-09-13", "Rex Tillerson"},
      {"USA", "president", "1962-10-22", "John F. Kennedy"},
      {"GBR", "prime minister", "1982-04-17", "Margaret Thatcher"},
      {"DEU", "prime minister", "2010-01-01", "Angela Merkel"},
      {"UNO", "secretary-general", "1999-01-01", "Kofi Annan"},
      {"CHN", "foreign minister", "2024-01-01", "Wang Yi"},
  };
  for (const auto& test : kCases) {
    const Person* person =
        knowledge().people.holder(test.actor, test.office, *Date::parse(test.day));
    ASSERT_NE(person, nullptr) << test.actor << " " << test.office;
    EXPECT_EQ(person->name, test.name);
  }
}

TEST(Folder, SentencesOfKinds) {
  run_sentences(knowledge().ontology.measures, 2);
  run_sentences(knowledge().ontology.channels, 2);
  run_sentences(knowledge().ontology.terms, 2);
}

TEST(Folder, SentencesOfCues) {
  const Ontology& ontology = knowledge().ontology;
  for (const Lexicon* lexicon :
       {&ontology.stances, &ontology.statuses, &ontology.measure_lives, &ontology.channel_lives,
        &ontology.proposal_lives, &ontology.meeting_lives, &ontology.settings, &ontology.links}) {
    run_sentences(*lexicon, 0);
  }
}

TEST(Folder, SentencesOfModes) {
  int modes = 0;
  for (const EventRoot& root : knowledge().ontology.roots) {
    run_sentences(root.modes, 0);
    for (const Announced& mode : root.modes.entries()) {
      EXPECT_FALSE(mode.reads.empty()) << root.name << " " << mode.name;
      EXPECT_FALSE(mode.leaves.empty()) << root.name << " " << mode.name;
      ++modes;
    }
  }
  EXPECT_EQ(modes, 67);
}

TEST(Folder, EveryKindHasSentencesAndARoot) {
  const Ontology& ontology = knowledge().ontology;
  for (const Lexicon* lexicon : {&ontology.measures, &ontology.channels, &ontology.terms,
                                 &ontology.stances, &ontology.measure_lives}) {
    for (const Announced& entry : lexicon->entries()) {
      EXPECT_FALSE(entry.reads.empty()) << entry.name;
      EXPECT_FALSE(entry.leaves.empty()) << entry.name;
    }
  }
  for (const Announced& measure : ontology.measures.entries()) {
    EXPECT_NE(ontology.find_root(measure.root), nullptr) << measure.name;
  }
}

TEST(Folder, AbsentOrDamagedFoldersAreErrors) {
  const auto absent = load_knowledge("/nowhere/knowledge");
  ASSERT_FALSE(absent);
  EXPECT_EQ(absent.error().code, ErrorCode::kNotFound);

  const auto copy = std::filesystem::temp_directory_path() / "detente_folder_test" / "knowledge";
  std::filesystem::remove_all(copy.parent_path());
  std::filesystem::create_directories(copy);
  std::filesystem::copy(kFolder, copy, std::filesystem::copy_options::recursive);
  std::ofstream(copy / "cues/status.yaml", std::ios::app) << "colours: [red]\n- odd\n";
  const auto damaged = load_knowledge(copy);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::kBroken);
  EXPECT_TRUE(damaged.error().where.starts_with("knowledge/cues/status.yaml:"))
      << damaged.error().message();
  std::filesystem::remove_all(copy.parent_path());
}

}  // namespace
}  // namespace detente
