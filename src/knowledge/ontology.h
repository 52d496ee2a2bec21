// What the record is made of: event roots, kinds of measures, channels and terms, stances and
// statuses, each with the words that announce it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/phrases.h"
#include "knowledge/yaml.h"

namespace detente {

// Something that the lexicons can announce: a kind of measure, a stance, a status, a context.
struct Announced {
  std::string name;  // "expulsion"
  std::string gloss;
  std::string root;                 // PLOVER root that goes with it; empty where none does
  std::string cuts;                 // channel kind that such a measure cuts; empty for most
  bool counted = false;             // done to persons or things one by one
  std::vector<std::string> reads;   // sentences that must be read as this
  std::vector<std::string> leaves;  // sentences that must not
};

// A hit of a Lexicon: the words [first, last) that announce an entry. Where an act needs a thing
// ("shut" + "border"), [thing_first, thing_last) is the thing; both are 0 otherwise.
struct LexiconHit {
  std::int32_t entry = 0;
  std::int32_t first = 0;
  std::int32_t last = 0;
  std::int32_t thing_first = 0;
  std::int32_t thing_last = 0;

  bool has_thing() const { return thing_last > thing_first; }
};

// A list of Announced entries with their words: phrases that announce one alone, acts that do so
// only together with a thing nearby, in either order, and phrases ("not") that keep the words in
// them from announcing it: "deny ... entry" is no denial. Read-only after load.
class Lexicon {
 public:
  // How many words may stand between an act and its thing.
  static constexpr std::int32_t kReach = 8;

  const std::vector<Announced>& entries() const { return entries_; }
  const Announced& at(std::int32_t entry) const { return entries_[entry]; }
  std::int32_t index_of(std::string_view name) const;  // -1 where there is none

  // All hits in words [first, last) of the text, by place. Callers keep to one sentence. An act
  // gives way to a phrase of the same entry that it overlaps.
  std::vector<LexiconHit> find(std::span<const LexicalWord> text, std::size_t first,
                               std::size_t last) const;

  // Adds the entries of a list of `file`, named by the key `name_key` ("kind", "stance", ...).
  void load(YamlFile& file, const std::vector<YamlNode>& entries, std::string_view name_key,
            Vocabulary& vocabulary);

 private:
  static const PhraseHit* thing_of(const PhraseHit& act, const std::vector<PhraseHit>& things);
  void add_words(YamlFile& file, const YamlNode& entry, std::string_view key, PhraseSet& set,
                 Vocabulary& vocabulary);

  std::vector<Announced> entries_;
  PhraseSet alone_;
  PhraseSet acts_;
  PhraseSet things_;
  PhraseSet nots_;
};

// A PLOVER event root.
struct EventRoot {
  std::string name;   // "SANCTION"
  int penta = 0;      // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material
                      // conflict; 0, neutral, has no root
  std::string cameo;  // two-digit root code: "16"
  double goldstein = 0;  // -10 (war) to 10
  std::string gloss;
  bool spoken = false;  // done in words: mostly a statement too
  Lexicon modes;        // finer kinds: "expel", "withdraw"; no entries where the root has none
  bool ends_measures = false;  // an act of this root may end or ease something imposed
};

struct Ontology {
  std::vector<EventRoot> roots;
  Lexicon contexts;  // "economic", "nuclear", ...
  Lexicon measures;  // kinds, as the contract of the record names them
  Lexicon channels;
  Lexicon terms;  // of proposals
  Lexicon stances;
  Lexicon statuses;        // of events: "planned", "alleged", ...; "happened" has no words
  Lexicon measure_lives;   // statuses of measures: "eased", "lifted", ...
  Lexicon channel_lives;   // "open", "reduced", "cut", "restored"
  Lexicon proposal_lives;  // "offered", "accepted", ...
  Lexicon meeting_lives;   // "held", "postponed", ...
  Lexicon settings;        // of meetings: "phone", "sidelines", ...
  Lexicon links;           // "answers", "counted", "unannounced": how one act hangs on another
  Lexicon limits;          // "from", "by", "until", "within", "granted": what a day is to a measure

  const EventRoot* find_root(std::string_view name) const;  // null where there is none

  // Reads ontology/ and cues/ of the folder.
  static Result<Ontology> load(const std::filesystem::path& folder, Vocabulary& vocabulary);
};

}  // namespace detente
