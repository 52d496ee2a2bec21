// What the ledger keeps for good, and what it makes of it.
//
// An assertion is one object as one document tells it; it never changes. A line of the record is
// made of the assertions that tell the same thing. An editor's word is kept beside them and wins.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "ledger/object.h"

namespace detente {

struct Assertion {
  std::string id;        // 12 letters and digits, from document, list and place in the reading
  std::string document;  // Document::id
  std::string outlet;
  // From which day it is known: the document's publication; for a document without one, and for a
  // version that replaces another of the same day, the day it was recorded.
  Date known;
  Object said;
};

// One thing that spoke for or against holding two assertions to be the same.
struct Feature {
  std::string name;  // "sides", "kind", "date", "quantity", "place", "people", "words"
  double value = 0;  // from -1 (against) to 1 (for)
  double weight = 0;
};

// Why an assertion is part of a line.
struct Decision {
  std::string
      with;  // the assertion of the line that it was held to be the same as; empty: the first
  double score = 0;  // sum of value times weight; the threshold is kSameThing
  std::vector<Feature> features;
  std::string by_editor;  // id of the editor's word that decided; empty: the machine
};

struct Member {
  std::string assertion;
  Decision decision;
};

// A step in the life of a channel, measure, proposal, meeting or claim.
struct Stage {
  std::string status;
  std::optional<Interval> when;  // when it came about; nothing where no report says
  Date known;                    // from which day it is known
  std::string basis;             // "reported", "day came", "deadline passed", "implied", "editor"
  std::string assertion;         // that it rests on
};

// What an answer answers.
struct Answers {
  std::string line;   // id of the measure or event that it answers; empty where it was not found
  std::string lag;    // ISO 8601 duration; empty where a day is unknown
  std::string basis;  // "told": a report calls it an answer; "in kind": found by sides, kind, time
  std::optional<Answered> told;  // what the reports say of it; absent where none does
};

// One line of the record with everything that it rests on.
struct Line {
  // letter_of its list and 8 letters and digits of its first assertion's id. The id of any member
  // finds the line too, so an id that was given out keeps its meaning when an older report comes.
  std::string id;
  Object object;  // everything that is known of it; status: after the last stage that was told
  std::vector<Member> members;
  // In the order of time; empty for events, statements and roles. Stages that time brings ("day
  // came", "deadline passed") stand there before their day: `at` reads them, `object` does not.
  std::vector<Stage> life;
  std::optional<Answers> answers;
  std::vector<std::string> words;  // ids of the editor's words that shaped it
  bool confirmed = false;          // by an editor
  bool rejected = false;           // by an editor: no part of the record on any day
  // Where it was told first: with `id` last, the order of the lines.
  Date known;
  std::string document;
  std::uint32_t place = 0;  // byte of the document's text
};

// What an editor may say of a line.
enum class WordKind : std::uint8_t { kConfirm, kReject, kMerge, kSplit, kAmend, kUndo };

std::string_view name_of(WordKind kind);  // "confirm"
std::optional<WordKind> word_kind_named(std::string_view name);

struct EditorWord {
  std::string id;  // "W" and 8 letters and digits
  WordKind kind = WordKind::kConfirm;
  // Assertions that it is anchored to, so that it survives rebuilds. confirm, reject: the first
  // assertion of the line, which decides for the line it is in. amend: all assertions of the line,
  // which change their block with it. merge: one of each line, all become one. split: those that
  // are to leave their line, and form one of their own. undo: empty.
  std::vector<std::string> anchors;
  std::string field;   // amend: name of the contract's field
  std::string value;   // amend: its new value as JSON; empty takes the field away
  std::string undoes;  // undo: id of the word that no longer counts
  std::string by;
  std::string because;
  Date known;            // the day it was said
  std::string recorded;  // UTC, "2032-05-12T08:30:00Z"
};

}  // namespace detente
