// What lines are found by.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ledger/store/database.h"
#include "ledger/store/lines.h"

namespace detente::store {

using Days = std::int64_t;  // since 1970-01-01

Days days_of(const Date& date);  // first day
Days last_day_of(const Date& date);

// A term's text by what it stands for.
std::string all_term();
std::string side_term(const std::string& side);
std::string pair_term(const std::string& a, const std::string& b);  // in either order
std::string kind_term(std::string_view kind);
std::string status_term(std::string_view status);
std::string outlet_term(const std::string& outlet);

// One row of the index, with its term as text.
struct EntryRow {
  std::string term;
  List list = List::kEvents;
  Days day = 0;
  Key line = 0;
  std::optional<Days> last;
  std::string kind, status;
  std::string outlet;  // empty: several

  auto operator<=>(const EntryRow&) const = default;
};

// All that a stored line is found by; nothing for one that was rejected. In the order of terms.
std::vector<EntryRow> entries_of(Database& database, const Line& line, Key key);

struct DueRow {
  Days day = 0;
  std::string what;

  auto operator<=>(const DueRow&) const = default;
};

// When something of the line falls due; each once, sorted.
std::vector<DueRow> dues_of(const Line& line);

// Writes and takes away both.
class Index {
 public:
  explicit Index(Database& database) : database_(database) {}
  void insert(const Line& line, Key key);
  void remove(const Line& line, Key key);

 private:
  Key term(const std::string& text);

  Database& database_;
  std::map<std::string, Key> terms_;  // of this transaction
};

std::optional<Key> term_key(Database& database, const std::string& text);

// A page's place: the row before it.
struct Place {
  Days day = 0;
  Key line = 0;
};

// What is asked of the index. Terms beside the first must hold as well.
struct Question {
  List list = List::kEvents;
  const Filter* filter = nullptr;
  std::optional<Place> after;
  bool by_status = true;  // false: whoever asks looks at the status himself
};

// Calls `use` with each row that fits, in order, until it says that it has enough.
void each_entry(Database& database, const Question& question,
                const std::function<bool(const Place&)>& use);

}  // namespace detente::store
