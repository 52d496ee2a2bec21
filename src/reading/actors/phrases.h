// What stands around a noun that says whose it is: "the former Russian ambassador to Paris".
#pragma once

#include <string>
#include <vector>

#include "base/lists.h"
#include "reading/actors/names.h"
#include "reading/actors/page.h"
#include "reading/actors/persons.h"
#include "reading/actors/roles.h"

namespace detente {

// Everything that a document names outright, with the way from tokens to it.
struct Found {
  explicit Found(const DocumentPage& page);

  std::vector<NameHit> names;
  std::vector<RoleHit> roles;
  Cast cast;
  std::vector<std::int32_t> name_at, role_at, person_at;  // indices by token, -1 for none
};

// Codes, each once, in the order of the text.
using Codes = std::vector<std::string>;
inline void add_code(Codes& codes, const std::string& code) { add_new(codes, {code}); }

// A noun with its modifiers and complements. Sides are those of names of sides only; owners and
// complements that must be resolved first are given by token.
struct NounPhrase {
  TokenRange tokens;  // all of it
  TokenRange core;    // the noun, or the words of its role
  Codes before;       // "Russian", "US and Chinese"
  Codes owner;        // "Russia 's"
  Codes of;           // of, for: "of France and Germany"
  Codes in;           // in, at, near
  Codes from;
  Codes to;                           // to, with, on
  TokenIndex owner_token = kNoToken;  // last word of an owner that is no name of a side
  TokenIndex pronoun = kNoToken;      // "its", "his", "whose"
  TokenIndex of_token = kNoToken;     // role word or person after of, for, from, at
  int number = 0;                     // "two", "both"
  bool definite = false;              // the, this, these
  bool indefinite = false;            // a, an, some, other numbers
  bool former = false;
  bool there = false;   // "an official there"
  bool other = false;   // "the other side"
  bool either = false;  // each, either, neither, every
};

// `core` are the words of one noun or role inside one sentence; complements are looked for at
// `after`, which is the end of the core, or of the name that follows a title ("President X of Y").
NounPhrase read_phrase(const DocumentPage& page, const Found& found, TokenRange core,
                       TokenIndex after);
inline NounPhrase read_phrase(const DocumentPage& page, const Found& found, TokenRange core) {
  return read_phrase(page, found, core, core.last);
}

}  // namespace detente
