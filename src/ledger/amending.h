// An editor's amendments: a field of the contract gets another value.
#pragma once

#include "ledger/assertion.h"

namespace detente {

// The object with the field set, or taken away; as it was where the value does not fit the field.
Object amended(const Object& object, const EditorWord& word);

// The same for a line. A status takes the place of the last that was told by then; what a later
// report dates after the word goes on from there.
void amend(Line& line, const EditorWord& word);

}  // namespace detente
