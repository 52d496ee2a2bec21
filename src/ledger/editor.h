// What editors said, as the fold needs it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/assertion.h"
#include "ledger/joining.h"

namespace detente {

// The words that count, in the order in which they were said: undoing is no word itself, and
// neither is what was undone. An undoing can be undone.
std::vector<const EditorWord*> standing_words(std::span<const EditorWord> words);

// Which assertions are to leave their line, by the last word that says so.
Splits splits_of(std::span<const EditorWord* const> words);

// Joins groups that hold the anchors of a merge; a split that was said later keeps its own apart.
void merge_groups(std::vector<Group>& groups, std::span<const EditorWord* const> words);

// What confirms, rejects or amends the line, for its object, life and flags. `line.members` and
// `line.object` are there already.
void apply_words(Line& line, std::span<const EditorWord* const> words);

}  // namespace detente
