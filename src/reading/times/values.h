// TIMEX3 values of what a calendar does not settle: lengths, repetitions, open dates, clock times.
#pragma once

#include <optional>
#include <string>

#include "reading/times/meaning.h"

namespace detente {

// "P3D", "PT72H", "P2.5Y"; "PXW" without a count.
std::string duration_value(Unit unit, std::optional<double> count);

// "P1Y" of "every year", "XXXX-WXX-1" of "every Monday".
std::string set_value(const Meaning& meaning);

// What follows the day: "T10:30", "TMO"; empty where neither clock nor part of the day is named.
std::string time_value(const Meaning& meaning);

// A date of which some fields stay unknown: "XXXX-WXX-5", "XXXX-03", "BC0480", "PAST_REF".
std::string open_value(const Meaning& meaning);

}  // namespace detente
