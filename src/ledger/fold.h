// From what single documents assert to the lines of the record.
//
// Deterministic, and independent of the order in which documents came: assertions are taken by the
// day they are known from, then by document, then by place. Assertions of different blocks never
// share a line, so that a change is folded by folding its block again.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "ledger/assertion.h"
#include "reading/reading.h"

namespace detente {

// Assertions with a score of at least this tell the same thing.
inline constexpr double kSameThing = 1.0;

// A measure answers nothing that is older than this; what is linked looks back no further.
inline constexpr std::chrono::days kAnswerWithin{400};

// What a reading asserts, in the order of its lists. `known`: see Assertion.
std::vector<Assertion> assertions_of(const Reading& reading, const std::string& outlet,
                                     const Date& known);

// The blocks that an assertion takes part in: one; for an ending, those of the measures that it may
// end. An amendment may move an assertion: pass it through `amended` first.
std::vector<std::string> blocks_of(const Assertion& assertion);

// Whether the lines of a block are of that list.
bool is_block_of(std::string_view block, List list);

// The assertion with the editor's amendments of its key fields applied, which say what it tells of;
// others are applied to its line.
Assertion amended(Assertion assertion, std::span<const EditorWord> words);

// The lines of a block, or of several: each is folded for itself, and what an editor merged across
// them is joined. `assertions` in any order, `words`: all that concern them, those undone included.
std::vector<Line> fold_block(std::span<const Assertion> assertions,
                             std::span<const EditorWord> words);

// Gives each measure that answers another its `answers`, and the fields that the contract has for
// it (responds_to, lag). `measures` and `events`: all between the sides concerned.
void link_answers(std::span<Line> measures, std::span<const Line> events);

// How a line's object stood on a day: its status by its life, what was not yet said left out.
// Nothing where the thing was not there yet on that day.
std::optional<Object> at(const Line& line, const Date& as_of);

// All lines of some assertions, of whatever blocks: blocks folded, answers linked.
std::vector<Line> fold(std::span<const Assertion> assertions, std::span<const EditorWord> words);

// The record of lines as of a day (absent: the end of what is known), each list in the order of
// the first words that tell it.
Record record_of(std::span<const Line> lines, std::optional<Date> as_of);

}  // namespace detente
