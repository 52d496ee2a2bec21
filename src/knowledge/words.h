// How words are compared: accents folded, abbreviation dots dropped, typographic quotes made plain.
// Letter case is kept, for "US" is a state and "us" is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace detente {

// "Élysée" -> "Elysee", "U.S." -> "US", "d’Ivoire" -> "d'Ivoire". Bytes that are no UTF-8 stay.
std::string fold(std::string_view word);

// fold() and lower case: the form in which lemmas are compared.
std::string fold_lower(std::string_view word);

// The folded pieces of a word or phrase, cut at blanks, hyphens, dashes and apostrophes, which are
// dropped: "Guinea-Bissau" -> {"Guinea", "Bissau"}, "People's" -> {"People", "s"}. So a name is the
// same whether a tokeniser cuts it there or not.
std::vector<std::string> pieces_of(std::string_view phrase);

// "RUSSIA" -> "Russia": for headlines. Words of under four letters, and words not all in capitals,
// give the empty string.
std::string title_case_of_capitals(std::string_view folded);

}  // namespace detente
