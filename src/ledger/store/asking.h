// The questions of ledger.h, inside a transaction and with errors thrown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/store/database.h"
#include "ledger/store/ledger.h"

namespace detente::store {

// Lines as they were known on a day, folded in memory; of the blocks that name the sides, all of
// them (none: of the whole ledger), and are of the lists (none: of all). Rejected ones are left
// out. What measures answer is found only where events are asked for with them.
std::vector<Line> lines_known_by(Database& database, const Date& day,
                                 const std::vector<std::string>& sides,
                                 const std::vector<List>& lists = {});

// The sides that the filter names.
std::vector<std::string> sides_asked(const Filter& filter);

// The line as it stood on a day; false where it was not there yet.
bool put_at(Line& line, const std::optional<Date>& as_of);

Listed ask_lines(Database& database, List list, const Filter& filter);
std::vector<Line> ask_between(Database& database, const std::string& a, const std::string& b,
                              std::optional<Date> as_of, std::optional<Date> known_by, int newest);
std::size_t count_lines(Database& database, List list, const Filter& filter);
std::vector<Line> all_lines(Database& database, std::optional<Date> known_by);
std::vector<Line> lines_of_document(Database& database, const std::string& id);

// Key of the assertion that an id names: its own 12 letters, or a line's or member's letter and 8.
// kNotFound, or kBadUsage where the 8 letters are those of several.
Key find_assertion(Database& database, const std::string& id);
// Key of the line that it is in; kNotFound where it is in none.
Key find_line(Database& database, const std::string& id);

std::vector<Due> ask_due(Database& database, const Date& from, const Date& to,
                         const Filter& filter);
std::vector<Hit> ask_search(Database& database, const std::string& text, const Filter& filter);

Counts ask_counts(Database& database);
std::vector<SideCount> ask_sides(Database& database);
std::vector<PairCount> ask_pairs(Database& database, std::optional<Date> from, const Date& to);

// Whether a line is one that the filter asks for, by all that it says but days.
bool fits(const Line& line, const Filter& filter);

std::vector<Finding> find_faults(Database& database);

// Keeps what an editor says, its anchors resolved; gives its id.
std::string keep_word(Database& database, EditorWord word);

}  // namespace detente::store
