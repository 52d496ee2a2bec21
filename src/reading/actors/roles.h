// Where a document has a word for an office, a body or a group that belongs to some side.
#pragma once

#include <vector>

#include "knowledge/people.h"
#include "reading/actors/names.h"
#include "reading/actors/page.h"

namespace detente {

// `role` lives as long as the Knowledge.
struct RoleHit {
  TokenRange tokens;
  const RoleWord* role = nullptr;
  bool plural = false;
};

// In the order of the text, none overlapping; words inside the name of a side are left out.
std::vector<RoleHit> find_roles(const DocumentPage& page, const std::vector<NameHit>& names);

}  // namespace detente
