// Words of a text in the form in which two tellings of one thing share them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace detente {

// Content words (four letters or more) without case, by their first six letters; hashed, sorted,
// each once. Crude, and enough: "expelled" and "expulsion" meet, "diplomat" and "diplomats" too.
std::vector<std::uint64_t> stems_of(std::string_view text);

// Share of the stems that the shorter list has in common with the other; 0 where one has none.
double overlap_of(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

// Numbers written in digits ("1,200" is 1200), sorted, each once.
std::vector<double> numbers_in(std::string_view text);

// Last word of a name, ASCII letters in lower case: what a name is called by when told again.
std::string last_name(std::string_view name);

}  // namespace detente
