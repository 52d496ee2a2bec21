// What an expression of time says by its words alone, before a calendar is asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/times/times.h"
#include "reading/times/words.h"

namespace detente {

struct Clock {
  std::int8_t hour = -1;  // 0 to 24; 24 is the midnight that ends the day
  std::int8_t minute = -1;
  std::int8_t second = -1;

  bool empty() const { return hour < 0; }
};

struct Meaning {
  enum class Form : std::uint8_t {
    kCalendar,   // names fields of the calendar: "Tuesday", "2 April", "the third quarter of 2016"
    kShifted,    // a period counted from another: "last week", "that month", "next March"
    kOffset,     // an amount away: "two years ago", "three days later"
    kAmount,     // a length: "72 hours", "the past three days"
    kSet,        // repeated: "daily", "every Monday"
    kReference,  // "now", "recently"
    kHoliday,
  };
  Form form = Form::kCalendar;

  // Calendar fields; 0 or -1 where not said.
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  unsigned weekday = 0;
  unsigned season = 0;  // first month
  int quarter = 0;
  int half = 0;
  int decade = -1;  // 1990; below 100 the century is left to guess
  int century = 0;  // 19 for the nineteenth
  bool before_christ = false;
  std::optional<std::size_t> holiday;

  Shift shift = Shift::kNone;
  Unit unit = Unit::kNone;  // of shifts, offsets, amounts, sets; kNone where fields say it
  bool loose = false;       // of kSame: "at dawn", not "that dawn": the day that the story is at
  int steps = 0;            // of "the day before yesterday": -2 from publication
  std::optional<double> count;  // of offsets and amounts; nothing where vague
  int direction = 0;            // -1 back, 1 ahead; of offsets, and of amounts like "the past week"
  int to_event = 0;  // "five days after they left": -1, from the story back to the leaving
  bool from_narrative = false;  // an offset from the date told last, not from publication
  int every = 1;                // of sets

  Clock clock;
  PartOfDay part = PartOfDay::kNone;
  Mod mod = Mod::kNone;
  std::string_view reference;  // lives in TimeWords
};

// Pieces [begin, end) of the document and what they mean.
struct Match {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Meaning meaning;
};

}  // namespace detente
