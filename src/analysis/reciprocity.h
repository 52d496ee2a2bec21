// Who answers whom, with what, and how soon; and where the two sides are uneven.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/series.h"
#include "base/date.h"
#include "knowledge/ontology.h"
#include "ledger/assertion.h"

namespace detente {

// One measure and what it answers.
struct Answer {
  std::string line{};          // id of the answering measure
  std::string kind{};          // its kind
  std::string trigger{};       // id of the line that it answers
  std::string trigger_kind{};  // kind of the measure, or root of the event, that it answers
  std::optional<int> lag{};    // days; nothing where a day is unknown
  bool in_kind = false;        // a measure of the same kind
  bool told = false;           // a report says so; else found by sides, kind and time
};

// How one side answers the measures of the other.
struct Reciprocity {
  std::string answerer{};
  std::string answered{};
  int measures = 0;  // of `answered` against `answerer`, imposed: in force now or once
  int met = 0;       // of these, how many were answered
  std::vector<Answer> answers{};
  std::optional<double> median_lag{};    // days, of the answers whose lag is known
  std::map<std::string, int> by_kind{};  // kinds that it answers with

  double share_met() const { return measures == 0 ? 0.0 : static_cast<double>(met) / measures; }
  double share_in_kind() const;  // of the answers
};

// The answers of `b` to `a`'s measures first, then those of `a` to `b`'s. `lines`: all lines
// between the two; answers to events count among the answers, not among the measures met.
std::vector<Reciprocity> reciprocity(std::span<const Line> lines, const std::string& a,
                                     const std::string& b);

// A measure in force and for how long.
struct Standing {
  const Line* line;
  Date since;  // when it began to bind, or was announced
  int days;    // up to the day asked about
};

// The measures in force on a day, the longest-standing first; those without a date are left out.
std::vector<Standing> longest_standing(std::span<const Line> lines, const Date& as_of);

// One figure of what each of two sides does to the other.
struct Asymmetry {
  std::string what{};  // "measures in force", "material conflict", "accuses", ...
  double from_a = 0, from_b = 0;
};

// Measures in force, events by quad class and their mean Goldstein value, offers made, and
// statements by stance, each from `a` towards `b` and back. Figures that are zero on both sides are
// left out.
std::vector<Asymmetry> asymmetries(std::span<const Line> lines, const Ontology& ontology,
                                   const std::string& a, const std::string& b, const Date& as_of);

// Everything that the lines between two sides tell of how they treat each other. The lines must
// outlive it.
struct Dealings {
  std::string a, b;
  std::vector<Month> a_to_b, b_to_a;
  std::vector<Reciprocity> sides;
  std::vector<Standing> standing;
  std::vector<Asymmetry> asymmetries;
};
Dealings dealings_between(std::span<const Line> lines, const Ontology& ontology,
                          const std::string& a, const std::string& b, const Date& as_of);

}  // namespace detente
