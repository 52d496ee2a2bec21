// The opening of a dossier: one paragraph on where the two stand, and what is due.
#pragma once

#include <string>

#include "views/page.h"
#include "views/sections.h"

namespace detente {

// The paragraph as plain text in one line.
std::string summary_of(const Telling& telling);

void summary_section(const Telling& telling, Page& page);

// Deadlines, meetings and dated terms that lie on or after the as-of day, soonest first.
void due_section(const Telling& telling, Page& page);

}  // namespace detente
