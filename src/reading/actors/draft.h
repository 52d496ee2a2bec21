// A mention in the making.
#pragma once

#include <vector>

#include "reading/actors/mentions.h"
#include "reading/actors/page.h"
#include "reading/actors/phrases.h"
#include "reading/actors/words.h"

namespace detente {

struct Draft {
  Mention mention;
  NounPhrase phrase;                      // of descriptions, and of a person's title
  const RoleWord* role = nullptr;         // of descriptions, and of a person's title
  NameKind name_kind = NameKind::kState;  // of names
  PronounKind pronoun = PronounKind::kNone;
  Gender gender = Gender::kUnknown;
  std::int32_t member = -1;  // of the cast, for persons and who is known to be one
  bool plural = false;
  bool opposite = false;  // "his counterpart", "its neighbour"
  bool resolved = false;  // its turn has come; actors may stay empty
};

// All that can be a mention, in the order of the text, with the sides that their own words tell.
std::vector<Draft> make_drafts(const DocumentPage& page, const Found& found);

// The office in the report's words: "foreign minister", "spokesman for the ministry".
std::string office_text(const DocumentPage& page, const Found& found, const NounPhrase& phrase,
                        const RoleWord* role);

// The sides that the phrase's own words give.
Codes own_sides(const NounPhrase& phrase, const RoleWord* role, bool opposite);

}  // namespace detente
