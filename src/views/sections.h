// The sections of a dossier: each turns one list of the pair's record into rows of the page.
#pragma once

#include "views/page.h"
#include "views/telling.h"

namespace detente {

void channels_section(const Telling& telling, Page& page);
void measures_section(const Telling& telling, Life life, Page& page);
void offers_section(const Telling& telling, Page& page);
void meetings_section(const Telling& telling, bool ahead, Page& page);
void claims_section(const Telling& telling, Page& page);
void statements_section(const Telling& telling, Page& page);
void events_section(const Telling& telling, Page& page);
void offices_section(const Telling& telling, Page& page);

}  // namespace detente
