// The persons of a document: who is named where, and which names are one person's.
#pragma once

#include <string>
#include <vector>

#include "reading/actors/names.h"
#include "reading/actors/page.h"
#include "reading/actors/roles.h"
#include "reading/actors/words.h"

namespace detente {

// One person of a document, with what the text and the knowledge say of them.
struct CastMember {
  std::string name;                 // the longest form that the document has
  std::vector<std::string> pieces;  // of that form, folded
  std::string titled;               // the name with a courtesy title, where it had one
  Gender gender = Gender::kUnknown;
  std::vector<std::string> actors;  // empty while unknown
  std::string sector;
  std::string office;              // in the report's words
  const RoleWord* role = nullptr;  // of that office
  bool former = false;
  // The office that the knowledge says the person holds, or last held, on the day of publication;
  // empty where it knows none. What the text says goes before it.
  std::string held;
  bool held_before = false;  // no longer
  std::int32_t described_by = -1;  // index of the draft that describes the person beside the name
};

// One place where a person is named.
struct PersonHit {
  TokenRange tokens;         // the name alone
  TokenIndex begin = 0;      // with courtesy title: "Mr. Haig"
  std::int32_t member = -1;  // index in Cast::members
};

struct Cast {
  std::vector<CastMember> members;
  std::vector<PersonHit> hits;  // in the order of the text, none overlapping
};

// Names from the entities of the analysis, from the knowledge, after titles, and of members met
// before.
Cast find_persons(const DocumentPage& page, const std::vector<NameHit>& names,
                  const std::vector<RoleHit>& roles);

}  // namespace detente
