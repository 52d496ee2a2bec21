#include "ledger/store/lines.h"

#include <nlohmann/json.hpp>

#include "ledger/lives.h"
#include "ledger/object_json.h"
#include "ledger/store/words.h"

namespace detente::store {
namespace {

constexpr std::size_t kShownLetters = 8;  // of the first assertion's id, in the id of a line

std::string shown_id(List list, std::string_view assertion) {
  return letter_of(list) + std::string(assertion.substr(0, kShownLetters));
}

// Documents of evidence stand by key, '' for the one that told the line first.
Object object_of(List list, std::string_view text, Sources& sources, const Source& first) {
  auto object = object_of_text(list, text);
  if (!object)
    throw Error{ErrorCode::kBroken, "", "a line is damaged: " + object.error().message()};
  std::visit(
      [&](auto& one) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, Ending>) {
          for (Evidence& evidence : one.evidence) {
            evidence.document =
                evidence.document.empty() ? first.id : sources[std::stoll(evidence.document)].id;
          }
        }
      },
      *object);
  return *std::move(object);
}

Decision decision_of(Database& database, Query& row, Depth depth) {
  Decision out;
  if (!row.null(1)) out.with = row.text(1);
  out.score = row.real(2);
  if (depth == Depth::kFull && !row.null(3)) {
    for (const auto& one : nlohmann::json::parse(row.view(3))) {
      out.features.push_back({one.at(0), one.at(1), one.at(2)});
    }
  }
  if (!row.null(4)) out.by_editor = word_id(database, row.number(4));
  return out;
}

void load_members(Database& database, Line& line, Key key, Depth depth) {
  Query query(database,
              "SELECT assertions.id, others.id, score, features, word FROM members"
              " JOIN assertions ON assertions.key = assertion"
              " LEFT JOIN assertions AS others ON others.key = held_with"
              " WHERE line = ? ORDER BY place",
              key);
  while (query.next()) {
    line.members.push_back({query.text(0), decision_of(database, query, depth)});
  }
}

void load_life(Database& database, Line& line, Key key) {
  Query query(database,
              "SELECT status, day, known, basis, id FROM stages LEFT JOIN assertions"
              " ON assertions.key = assertion WHERE line = ? ORDER BY place",
              key);
  while (query.next()) {
    Stage stage{query.text(0), std::nullopt, date_of(query.text(2)), query.text(3),
                query.maybe_text(4).value_or("")};
    if (!query.null(1)) {
      const auto when = Interval::parse(query.view(1));
      if (!when) throw Error{ErrorCode::kBroken, line.id, when.error().message()};
      stage.when = *when;
    }
    line.life.push_back(std::move(stage));
  }
}

void load_words_of(Database& database, Line& line, Key key) {
  Query query(
      database,
      "SELECT id FROM line_words JOIN words ON words.key = word WHERE line = ? ORDER BY place",
      key);
  while (query.next()) line.words.push_back(query.text(0));
}

void load_answer(Database& database, Sources& sources, const Source& first, Line& line, Key key) {
  const auto row = read_answer(database, key);
  if (!row) return;
  Answers& answers = line.answers.emplace();
  if (row->answered) answers.line = line_id(database, *row->answered);
  answers.lag = row->lag;
  answers.basis = row->basis;
  if (row->told) {
    auto told = answered_of_text(*row->told);
    if (!told) throw Error{ErrorCode::kBroken, line.id, told.error().message()};
    answers.told = *std::move(told);
  }
  if (row->object) line.object = object_of(list_of(line.object), *row->object, sources, first);
}

}  // namespace

Line load_line(Database& database, Sources& sources, Key key, Depth depth) {
  Query query(database,
              "SELECT lines.list, lines.known, place, coalesce(object, said), id, document,"
              " confirmed, rejected, edited, object IS NULL FROM lines"
              " JOIN assertions ON assertions.key = lines.key WHERE lines.key = ?",
              key);
  if (!query.next()) throw Error{ErrorCode::kBroken, "", "a line is missing"};
  const auto list = static_cast<List>(query.number(0));
  const Source& first = sources[query.number(5)];
  Line line;
  line.id = shown_id(list, query.view(4));
  line.object = object_of(list, query.view(3), sources, first);
  line.known = date_of(query.text(1));
  line.document = first.id;
  line.place = static_cast<std::uint32_t>(query.number(2));
  line.confirmed = query.number(6) == 1;
  line.rejected = query.number(7) == 1;
  const bool edited = query.number(8) == 1;
  // As its first assertion says it: that is its only one, unless an editor or the fold knows more.
  load_members(database, line, key, depth);
  if (has_life(list)) load_life(database, line, key);
  if (edited) load_words_of(database, line, key);
  if (list == List::kMeasures && depth != Depth::kPlain) {
    load_answer(database, sources, first, line, key);
  }
  return line;
}

std::vector<Key> lines_with(Database& database, Key assertion) {
  Query query(database, "SELECT DISTINCT line FROM members WHERE assertion = ? ORDER BY line",
              assertion);
  std::vector<Key> keys;
  while (query.next()) keys.push_back(query.number(0));
  return keys;
}

std::string line_id(Database& database, Key key) {
  Query query(database, "SELECT list, id FROM assertions WHERE key = ?", key);
  if (!query.next()) throw Error{ErrorCode::kBroken, "", "an assertion is missing"};
  return shown_id(static_cast<List>(query.number(0)), query.view(1));
}

}  // namespace detente::store
