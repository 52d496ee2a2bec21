// How channels, measures, proposals, meetings and claims go on in time.
//
// Each report that tells of a thing tells a stage of its life. A stage with a day of its own stands
// at that day, one without at the day from which it is known. A report that only tells again what
// was before adds none.
#pragma once

#include <chrono>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/assertion.h"

namespace detente {

// What a stage rests on.
inline constexpr std::string_view kReported = "reported";
inline constexpr std::string_view kDayCame = "day came";  // told beforehand
inline constexpr std::string_view kDeadlinePassed = "deadline passed";
inline constexpr std::string_view kImplied = "implied";  // by what was told after it
inline constexpr std::string_view kByEditor = "editor";

// Whether the objects of a list have a life; events, statements and roles have none.
bool has_life(List list);

// First day on which the stage holds.
std::chrono::sys_days start_of(const Stage& stage);

// Whether time brings it, not a report.
bool brought_by_time(const Stage& stage);

// The life of a line with that object; `told` in the order of told_before. Empty for lists whose
// objects have none.
std::vector<Stage> life_of(const Object& object, std::span<const Assertion* const> told);

// Sets the status, with what else a contract's object says of how it stands: a channel's `since`, a
// measure's `lifted`.
void set_stage(Object& object, const Stage& stage);

// The last stage that was told; nothing in an empty life.
const Stage* last_told(const std::vector<Stage>& life);

}  // namespace detente
