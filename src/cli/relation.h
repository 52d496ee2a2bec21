// The act between a marked pair of sides, as `detente relate` reads and prints it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "knowledge/ontology.h"
#include "language/annotator.h"

namespace detente::cli {

// One line of the input: {"id", "text", "source": [start, end], "target": [start, end] or null}.
struct PairLine {
  nlohmann::ordered_json id;  // as given; null where there was none
  std::string text;
  Pair pair;  // bytes of the text
};

// Offsets are code points of the text. kBadInput with `where` names the field and what is wrong.
Result<PairLine> parse_pair(std::string_view line, const std::string& where);

struct Relation {
  std::string root;
  int penta = 0;      // of the root
  float none = 0;     // probability that nothing is done between the two
  RootScores scores;  // of the roots, given that something is done; they sum to 1, best first
};

// Chooses among PLOVER's roots. CONCEDE and RETREAT, which PLOVER's predecessors and its public
// test sets hold to be one root (YIELD), compete with the others together; the likelier of the two
// is then given. "No relation" is never chosen: whoever asks for a pair knows that there is one.
Relation choose_relation(const RootScores& scores, const Ontology& ontology);

// {"id", "root", "penta", "none", "scores"} on one line.
std::string relation_json(const nlohmann::ordered_json& id, const Relation& relation);

}  // namespace detente::cli
