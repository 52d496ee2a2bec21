// The record kept: documents, what they assert, what editors say, and the lines folded from them,
// in one SQLite file. One writer, many readers at once; what add() has acknowledged survives a
// kill.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "document/document.h"
#include "ledger/assertion.h"
#include "ledger/fold.h"

namespace detente {

// A document with its reading, ready to be kept.
struct ReadDocument {
  Document document;
  Reading reading;
};

// When and by what something is recorded. The clock is the caller's.
struct Stamp {
  std::string recorded;  // UTC, "2032-05-12T08:30:00Z"
  std::string
      coder;  // version of program, model and knowledge: "detente 0.2.0 model 3f2a knowledge 81cc"
};

enum class Outcome {
  kNew,
  kKnown,       // the same text of the same outlet, day and address is there: nothing changed
  kSuperseded,  // new, and a version of its address no longer counts: an older one, or itself
};

// A document as the ledger keeps it. Its id is the one that it came with; where several documents
// came with one id, "#" and 8 letters of its content follow.
struct KeptDocument {
  Document document;
  std::string recorded;
  std::string coder;
  std::string superseded_by;  // id of the version that replaced it; empty: it counts
};

// What is asked of one list. Fields left empty ask for everything.
//
// A line has a place in time: the first to the last day of date_of its object, else the day it is
// known from. `since` and `until` ask for lines whose place overlaps; lines are in the order of its
// first day. `status` is the one on the day of `as_of`, else after what was told last.
struct Filter {
  std::string actor;  // a side that takes part
  std::string other;  // with `actor`: the dyad, in either direction
  std::optional<Date> since, until;
  std::string kind, status, outlet;
  std::optional<Date> as_of, known_by;
  std::string cursor;  // Listed::next of the page before, of the same filter
  int limit = 50;      // lines a page; 0: all
  bool newest_first = true;
};

struct Listed {
  std::vector<Line> lines;
  std::string next;  // cursor of the next page, of letters, digits, _ and -; empty: the last
};

// One thing that falls due.
struct Due {
  Date day;
  std::string what;  // "deadline", "effective", "ends", "meeting", "term"
  Line line;
};

// A place where the words searched for stand.
struct Hit {
  std::string document;
  std::string outlet, title;
  std::optional<Date> published;
  std::string snippet;             // the words with some around; hits between U+0002 and U+0003
  std::vector<std::string> lines;  // ids of the lines that rest on the document
};

struct Counts {
  std::size_t documents = 0, superseded = 0, assertions = 0, words = 0;
  std::size_t lines[kRecordLists] = {};
};

// Lines that name a side.
struct SideCount {
  std::string code;
  std::size_t events = 0;
  std::size_t lines = 0;  // of all lists
};

// Events of one root between two sides that happened, or go on.
struct PairCount {
  std::string a, b;  // a < b
  std::string root;
  std::size_t events = 0;
  Date last;
};

// What check() found; empty: nothing is wrong.
struct Finding {
  std::string what;   // "evidence", "fold", "foreign key", ...
  std::string where;  // id
  std::string reason;
};

// One store. Not safe to share between threads: open one a thread.
class Ledger {
 public:
  enum class Mode { kRead, kWrite };  // kWrite makes the file where there is none

  // kNotFound, kBroken (no ledger, damaged, made by a newer version) with the path in `where`.
  static Result<Ledger> open(const std::filesystem::path& file, Mode mode);
  static Result<Ledger> in_memory();

  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // --- writing: each call is one transaction, acknowledged when it returns ---
  Result<std::vector<Outcome>> add(std::span<const ReadDocument> read, const Stamp& stamp);
  // Gives the word's id. The anchors may be ids of lines or of assertions: confirm, reject, amend:
  // one line; merge: two or more; split: the assertions that are to leave. kNotFound for an id that
  // names nothing, kBadUsage for what makes no sense; undoing twice begins "already undone".
  Result<std::string> say(EditorWord word);
  // Folds everything anew.
  Status rebuild(const std::function<void(std::size_t done, std::size_t all)>& progress = {});

  // --- reading ---
  // Each call sees the ledger as it is at its beginning, and never waits for a writer. Where
  // `as_of` is given, the objects of lines are as they stood on that day and lines not there yet
  // are left out; lives are told whole. Decisions come with their features from line() only.

  // Whether the document is there already, by content: it need not be read again.
  Result<bool> knows(const Document& document) const;
  Result<KeptDocument> document(const std::string& id) const;
  Result<std::vector<Document>> documents_of(std::span<const Line> lines) const;
  Result<Listed> lines(List list, const Filter& filter) const;
  // How many fit, by the index alone: quick, but status and `known_by` are as they are today.
  Result<std::size_t> count(List list, const Filter& filter) const;
  // Everything that `state` shows: lines between two sides, newest first, and the offices held for
  // either. `newest`: at most so many events and statements (0: all), where nothing asks for
  // `known_by`; what is a state is always told whole.
  Result<std::vector<Line>> between(const std::string& a, const std::string& b,
                                    std::optional<Date> as_of, std::optional<Date> known_by,
                                    int newest = 0) const;
  Result<std::vector<Line>> lines_of(const std::string& document) const;  // that rest on it
  Result<Line> line(const std::string& id) const;  // id of a line, or of any assertion in it
  Result<Assertion> assertion(const std::string& id) const;
  Result<std::vector<Assertion>> members_of(const Line& line) const;  // in the line's order
  Result<std::vector<EditorWord>> words() const;
  Result<std::vector<Due>> due(const Date& from, const Date& to, const Filter& filter) const;
  // Documents in which all words stand, or "phrases", best first; since and until ask for the day
  // from which they are known.
  Result<std::vector<Hit>> search(const std::string& text, const Filter& filter) const;
  Result<Record> record(std::optional<Date> as_of, std::optional<Date> known_by) const;
  Result<std::vector<Document>> documents() const;  // those that count
  Result<Counts> counts() const;
  Result<std::vector<SideCount>> sides() const;
  // Events whose last day lies in the days given (no `from`: from the beginning); one dated by
  // month or year counts on `to` where that lies inside it.
  Result<std::vector<PairCount>> pair_counts(std::optional<Date> from, const Date& to) const;
  Result<std::optional<Date>> first_day() const;   // the first publication
  Result<std::optional<Date>> latest_day() const;  // the last publication
  // The day that a question is about: `as_of`, else the last publication, not after `known_by`;
  // `today` in an empty ledger.
  Result<Date> day_asked(std::optional<Date> as_of, std::optional<Date> known_by,
                         const Date& today) const;
  // Changes when anyone has written; of this Ledger object only.
  Result<std::uint64_t> version() const;
  // Whether all is as it must be: the file's own checks, spans that quote their documents, and
  // lines that are what the fold makes of the assertions.
  Result<std::vector<Finding>> check() const;

 private:
  struct Body;
  explicit Ledger(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

}  // namespace detente
