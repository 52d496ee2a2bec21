// How things stood on a day.
#include <algorithm>

#include "ledger/fold.h"
#include "ledger/lives.h"

namespace detente {
namespace {

using std::chrono::sys_days;

// Whether a day lies in what the object tells of itself: what is dated after the day asked about
// had not come about, unless reports told of it before ("will meet in May").
bool was_there(const Line& line, sys_days day) {
  if (line.known.first_day() <= day) return true;
  const auto date = date_of(line.object);
  return date && date->begin.first_day() <= day;
}

// What the last stage by that day says; the first where reports told of the thing before any of
// its days had come.
const Stage* stage_on(const Line& line, sys_days day) {
  const Stage* on = nullptr;
  for (const Stage& stage : line.life) {
    if (start_of(stage) <= day) on = &stage;
  }
  return on;
}

// Days that were told only after the day asked about as having come later.
void forget(Measure& measure, const Line& line, sys_days day) {
  const auto later = [&](const std::optional<Interval>& when) {
    return when && when->begin.first_day() > day && line.known.first_day() > day;
  };
  if (later(measure.effective)) measure.effective.reset();
  const bool ended = std::any_of(line.life.begin(), line.life.end(), [&](const Stage& stage) {
    return stage.when == measure.lifted &&
           (start_of(stage) <= day || stage.known.first_day() <= day);
  });
  if (measure.lifted && !ended) measure.lifted.reset();
}

void set_id(Object& object, const std::string& id) {
  std::visit(
      [&](auto& one) {
        if constexpr (requires { one.id; }) one.id = id;
      },
      object);
}

}  // namespace

std::optional<Object> at(const Line& line, const Date& as_of) {
  const sys_days day = as_of.last_day();
  if (line.rejected) return std::nullopt;
  const Stage* stage = stage_on(line, day);
  if (stage == nullptr && !was_there(line, day)) return std::nullopt;
  Object object = line.object;
  set_id(object, line.id);
  if (stage != nullptr) {
    set_stage(object, *stage);
  } else if (!line.life.empty()) {
    set_stage(object, line.life.front());
  }
  if (auto* measure = std::get_if<Measure>(&object)) forget(*measure, line, day);
  return object;
}

}  // namespace detente
