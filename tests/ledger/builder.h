// Assertions written by hand, as short as a test likes them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ledger/fold.h"
#include "ledger/lives.h"

namespace detente::test {

inline Date day(const char* iso) { return *Date::parse(iso); }
inline Interval when(const char* iso) { return *Interval::parse(iso); }

// What one document tells: each object with its sentence, one after the other.
class Told {
 public:
  Told(std::string document, const char* known)
      : document_(std::move(document)), known_(day(known)) {}

  template <typename T>
  Told& tell(T object, const std::string& sentence) {
    Evidence words{
        document_, {place_, place_ + static_cast<std::uint32_t>(sentence.size())}, sentence, {}};
    if constexpr (std::is_same_v<T, Ending>) {
      object.evidence = words;
    } else {
      object.evidence = {words};
    }
    place_ += static_cast<std::uint32_t>(sentence.size()) + 1;
    std::string id = document_ + "x" + std::to_string(out_.size()) + "x";
    id.resize(12, '0');
    out_.push_back({id, document_, "The " + document_, known_, std::move(object)});
    return *this;
  }

  const std::vector<Assertion>& assertions() const { return out_; }
  std::string id(std::size_t place) const { return out_.at(place).id; }

 private:
  std::string document_;
  Date known_;
  std::uint32_t place_ = 0;
  std::vector<Assertion> out_;
};

inline std::vector<Assertion> all(std::initializer_list<Told> documents) {
  std::vector<Assertion> out;
  for (const Told& told : documents)
    out.insert(out.end(), told.assertions().begin(), told.assertions().end());
  return out;
}

template <typename T>
std::vector<Line> lines_of(const std::vector<Assertion>& assertions,
                           const std::vector<EditorWord>& words = {}) {
  std::vector<Line> out;
  for (Line& line : fold(assertions, words)) {
    if (std::holds_alternative<T>(line.object)) out.push_back(std::move(line));
  }
  return out;
}

template <typename T>
const T& as(const Line& line) {
  return std::get<T>(line.object);
}

inline std::string status_on(const Line& line, const char* as_of) {
  const auto object = at(line, day(as_of));
  return object ? std::string(status_of(*object)) : "not there";
}

inline Measure expulsion(std::optional<Interval> announced, std::optional<double> count) {
  Measure measure{.by = {"PER"},
                  .against = {"CHL"},
                  .kind = "expulsion",
                  .status = "in_force",
                  .announced = announced};
  if (count) measure.quantity = Quantity{*count, "diplomats"};
  return measure;
}

inline Measure ban(const char* status, std::optional<Interval> announced = {}) {
  return {.by = {"PER"},
          .against = {"CHL"},
          .kind = "import_ban",
          .status = status,
          .announced = announced};
}

inline EditorWord word(const char* id, WordKind kind, std::vector<std::string> anchors,
                       const char* said = "2032-01-01") {
  EditorWord out;
  out.id = id;
  out.kind = kind;
  out.anchors = std::move(anchors);
  out.by = "Ada Example";
  out.because = "the note says so";
  out.known = day(said);
  out.recorded = std::string(said) + "T08:00:00Z";
  return out;
}

}  // namespace detente::test
