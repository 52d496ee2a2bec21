// From when, and until when, a measure binds, as the words beside its days tell.
#pragma once

#include <optional>

#include "reading/context.h"

namespace detente {

struct Limits {
  std::optional<Interval> from;      // "as of Monday", "since 2 May"
  std::optional<Interval> deadline;  // "by Friday", "within 72 hours", "given a week to leave"
  std::optional<Interval> end;       // "until last year": over by the day of publication
};

// The limits that a trigger's sentence tells of it and the model did not mark; lengths of time
// count from `start`.
Limits limits_beside(const Context& context, const Trigger& trigger,
                     const std::optional<Date>& start);

}  // namespace detente
