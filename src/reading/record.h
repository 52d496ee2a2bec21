// The record: what a careful desk officer would note down of some reports. Plain types, one list a
// kind of object. Kinds, stances, roots and statuses are words of vocabularies that live in
// knowledge/, so they are strings here; an empty string, list or optional means "not said".
//
// Actors are codes (ISO 3166-1 alpha-3 for states, fixed codes for organisations). A date may be a
// day, a month, a year or a stretch: always an Interval, with begin == end for a single date.
// `id` is the line of a ledger that an object stands for; empty where it is not from one.
// Members carry initialisers so that a designated initialiser may name only the ones it needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace detente {

// A part of the evidence and what it is to the object, so that a reader sees who is who.
struct Mark {
  std::string role{};  // "trigger", "source", "target", "speaker", "cue", "content", "date", ...
  Span span{};         // bytes of Document::text

  bool operator==(const Mark&) const = default;
};

// Words of a report that a line of the record rests on.
struct Evidence {
  std::string document{};     // Document::id
  Span span{};                // bytes of Document::text
  std::string quote{};        // exactly the bytes of `span`
  std::vector<Mark> marks{};  // in the order of the text

  // The same words, whatever is marked in them.
  bool operator==(const Evidence& other) const {
    return document == other.document && span == other.span && quote == other.quote;
  }
};

// One thing that one side did. A mutual act has the sides in either role, or both in both.
struct Event {
  std::vector<std::string> source{};
  std::vector<std::string> target{};
  std::string root{};    // PLOVER: "CONSULT", "SANCTION", ...
  std::string status{};  // "happened", "planned", "threatened", ...
  std::optional<Interval> date{};
  std::string mode{};     // PLOVER mode, finer than the root
  std::string context{};  // PLOVER context
  std::vector<Evidence> evidence{};
  std::string id{};
};

// One speaker taking a position on relations between sides.
struct Statement {
  std::string speaker{};  // a name, or the role of who is unnamed: "a Russian official"
  std::string actor{};    // the side that the speaker speaks for
  std::string stance{};   // "denies", "neither_confirms_nor_denies", ...
  std::string role{};     // office of the speaker, in the report's words
  std::string about{};    // what the stance is on, in the report's words
  std::optional<Interval> date{};
  std::string via{};    // the outlet that heard it, where it is not the report's own
  bool quoted = false;  // the words are given verbatim
  // Actors, besides the speaker's own, that the position is about or directed at.
  std::vector<std::string> sides{};
  std::vector<Evidence> evidence{};
  std::string id{};
};

// One thing that an offer holds out or asks for.
struct Term {
  std::string kind{};               // "restore_channel", "lift_measures", ...
  std::string phase{};              // "immediate", "near_term", "eventual", "conditional", "dated"
  std::vector<std::string> what{};  // its matter, in the report's words
  std::optional<Interval> date{};   // when it is to be done
};

// An offer by one side to another.
struct Proposal {
  std::vector<std::string> by{};
  std::vector<std::string> to{};
  std::string status{};  // "offered", "accepted", "unanswered", ...
  std::optional<Interval> date{};
  std::vector<std::string> via{};  // channel kinds that carried it
  std::string disclosed_by{};      // outlet or person that made it public
  std::vector<Term> terms{};
  std::vector<Evidence> evidence{};
  std::string id{};
};

// A line between two sides.
struct Channel {
  std::vector<std::string> between{};  // two actors; their order means nothing
  std::string kind{};                  // "diplomatic", "hotline", ...
  std::string status{};                // "open", "reduced", "cut", "restored"
  std::optional<Interval> since{};     // when that status began
  std::string because{};               // reason that the report gives, in its words
  std::vector<Evidence> evidence{};
  std::string id{};
};

// A number with what it counts: 755 "diplomats", 25 "per cent".
struct Quantity {
  double value = 0;
  std::string unit{};

  bool operator==(const Quantity&) const = default;
};

// The measure or act of the other side that a measure answers.
struct Answered {
  std::string kind{};             // measure kind; empty where the trigger was no measure
  std::vector<std::string> by{};  // who had done it
};

// Something imposed on the other side, with a life.
struct Measure {
  std::vector<std::string> by{};
  std::vector<std::string> against{};
  std::string kind{};    // "asset_freeze", "expulsion", ...
  std::string status{};  // at the as-of date: "announced", "in_force", "lifted", ...
  std::optional<Interval> announced{};
  std::optional<Interval> effective{};  // when it began to bind
  std::optional<Interval> deadline{};   // what the other side has to meet, or when it runs out
  std::optional<Interval> lifted{};     // when it ended
  std::optional<Quantity> quantity{};
  std::optional<Answered> responds_to{};
  std::string lag{};         // ISO 8601 duration from what it answers to its announcement: "P6M"
  std::string instrument{};  // law or order that it rests on, in the report's words
  std::vector<Evidence> evidence{};
  std::string id{};
};

// Two or more sides meeting or talking.
struct Meeting {
  std::vector<std::string> actors{};
  std::optional<Interval> date{};
  std::vector<std::string> people{};
  std::string place{};
  std::string setting{};            // "bilateral", "phone", "third_country", ...
  std::string status{};             // "held", "scheduled", "postponed", ...
  std::optional<bool> announced{};  // false where the report says that it was kept quiet
  std::optional<int> ordinal{};     // place in its series, from 1
  std::string series{};             // name of the series, in the report's words
  std::vector<std::string> topics{};
  std::string outcome{};
  std::vector<Evidence> evidence{};
  std::string id{};
};

// A proposition and who stands behind it.
struct Claim {
  std::string about{};
  std::string standing{};  // at the as-of date: "unconfirmed", "confirmed", "denied", ...
  std::string first_reported_by{};
  std::vector<std::string> confirmed_by{};  // speakers or actors
  std::vector<std::string> denied_by{};
  std::vector<std::string> no_position_by{};
  std::vector<std::string> sides{};  // actors that take part in what is claimed
  std::vector<Evidence> evidence{};
  std::string id{};
};

// An office held in time.
struct RoleHeld {
  std::string person{};
  std::string actor{};
  std::string office{};
  std::string when{};  // "current" or "former" at the report's date, or ISO 8601 dates
  std::vector<Evidence> evidence{};
  std::string id{};
};

// Everything that the reports say, each list in the order that the reports tell it.
struct Record {
  std::vector<Event> events{};
  std::vector<Statement> statements{};
  std::vector<Proposal> proposals{};
  std::vector<Channel> channels{};
  std::vector<Measure> measures{};
  std::vector<Meeting> meetings{};
  std::vector<Claim> claims{};
  std::vector<RoleHeld> roles{};
};

}  // namespace detente
