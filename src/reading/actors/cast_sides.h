// What a document says of its persons right beside their names, and what the knowledge adds.
#pragma once

#include <span>
#include <vector>

#include "reading/actors/draft.h"
#include "reading/actors/page.h"

namespace detente {

// Links descriptions with the names that they stand beside ("X, the French ambassador to Mali"),
// and fills sides, offices and genders of the cast from titles, such descriptions and, for those of
// whom the text says nothing, from earlier reports and from who held an office on the day of
// publication.
void tell_sides(const DocumentPage& page, const Found& found, std::span<const MetPerson> met,
                std::vector<Draft>& drafts, Cast& cast);

}  // namespace detente
