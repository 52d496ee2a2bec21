// The closed classes of English that reference goes by: pronouns, numerals, courtesy titles, and
// the few nouns that point from one side to another. All are asked for in lower case.
#pragma once

#include <cstdint>
#include <string_view>

namespace detente {

enum class PronounKind : std::uint8_t {
  kNone,
  kHe,  // he, him, his, himself
  kShe,
  kIt,
  kThey,
  kWe,  // the speaker's side: we, us, our; also I, my
  kYou,
  kRelative,  // who, which, whose, that: decided by the tree
};

enum class Gender : std::uint8_t { kUnknown, kMan, kWoman };

PronounKind pronoun_kind(std::string_view word);
bool is_possessive(std::string_view word);  // its, his, their, ..., whose

// "two" and "both" are 2; 0 where the word is no small number.
int small_number(std::string_view word);

// "Mr", "Mrs.", "Sir": the gender that it tells, by `gender`; false where it is no courtesy title.
bool is_courtesy_title(std::string_view word, Gender* gender = nullptr);
// What a noun says of whom it names: "spokeswoman", "king".
Gender gender_of_noun(std::string_view word);

bool is_article(std::string_view word);          // the, a, an
bool is_locative(std::string_view word);         // in, at, near, outside, ...
bool is_past_marker(std::string_view word);      // former, ex, then, late, one-time, ...
bool is_outlet_word(std::string_view word);      // "Post", "Herald": part of a newspaper's name
bool is_geographic_word(std::string_view word);  // "Sea", "River": the name is no state's
bool is_direction(std::string_view word);        // "north": a half of a country as "the North"
bool is_possessive_mark(std::string_view word);  // 's and its typographic forms
bool is_open_quote(std::string_view word);
bool is_close_quote(std::string_view word);
bool is_plain_quote(std::string_view word);
bool is_dash(std::string_view word);

// A noun whose owner is not whom it means but stands opposite: "his counterpart", "its neighbour".
bool is_opposite_noun(std::string_view word);
// Of these, the ones whose plural is still one side's: "his hosts".
bool is_single_opposite(std::string_view word);
// A noun that takes up a state ("the kingdom", "the country") or an organisation ("the bloc").
bool is_state_noun(std::string_view word);
bool is_organisation_noun(std::string_view word);
// Nouns that stand for the two of a pair: "both sides", "the parties".
bool is_side_noun(std::string_view word);

}  // namespace detente
