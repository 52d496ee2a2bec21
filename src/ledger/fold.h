// From what single reports say to one record: what is told twice is one line, and lives are
// followed to the day asked about.
#pragma once

#include <optional>
#include <span>

#include "base/date.h"
#include "reading/reading.h"

namespace detente {

// Folds the readings of documents into the record as of a day (absent: the end of what was read).
// The result does not depend on the order of `readings`: they are taken by day of publication, then
// by document id.
Record fold(std::span<const Reading> readings, std::optional<Date> as_of);

}  // namespace detente
