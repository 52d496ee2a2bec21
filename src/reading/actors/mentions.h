// Who is meant: every stretch of a text that names or stands for a side of the record or a person
// who speaks for one, with the side resolved where the text says so.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "knowledge/knowledge.h"
#include "language/analysis.h"

namespace detente {

enum class MentionKind : std::uint8_t {
  kName,         // a side by name, capital, seat or body: "Russia", "the Kremlin", "the State Duma"
  kAdjective,    // "Russian" before another noun that is no mention of its own
  kPerson,       // a person by name: "Sergei Lavrov", "Mr. Lavrov"
  kDescription,  // a role or group: "the foreign minister", "Russian officials", "the embassy"
  kPronoun,      // "he", "they", "its", resolved
  kCollective,   // "both sides", "the two ministers", "each other": all sides of `actors`
};

struct Mention {
  TokenRange tokens;           // the whole phrase, with modifiers and apposition left out
  TokenIndex head = kNoToken;  // its syntactic head word
  MentionKind kind = MentionKind::kName;
  std::vector<std::string>
      actors;              // codes; empty where the text does not say; several for collectives
  std::string sector;      // CAMEO sector: "GOV", "MIL", ...; empty for the side as a whole
  std::string person;      // full name as the report gives it, for persons and what refers to one
  std::string office;      // office or role in the report's words: "foreign minister"
  bool former = false;     // "former", "ex-", "then-": the office is said to be past
  std::string held;        // of a person whose office the text does not tell: the knowledge's
  bool held_before = false;  // that office is past
  bool anonymous = false;  // an unnamed speaker: "a Russian official", "two people briefed on it"
  bool place = false;  // only says where: "in Geneva", a dateline; `actors`: the state it lies in
};

// A person whom a document names, with what it tells: what a later report of the same story takes
// as known ("Mr. Lavrov").
struct MetPerson {
  std::string name;                 // the longest form
  std::vector<std::string> actors;  // empty where unknown
  std::string sector;
  std::string office;
};

// All mentions of a document, in the order of the text.
class Mentions {
 public:
  Mentions(const Analysis& analysis, std::vector<Mention> found,
           std::vector<MetPerson> persons = {});

  const std::vector<Mention>& all() const { return found_; }
  const std::vector<MetPerson>& persons() const { return persons_; }

  // Those that begin inside a stretch.
  std::span<const Mention> inside(TokenRange tokens) const;

  // The mention that a phrase is about: the one whose head is the phrase's own head, else the
  // highest in the dependency tree, else the first inside; null where none.
  const Mention* at(TokenRange phrase) const;

  // The sides that a phrase names: its mention's, with coordinated ones ("Russia and China"); a
  // nested place or possessor does not count ("the Russian embassy in London": RUS). In order.
  std::vector<std::string> actors(TokenRange phrase) const;

  // The named persons inside a phrase, in order, by full name.
  std::vector<std::string> people(TokenRange phrase) const;

 private:
  std::size_t first_near(TokenIndex token) const;
  const Mention* around(TokenRange phrase) const;
  std::vector<std::string> told_inside(const Mention& main, TokenRange phrase) const;

  const Analysis& analysis_;
  std::vector<Mention> found_;
  std::vector<MetPerson> persons_;
  TokenIndex longest_ = 0;  // words of the longest mention
};

// Finds and resolves them. `published` helps to tell office-holders apart; `met` are persons of
// earlier reports, asked where the document itself says nothing of a name.
Mentions find_mentions(const Analysis& analysis, std::optional<Date> published,
                       const Knowledge& knowledge, std::span<const MetPerson> met = {});

}  // namespace detente
