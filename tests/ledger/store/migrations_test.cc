// Files that are empty, older, newer or none of ours.
#include "ledger/store/migrations.h"

#include <array>
#include <fstream>
#include <gtest/gtest.h>

#include "ledger/store/ledger.h"
#include "ledger/store/sample.h"
#include "ledger/store/temporary.h"

namespace detente {
namespace {

using store::Database;

constexpr std::string_view kFirst = "CREATE TABLE kept (text TEXT) STRICT;";
constexpr std::string_view kSecond = "ALTER TABLE kept ADD COLUMN day TEXT;";
constexpr std::string_view kWrong = "ALTER TABLE kept ADD COLUMN more TEXT; CREATE NONSENSE;";

TEST(MigrationsTest, AnOlderFileIsBroughtForwardStepByStepWithWhatItHolds) {
  const sample::Folder folder;
  Database database(folder / "old.db", Database::Access::kWrite);
  store::migrate(database, std::array{kFirst});
  EXPECT_EQ(store::version_of(database), 1);
  database.run("INSERT INTO kept VALUES ('words')");
  store::migrate(database, std::array{kFirst, kSecond});
  EXPECT_EQ(store::version_of(database), 2);
  store::Query query(database, "SELECT text, day FROM kept");
  ASSERT_TRUE(query.next());
  EXPECT_EQ(query.text(0), "words");
  EXPECT_TRUE(query.null(1));
}

TEST(MigrationsTest, AStepThatFailsLeavesTheFileAsItWas) {
  const sample::Folder folder;
  Database database(folder / "old.db", Database::Access::kWrite);
  store::migrate(database, std::array{kFirst});
  EXPECT_THROW(store::migrate(database, std::array{kFirst, kSecond, kWrong}), SQLite::Exception);
  EXPECT_EQ(store::version_of(database), 1);
  EXPECT_THROW(database.run("SELECT day FROM kept"), SQLite::Exception);
}

TEST(MigrationsTest, AFileOfVersionZeroBecomesALedger) {
  const sample::Folder folder;
  const auto file = folder / "empty.db";
  std::ofstream(file).flush();
  auto ledger = Ledger::open(file, Ledger::Mode::kWrite);
  ASSERT_TRUE(ledger.has_value()) << ledger.error().message();
  EXPECT_TRUE(ledger->add(sample::story(), sample::kStamp).has_value());
  const auto reader = Ledger::open(file, Ledger::Mode::kRead);
  ASSERT_TRUE(reader.has_value()) << reader.error().message();
  EXPECT_EQ(reader->counts()->documents, 5U);
}

TEST(MigrationsTest, ALedgerWhoseFirstStepWasNeverTakenIsBroughtForwardByAReader) {
  const sample::Folder folder;
  const auto file = folder / "begun.db";
  { Database database(file, Database::Access::kWrite); }  // marked as a ledger, version 0
  const auto reader = Ledger::open(file, Ledger::Mode::kRead);
  ASSERT_TRUE(reader.has_value()) << reader.error().message();
  EXPECT_EQ(reader->counts()->documents, 0U);
}

TEST(MigrationsTest, WhatIsNoLedgerIsRefusedAndLeftAlone) {
  const sample::Folder folder;
  const auto text = folder / "text.db";
  std::ofstream(text) << "This is a letter, and no ledger at all.";
  const auto other = folder / "other.db";
  SQLite::Database(other.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE birds (name TEXT)");
  for (const auto& file : {text, other}) {
    for (const auto mode : {Ledger::Mode::kRead, Ledger::Mode::kWrite}) {
      const auto ledger = Ledger::open(file, mode);
      ASSERT_FALSE(ledger.has_value());
      EXPECT_EQ(ledger.error().code, ErrorCode::kBroken);
      EXPECT_EQ(ledger.error().where, file.string());
    }
  }
  EXPECT_EQ(Ledger::open(folder / "nowhere.db", Ledger::Mode::kRead).error().code,
            ErrorCode::kNotFound);
}

TEST(MigrationsTest, ALedgerOfANewerVersionIsRefused) {
  const sample::Folder folder;
  const auto file = folder / "newer.db";
  { ASSERT_TRUE(Ledger::open(file, Ledger::Mode::kWrite).has_value()); }
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  const auto ledger = Ledger::open(file, Ledger::Mode::kRead);
  ASSERT_FALSE(ledger.has_value());
  EXPECT_NE(ledger.error().reason.find("newer"), std::string::npos);
}

TEST(MigrationsTest, WhatIsKeptForGoodCannotBeChanged) {
  const sample::Folder folder;
  const auto file = folder / "kept.db";
  auto ledger = Ledger::open(file, Ledger::Mode::kWrite);
  ASSERT_TRUE(ledger->add(sample::story(), sample::kStamp).has_value());
  EditorWord word;
  word.anchors = {ledger->lines(List::kMeasures, {})->lines.at(0).id};
  word.by = "An editor";
  word.recorded = "2032-06-01T00:00:00Z";
  ASSERT_TRUE(ledger->say(word).has_value());
  Database database(file, Database::Access::kWrite);
  for (const char* sql : {"UPDATE assertions SET said = '{}'", "DELETE FROM assertions",
                          "UPDATE texts SET text = x'00'", "DELETE FROM texts",
                          "DELETE FROM documents", "UPDATE documents SET outlet = 'Other'",
                          "UPDATE words SET because = 'other'", "DELETE FROM words"}) {
    EXPECT_THROW(database.run(sql), SQLite::Exception) << sql;
  }
}

TEST(MigrationsTest, CheckFindsWhatIsWrong) {
  struct Damage {
    const char* sql;
    const char* what;
  };
  constexpr Damage kDamages[] = {
      {"DROP TRIGGER texts_same; UPDATE texts SET text = x'28b52ffd' WHERE document = 1",
       "document"},
      {"DROP TRIGGER assertions_same; UPDATE assertions SET said ="
       " replace(said, 'Portugal', 'Portugul') WHERE key = 1",
       "evidence"},
      {"UPDATE lines SET known = '1999-01-01' WHERE key = 1", "fold"},
      {"DELETE FROM lines WHERE list = 4", "orphan"},
      {"DELETE FROM entries WHERE line = 1", "fold"},
      {"DELETE FROM dues", "fold"},
      {"DELETE FROM answers", "fold"},
      {"UPDATE members SET score = 9.5 WHERE place = 1", "fold"},
      {"PRAGMA foreign_keys = OFF; UPDATE members SET assertion = 999 WHERE line = 1",
       "foreign key"},
      {"DELETE FROM evidence_search WHERE rowid = 1", "orphan"},
  };
  for (const Damage& damage : kDamages) {
    const sample::Folder folder;
    const auto file = folder / "damaged.db";
    auto ledger = Ledger::open(file, Ledger::Mode::kWrite);
    ASSERT_TRUE(ledger->add(sample::story(), sample::kStamp).has_value());
    ASSERT_TRUE(ledger->check()->empty());
    Database(file, Database::Access::kWrite).run(damage.sql);
    const auto found = ledger->check();
    ASSERT_TRUE(found.has_value()) << damage.sql << ": " << found.error().message();
    ASSERT_FALSE(found->empty()) << damage.sql;
    EXPECT_EQ(found->front().what, damage.what) << damage.sql << ": " << found->front().reason;
  }
}

}  // namespace
}  // namespace detente
