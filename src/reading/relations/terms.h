// Terms of an offer: what the model marks word by word, as the stretches that a reader would list.
#pragma once

#include <vector>

#include "reading/context.h"

namespace detente {

// The terms that the marked stretches tell, in the order of the text. Stretches of one phrase are
// one term, of the kind and phase that most of its words have; what names nothing is left out where
// another term has its kind.
std::vector<Term> terms_of(const Context& context, std::vector<const Trigger*> marked);

}  // namespace detente
