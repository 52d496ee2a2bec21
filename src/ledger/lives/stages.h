// The lives of single lists; see ledger/lives.h.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ledger/assertion.h"

namespace detente::lives {

using Told = std::span<const Assertion* const>;

std::vector<Stage> measure(const Measure& measure, Told told);
std::vector<Stage> channel(Told told);
std::vector<Stage> proposal(const Proposal& proposal, Told told);
std::vector<Stage> meeting(Told told);
std::vector<Stage> claim(Told told);

// A stage as that assertion reports it.
Stage reported(std::string status, std::optional<Interval> when, const Assertion& assertion);

// In the order of their days; of one day, as they are told.
void sort_by_day(std::vector<Stage>& stages);

}  // namespace detente::lives
