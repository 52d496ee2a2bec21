// Lines of the record in the store.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/store/assertions.h"
#include "ledger/store/database.h"
#include "ledger/store/documents.h"

namespace detente::store {

// A line as its rows hold it. Two are equal exactly where their rows are.
struct LineRow {
  struct Member {
    Key assertion = 0;
    std::optional<Key> with;
    double score = 0;
    std::optional<std::string> features;
    std::optional<Key> word;
    bool operator==(const Member&) const = default;
  };
  struct Step {
    std::string status;
    std::optional<std::string> day;
    std::string known, basis;
    std::optional<Key> assertion;
    bool operator==(const Step&) const = default;
  };

  Key key = 0;  // of the assertion that told it first
  List list = List::kEvents;
  std::string known;
  Key place = 0;
  std::optional<std::string> object;  // nothing: as the assertion says it
  bool confirmed = false, rejected = false;
  std::vector<Member> members;
  std::vector<Step> life;
  std::vector<Key> words;

  bool operator==(const LineRow&) const = default;
};

// What a line answers, as its row holds it.
struct AnswerRow {
  std::optional<Key> answered;
  std::string lag, basis;
  std::optional<std::string> told, object;

  bool operator==(const AnswerRow&) const = default;
};

// The rows of a line that the fold made of some assertions.
LineRow row_of(Database& database, const Line& line, const Told& told, Sources& sources);

LineRow read_row(Database& database, Key key);
void insert_row(Database& database, const LineRow& row);
void delete_row(Database& database, Key key);  // with its members, stages, words and answers

std::optional<AnswerRow> read_answer(Database& database, Key key);
// `plain`: the line's object before it was linked; `keys`: of the lines that it may answer, by id.
std::optional<AnswerRow> answer_of(const Line& line, const Object& plain, Sources& sources,
                                   const std::map<std::string, Key>& keys);
void write_answer(Database& database, Key key, const std::optional<AnswerRow>& answer);

// How much of a line is read.
enum class Depth {
  kPlain,   // before it was linked, for linking
  kLinked,  // with what it answers; decisions without their features
  kFull,
};

Line load_line(Database& database, Sources& sources, Key key, Depth depth);

// Keys of the lines in which an assertion is, in the order of keys; an ending may be in several.
std::vector<Key> lines_with(Database& database, Key assertion);

// Id of a line by the key of its first assertion, which must be no ending.
std::string line_id(Database& database, Key key);

}  // namespace detente::store
