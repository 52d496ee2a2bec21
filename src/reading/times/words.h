// The words that dates, clock times and lengths of time are told with, read from knowledge/times.
// The grammar in C++ asks for a word's part ("is this an `ago` word?"), never for its letters.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "reading/times/calendar.h"

namespace detente {

// The part that a word plays in the patterns; one bit each in TimeWord::parts.
enum class Part : std::uint8_t {
  kThe,
  kA,
  kOf,
  kAnd,
  kOn,
  kAt,
  kIn,
  kTo,
  kAgo,
  kLater,
  kEarlier,
  kBefore,
  kAfter,
  kFrom,
  kNow,
  kDayWord,
  kLastWord,
  kNextWord,
  kOld,
  kLong,
  kEvery,
  kAlternate,
  kTimesA,
  kFiscal,
  kYesterday,
  kTomorrow,
  kToday,
  kTonight,
  kOvernight,
  kEve,
  kStretchPast,
  kStretchFuture,
  kStretchInner,
  kVaguePast,
  kVagueFuture,
  kFullWord,
  kReferenceOpener,
  kReferenceBlocker,
  kAm,
  kPm,
  kOclock,
  kHalfPast,
  kQuarterHour,
  kClockPast,
  kClockTo,
  kClockHours,
  kZone,
  kZoneWord,
  kZoneTail,
  kEraBefore,
  kEraAfter,
  kHalf,
  kVagueAmount,
  kFutureModal,
  kInfinitive,
  kFutureWord,
  kFuturePreposition,
  kPastAuxiliary,
  kPastForm,
  kNeutralVerb,
  kClauseBreak,
  kAuxiliaryFiller,
  kYearPreposition,
  kNumberedThing,
  kCountedBefore,
  kCountedAfter,
  kTitle,
  kMonthOpener,
  kTitleTail,
  kTitleHead,
  kBarePart,
  kSpanning,
  kBetween,
  kDash,
  kDateWord,
  kPastModal,
  kNegation,
  kPossessive,
  kFunctionWord,
  kPastPreposition,
  kImplicative,
  kHave,
  kReferenceAt,
  kDurativeVerb,
  kAhead,
  kCount,
};
static_assert(static_cast<int>(Part::kCount) <= 128);

enum class Mod : std::uint8_t {
  kNone,
  kStart,
  kMid,
  kEnd,
  kApprox,
  kMoreThan,
  kLessThan,
  kEqualOrMore,
  kEqualOrLess,
};
std::string_view name_of(Mod mod);  // as TIMEX3 writes it; empty for kNone

// Which way a word moves a period. kLast, kThis and kNext count from the day of publication; kSame,
// kFollowing and kPreceding from the date that the text told last.
enum class Shift : std::uint8_t { kNone, kLast, kThis, kNext, kSame, kFollowing, kPreceding };

enum class PartOfDay : std::uint8_t { kNone, kMorning, kMidday, kAfternoon, kEvening, kNight };

struct TimeWord {
  std::uint64_t parts[2] = {0, 0};
  std::uint8_t month = 0;    // 1 to 12
  std::uint8_t weekday = 0;  // 1 Monday to 7 Sunday
  std::uint8_t season = 0;   // its first month: 3, 6, 9, 12
  PartOfDay part_of_day = PartOfDay::kNone;
  Unit unit = Unit::kNone;
  std::uint16_t factor = 1;   // "fortnight" is two weeks
  bool plural = false;        // of the unit, the weekday or the part of the day
  bool guarded = false;       // also another word: counts only beside a date's words
  bool abbreviation = false;  // may carry a full stop
  std::int16_t cardinal = -1;
  std::int32_t scale = 0;  // 100, 1000, ...
  std::int16_t ordinal = 0;
  std::int16_t decade = -1;     // "eighties": 80
  std::int16_t group = 0;       // "dozen": 12
  std::int8_t clock_hour = -1;  // "noon": 12
  Mod edge = Mod::kNone;        // "early"
  Mod edge_noun = Mod::kNone;   // "beginning"
  Shift shift = Shift::kNone;
  Unit set_unit = Unit::kNone;  // "weekly": week
  std::uint8_t set_every = 1;
  Unit long_unit = Unit::kNone;  // "decade-long"
  bool long_vague = false;       // "decades-long"
  bool opens_phrase = false;

  bool is(Part part) const {
    const auto bit = static_cast<unsigned>(part);
    return (parts[bit / 64] >> (bit % 64) & 1) != 0;
  }
  void set(Part part) {
    const auto bit = static_cast<unsigned>(part);
    parts[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
};

// Of a reference: which words must stand before it.
enum class ReferenceGuard : std::uint8_t { kNone, kOpener, kAt };

enum class PhraseKind : std::uint8_t { kReference, kModifier, kHoliday };

// Several words that work as one: "more than", "at present", "new year 's eve".
struct TimePhrase {
  std::vector<std::string> words;  // in lower case, cut as pieces are
  PhraseKind kind = PhraseKind::kReference;
  std::string value;  // of a reference: "PAST_REF"
  ReferenceGuard guard = ReferenceGuard::kNone;
  Mod mod = Mod::kNone;     // of a modifier
  std::size_t holiday = 0;  // index in TimeWords::holidays
};

// A day with a name. Exactly one rule is set.
struct Holiday {
  enum class Rule : std::uint8_t { kDate, kWeekday, kEaster, kIslamic };
  Rule rule = Rule::kDate;
  int year = 0;  // of kDate where the name means one year's day only
  unsigned month = 0;
  unsigned day = 0;  // of the month; the weekday of kWeekday; 0 for a whole Islamic month
  int nth = 0;       // of kWeekday
  int offset = 0;    // of kEaster, in days
};

class TimeWords {
 public:
  // Reads the tables of a folder (knowledge/times). Fails at the first entry that is wrong, with
  // file and line.
  static Result<TimeWords> load(const std::filesystem::path& folder);

  // Null for a word that has no part in time. `lower` is in ASCII lower case.
  const TimeWord* find(std::string_view lower) const;
  // The phrases that begin with this word, longest first.
  const std::vector<TimePhrase>* phrases(std::string_view first) const;
  const Holiday& holiday(std::size_t index) const { return holidays_[index]; }

 private:
  friend class TimeWordsReader;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <typename T>
  using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  Table<TimeWord> words_;
  Table<std::vector<TimePhrase>> phrases_;
  std::vector<Holiday> holidays_;
};

// Cuts a phrase as the lexer cuts text: at blanks, hyphens and slashes, and before "'s".
std::vector<std::string> phrase_words(std::string_view phrase);

}  // namespace detente
