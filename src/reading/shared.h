// One word often announces objects of several lists: "accused" is a statement and an event, "met"
// an event and a meeting, "severed" a measure and a cut channel. What the model marked in one list
// only is seen in the others too.
#pragma once

#include <vector>

#include "knowledge/ontology.h"
#include "language/analysis.h"

namespace detente {

// The triggers of the analysis and those that follow from them, in the order of the text. A trigger
// is added only where none of its list overlaps its words. The result points into `ontology` and
// the analysis's label sets.
std::vector<Trigger> shared_triggers(const Analysis& analysis, const Ontology& ontology);

}  // namespace detente
