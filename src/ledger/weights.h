// What speaks for and against holding two tellings to be the same thing, and how much. All numbers
// of the decision stand here; kSameThing (fold.h) is what their sum must reach. They were set by
// hand on development cases: the least that joins what a reader joins. A telling in another
// document needs less, since reports retell; within one document two like things are told apart.
#pragma once

#include <cstddef>

namespace detente::weights {

// Values of the feature "date", at the precision of the dates.
inline constexpr double kSameDay = 1.0;
inline constexpr double kSamePeriod = 0.6;  // both tell the same month, year or stretch
inline constexpr double kDaysFit = 0.3;     // a month and a day in it
inline constexpr double kNearDay = -0.5;    // an outlet's dateline, or another time zone
inline constexpr int kNearGap = 1;          // days between two dates that are near
inline constexpr double kOtherDay = -1.0;

// Values of the feature "quantity".
inline constexpr double kSameNumber = 1.0;
inline constexpr double kPartOfNumber = 0.5;  // "30 of the 60": one number stands in both sentences
inline constexpr double kOtherNumber = -1.0;

// Two documents tell the same news in nearly the same words: what is read from them is one thing
// even where it was read as another kind, or the other way round.
inline constexpr double kSameWords = 0.6;
// They print the same sentence: it tells no more in the second than in the first, so that a
// hundred prints of an agency's report do not add a hundred misreadings.
inline constexpr double kSameSentence = 0.9;
inline constexpr std::size_t kLeastWords = 6;  // stems; shorter sentences are alike by chance
inline constexpr int kSameNews = 7;            // days between documents that tell the same news
inline constexpr int kMisreadGap = 31;         // days; a date read wrongly is seldom further off

struct Event {
  static constexpr double kSides = 0.2;  // who did it to whom
  static constexpr double kRoot = 0.4;   // 0 where it is the same, -1 where it is another
  static constexpr double kDate = 0.3;
  static constexpr double kWords = 1.6;
  static constexpr double kFar = 0.25;
  static constexpr double kSentence = 0.8;
};

struct Statement {
  static constexpr double kSides = 0.2;
  static constexpr double kStance = 0.2;    // where it is another
  static constexpr double kSentence = 0.6;  // printed by both
  static constexpr double kDate = 0.1;
  static constexpr double kContent = 1.0;
  static constexpr double kFar = 0.2;
};

struct Proposal {
  static constexpr double kSides = 1.0;
  static constexpr double kDate = 0.2;
  static constexpr double kWords = 1.0;
  static constexpr double kFar = -0.25;  // another report may tell of another offer
};

struct Measure {
  static constexpr double kSides = 1.0;  // who imposed it, on whom, and its kind
  static constexpr double kKind = 0.4;   // where it is another
  static constexpr double kDate = 0.6;
  static constexpr double kWords = 0.8;
  static constexpr double kQuantity = 0.6;
  static constexpr double kFar = 0.0;
};

struct Meeting {
  static constexpr double kSides = 0.4;
  static constexpr double kDate = 0.6;
  static constexpr double kWords = 1.5;
  static constexpr double kPlace = 0.1;
  static constexpr double kPeople = 0.1;
  static constexpr double kOrdinal = 0.4;
  static constexpr double kSentence = 0.6;
};

struct Claim {
  static constexpr double kContent = 2.0;
};

}  // namespace detente::weights
