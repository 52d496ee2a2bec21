// Who acts and who is acted upon by the dependency tree, for triggers whose sides the model left
// open.
#pragma once

#include <string>
#include <vector>

#include "reading/context.h"

namespace detente {

struct Arguments {
  std::vector<std::string> agent;  // sides of the subject, the possessor, the "by" phrase
  std::vector<std::string>
      patient;  // sides of the objects and of other phrases that hang on the act
};

// Reads the tree around a trigger (Universal Dependencies): active and passive verbs, verbs that
// share the subject of the verb they are joined to, and nouns ("Lima's ban on", "the expulsion of
// ... by").
Arguments arguments_of(const Context& context, TokenRange trigger);

}  // namespace detente
