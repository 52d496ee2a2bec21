// How measures, offers and meetings go on in time.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "reading/reading.h"

namespace detente {

// Of two statuses told of one measure, the one that holds after both: one is never less far in its
// life after it was lifted, and nothing that is in force is only threatened.
std::string later_status(const std::string& told, const std::string& later);

// Whether an offer's status is an answer to it.
bool settles_offer(const std::string& status);

// Finds the measure that an ending ends (the last told of its kind between its sides) and ends it.
void end_measure(std::vector<Measure>& measures, const Ending& ending);

// Gives each measure that is told to be an answer the measure that it answers, with the lag.
void link_answers(std::vector<Measure>& measures);

// What the day asked about changes: an announced measure whose day has come is in force, one whose
// end was told beforehand has ended.
void pass_time(Record& record, const Date& as_of);

}  // namespace detente
