// The sides of the record: states and international organisations, and the words that name them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "knowledge/word_trie.h"
#include "knowledge/yaml.h"

namespace detente {

// What sort of name it is. A capital stands for its state's government in news language ("Moscow
// replied"); a city is only a place of the state.
enum class NameKind : std::uint8_t {
  kState,         // Russia
  kOrganisation,  // the European Union
  kAdjective,     // Russian
  kPeople,        // Russians, a Russian
  kCapital,       // Moscow
  kCity,          // Vladivostok
  kSeat,          // the Kremlin
  kBody,          // the State Duma: a ministry, agency, parliament, court or firm of the side
  kForces,        // the Black Sea Fleet
};

// A state or organisation of the record.
struct Actor {
  std::string code;  // ISO 3166-1 alpha-3, or the three letters of an organisation
  std::string name;  // the usual one, without "the"
  bool organisation = false;
  std::optional<int> cow;  // Correlates of War number; absent where it has none
  std::optional<int> gw;   // Gleditsch-Ward number; equals cow unless the two lists differ
  std::string wikidata;    // "Q159"; empty where not given
};

// One reading of a name.
struct ActorName {
  std::string code = {};
  std::string sector = {};  // CAMEO sector: "GOV", "MIL", "SPY", ...; empty for the side as a whole
  NameKind kind = NameKind::kState;
  bool ambiguous = false;  // the same words also mean something else: a person, a place, a side
  bool plural = false;     // "Russians"
  std::optional<Date> from = {}, to = {};  // when the name was in use, for those of vanished states
};

// The longest name that starts at a word, in all its readings.
struct NameMatch {
  std::int32_t words = 0;  // of the text, with a leading "the"
  std::span<const ActorName> readings;  // never empty; lives as long as the Actors
};

// Read-only after load; any number of threads may ask.
class Actors {
 public:
  // The name that starts at words[index], which are a text's words as UD cuts them, or nothing.
  // "US" and "us" differ; accents and dots do not matter.
  std::optional<NameMatch> match(std::span<const std::string_view> words, std::size_t index) const;

  // All readings of exactly these words ("the Kremlin" and "Kremlin" are one); empty where unknown.
  std::span<const ActorName> readings(std::string_view name) const;

  const Actor* find(std::string_view code) const;  // null where there is no such code
  const std::vector<Actor>& all() const { return actors_; }
  std::int32_t name_count() const { return trie_.size(); }

  // Adds the entries of a states or organisations file; problems are kept in the file.
  void load(YamlFile& file, bool organisations);
  // After the last load(): refuses words that two sides share without being marked ambiguous.
  Status check_shared_names() const;

 private:
  struct Origin {
    std::string file;
    int line = 0;
    std::string words;
  };

  void load_entry(YamlFile& file, const YamlNode& entry, bool organisation);
  void load_former(YamlFile& file, const YamlNode& former, const std::string& code);
  void load_sectors(YamlFile& file, const YamlNode& entry, std::string_view key, ActorName name);
  void add_all(YamlFile& file, const YamlNode& entry, std::string_view key, ActorName name);
  void add_people(YamlFile& file, const YamlNode& entry, ActorName name);
  void add(YamlFile& file, int line, std::string_view words, ActorName name);
  void mark_ambiguous(YamlFile& file, const YamlNode& entry, const std::string& code);

  std::vector<Actor> actors_;
  std::unordered_map<std::string, std::size_t> by_code_;
  WordTrie trie_;
  std::vector<std::vector<ActorName>> readings_;  // by slot of the trie
  std::vector<std::vector<Origin>> origins_;      // beside readings_: where each was read
};

// The CAMEO sectors that the files may use: "GOV", "MIL", "SPY", ...
bool is_sector(std::string_view sector);

// The plural of a demonym: "Russian" -> "Russians", "Frenchman" -> "Frenchmen"; "Chinese",
// "Swiss" and "British" are their own.
std::string plural_of_people(std::string_view singular);

}  // namespace detente
