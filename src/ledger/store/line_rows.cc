// A line's rows: made of what the fold gives, written and taken away.
#include <nlohmann/json.hpp>

#include "ledger/object_json.h"
#include "ledger/order.h"
#include "ledger/store/lines.h"
#include "ledger/store/words.h"

namespace detente::store {
namespace {

using Json = nlohmann::json;

// The object's text with its documents by key; '' for the one that told it first.
std::string text_by_key(Object object, Sources& sources, const std::string& first) {
  std::visit(
      [&](auto& one) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, Ending>) {
          for (Evidence& evidence : one.evidence) {
            evidence.document = evidence.document == first
                                    ? std::string()
                                    : std::to_string(sources.key_of(evidence.document));
          }
        }
      },
      object);
  return object_text(object);
}

std::optional<std::string> features_text(const Decision& decision) {
  if (decision.features.empty()) return std::nullopt;
  Json list = Json::array();
  for (const Feature& one : decision.features) list.push_back({one.name, one.value, one.weight});
  return list.dump();
}

LineRow::Member member_row(Database& database, const Member& member, const Told& told) {
  const Decision& decision = member.decision;
  LineRow::Member row;
  row.assertion = told.key_of(member.assertion);
  if (!decision.with.empty()) row.with = told.key_of(decision.with);
  row.score = decision.score;
  row.features = features_text(decision);
  if (!decision.by_editor.empty()) row.word = word_key(database, decision.by_editor);
  return row;
}

LineRow::Step step_row(const Stage& stage, const Told& told) {
  LineRow::Step row;
  row.status = stage.status;
  if (stage.when) row.day = stage.when->iso();
  row.known = stage.known.iso();
  row.basis = stage.basis;
  if (!stage.assertion.empty()) row.assertion = told.key_of(stage.assertion);
  return row;
}

// Nothing where the object is what its only assertion says.
std::optional<std::string> object_row(Database& database, const Line& line, Key key,
                                      Sources& sources) {
  const std::string own = text_by_key(line.object, sources, line.document);
  Query said(database, "SELECT said FROM assertions WHERE key = ?", key);
  said.next();
  if (said.view(0) == own) return std::nullopt;
  return own;
}

}  // namespace

LineRow row_of(Database& database, const Line& line, const Told& told, Sources& sources) {
  LineRow row;
  row.key = told.key_of(line.members.front().assertion);
  row.list = list_of(line.object);
  row.known = line.known.iso();
  row.place = line.place;
  row.object = object_row(database, line, row.key, sources);
  row.confirmed = line.confirmed;
  row.rejected = line.rejected;
  for (const Member& member : line.members)
    row.members.push_back(member_row(database, member, told));
  for (const Stage& stage : line.life) row.life.push_back(step_row(stage, told));
  for (const std::string& word : line.words) row.words.push_back(*word_key(database, word));
  return row;
}

LineRow read_row(Database& database, Key key) {
  LineRow row;
  row.key = key;
  Query line(database,
             "SELECT list, known, place, object, confirmed, rejected FROM lines WHERE key = ?",
             key);
  if (!line.next()) throw Error{ErrorCode::kBroken, "", "a line is missing"};
  row.list = static_cast<List>(line.number(0));
  row.known = line.text(1);
  row.place = line.number(2);
  row.object = line.maybe_text(3);
  row.confirmed = line.number(4) == 1;
  row.rejected = line.number(5) == 1;
  Query members(database,
                "SELECT assertion, held_with, score, features, word FROM members WHERE line = ?"
                " ORDER BY place",
                key);
  while (members.next()) {
    row.members.push_back({members.number(0), members.maybe_number(1), members.real(2),
                           members.maybe_text(3), members.maybe_number(4)});
  }
  Query stages(
      database,
      "SELECT status, day, known, basis, assertion FROM stages WHERE line = ? ORDER BY place", key);
  while (stages.next()) {
    row.life.push_back({stages.text(0), stages.maybe_text(1), stages.text(2), stages.text(3),
                        stages.maybe_number(4)});
  }
  Query words(database, "SELECT word FROM line_words WHERE line = ? ORDER BY place", key);
  while (words.next()) row.words.push_back(words.number(0));
  return row;
}

void insert_row(Database& database, const LineRow& row) {
  Query(database,
        "INSERT INTO lines (key, list, known, place, object, confirmed, rejected, edited)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        row.key, static_cast<int>(row.list), row.known, row.place, row.object, row.confirmed,
        row.rejected, !row.words.empty())
      .run();
  Query member(database,
               "INSERT INTO members (line, place, assertion, held_with, score, features, word)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < row.members.size(); ++i) {
    const LineRow::Member& one = row.members[i];
    member.run_with(row.key, i, one.assertion, one.with, one.score, one.features, one.word);
  }
  Query stage(database,
              "INSERT INTO stages (line, place, status, day, known, basis, assertion)"
              " VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < row.life.size(); ++i) {
    const LineRow::Step& one = row.life[i];
    stage.run_with(row.key, i, one.status, one.day, one.known, one.basis, one.assertion);
  }
  Query word(database, "INSERT INTO line_words (line, place, word) VALUES (?, ?, ?)");
  for (std::size_t i = 0; i < row.words.size(); ++i) word.run_with(row.key, i, row.words[i]);
}

void delete_row(Database& database, Key key) {
  Query(database, "DELETE FROM lines WHERE key = ?", key).run();
}

std::optional<AnswerRow> answer_of(const Line& line, const Object& plain, Sources& sources,
                                   const std::map<std::string, Key>& keys) {
  if (!line.answers) return std::nullopt;
  AnswerRow row;
  if (!line.answers->line.empty()) row.answered = keys.at(line.answers->line);
  row.lag = line.answers->lag;
  row.basis = line.answers->basis;
  if (line.answers->told) row.told = answered_text(*line.answers->told);
  std::string object = text_by_key(line.object, sources, line.document);
  if (object != text_by_key(plain, sources, line.document)) row.object = std::move(object);
  return row;
}

std::optional<AnswerRow> read_answer(Database& database, Key key) {
  Query query(database, "SELECT answered, lag, basis, told, object FROM answers WHERE line = ?",
              key);
  if (!query.next()) return std::nullopt;
  return AnswerRow{query.maybe_number(0), query.text(1), query.text(2), query.maybe_text(3),
                   query.maybe_text(4)};
}

void write_answer(Database& database, Key key, const std::optional<AnswerRow>& answer) {
  Query(database, "DELETE FROM answers WHERE line = ?", key).run();
  if (!answer) return;
  Query(database,
        "INSERT INTO answers (line, answered, lag, basis, told, object) VALUES (?, ?, ?, ?, ?, ?)",
        key, answer->answered, answer->lag, answer->basis, answer->told, answer->object)
      .run();
}

}  // namespace detente::store
