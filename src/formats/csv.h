// Lines of one list as CSV (RFC 4180): for spreadsheets, R and Python.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/reports.h"
#include "ledger/assertion.h"

namespace detente {

// The head line: id, date, known, the fields of the list's contract, then the words that the line
// rests on first: document, outlet, published, start, end, quote. Ends in "\n".
std::string csv_head(List list);

// The rows. A field of several values has "; " between them; what has fields of its own (terms, a
// quantity) is JSON. All lines must be of one list.
std::string csv_rows(std::span<const Line> lines, const Reports& reports);

// One row of plain values, each quoted where it must be.
std::string csv_row(const std::vector<std::string>& values);

}  // namespace detente
