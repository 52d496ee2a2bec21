// Office-holders through time, and the words for offices and other roles.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "knowledge/actors.h"
#include "knowledge/phrases.h"
#include "knowledge/word_trie.h"
#include "knowledge/yaml.h"

namespace detente {

// Whether a role word means one human being, several ("officials": they) or a body ("it").
enum class RoleKind : std::uint8_t { kPerson, kPeople, kInstitution };

// An office, or another word that stands for a part of a state once the state is known: "foreign
// minister", "embassy", "troops".
struct RoleWord {
  std::string title;   // the first of its words: "secretary of state"
  std::string office;  // its general name: "foreign minister"; often the title itself
  std::string sector;  // "GOV", "MIL", ...
  RoleKind kind = RoleKind::kPerson;
  bool head = false;    // head of state or government
  bool speaks = false;  // a spokesperson: speaks for whatever it is named with
  bool abroad = false;  // sent to another side, whose place may stand beside it ("embassy in Lima")
  std::string actor;    // the side that it points at where the text names none; empty for most
};

// An office held: from the first to the last day that the dates name; open where `to` is absent.
struct Tenure {
  std::string actor;
  std::string title;   // as people.yaml has it: "secretary of state"
  std::string office;  // its RoleWord's office: "foreign minister"
  Date from;
  std::optional<Date> to;
};

struct Person {
  std::string name;     // as most English reports give it
  std::string surname;  // what later mentions use: "Lavrov", "Xi"
  bool she = false;     // a woman
  std::vector<std::string> aliases;
  std::vector<Tenure> tenures;  // by beginning
};

using PersonIndex = std::int32_t;

// The people that a name may mean.
struct PersonMatch {
  std::int32_t words = 0;   // of the text
  bool full_name = false;   // false: a surname alone, which is weak evidence
  std::span<const PersonIndex> people;  // never empty; lives as long as the People
};

class Roles;

// Read-only after load; any number of threads may ask.
class People {
 public:
  // The longest full name, alias or surname that starts at words[index].
  std::optional<PersonMatch> match(std::span<const std::string_view> words,
                                   std::size_t index) const;

  const Person& at(PersonIndex index) const { return people_[index]; }
  std::size_t size() const { return people_.size(); }

  // The office that the person held on the day (an actor may be asked for); the last one begun
  // where there were several, null where none.
  const Tenure* tenure_on(const Person& person, const Date& day, std::string_view actor = {}) const;

  // The office whose time lies nearest to the day, held or not; null for nobody's office.
  const Tenure* nearest_tenure(const Person& person, const Date& day) const;

  // Of several people of one name, the one who held an office on the day, or else the nearest in
  // time, up to `years` away. Null where none is so near, or where two hold offices of two actors.
  const Person* choose(std::span<const PersonIndex> people, const Date& day, int years = 8) const;

  // Who held the office (a RoleWord's `office`) on the day: holder("RUS", "foreign minister",
  // 2017-09-13). Null if unknown.
  const Person* holder(std::string_view actor, std::string_view office, const Date& day) const;

  // Adds the entries of a file of people. Actors and roles must be loaded.
  void load(YamlFile& file, const Actors& actors, const Roles& roles);

 private:
  void load_entry(YamlFile& file, const YamlNode& entry, const Actors& actors, const Roles& roles);
  Tenure read_tenure(YamlFile& file, const YamlNode& node, const Actors& actors,
                     const Roles& roles) const;
  void add_name(YamlFile& file, int line, const std::string& name, PersonIndex person, bool full);

  std::vector<Person> people_;
  WordTrie trie_;
  std::vector<std::vector<PersonIndex>> by_name_;  // by slot of the trie
  std::vector<bool> full_name_;                    // beside by_name_
  std::unordered_map<std::string, std::vector<PersonIndex>> by_actor_;
};

// The role words of offices.yaml. Read-only after load.
class Roles {
 public:
  // Role words in the text, longest first at each place; `entry` is an index for at().
  std::vector<PhraseHit> find(std::span<const LexicalWord> text, std::size_t first,
                              std::size_t last) const {
    return phrases_.find(text, first, last);
  }
  const RoleWord& at(std::int32_t entry) const { return roles_[entry]; }
  std::int32_t size() const { return static_cast<std::int32_t>(roles_.size()); }
  const RoleWord* find_title(std::string_view title) const;  // null where it is none

  void load(YamlFile& file, Vocabulary& vocabulary, const Actors& actors);

 private:
  std::vector<RoleWord> roles_;
  PhraseSet phrases_;
  std::unordered_map<std::string, std::int32_t> by_title_;
};

}  // namespace detente
