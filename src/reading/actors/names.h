// Where a document names a side by itself, by capital, seat or body, and which side that is.
#pragma once

#include <vector>

#include "knowledge/actors.h"
#include "reading/actors/page.h"

namespace detente {

// A name of a side. `reading` lives as long as the Knowledge.
struct NameHit {
  TokenRange tokens;  // without "the"
  const ActorName* reading = nullptr;
  bool place = false;  // says where something is: "in Geneva", a dateline
  bool dateline = false;
  bool people = false;  // used as a noun for people: "the Russians", "a Russian"
};

// In the order of the text, none overlapping.
std::vector<NameHit> find_names(const DocumentPage& page);

// For each token the index of the hit that covers it, or -1.
template <typename Hit>
std::vector<std::int32_t> index_by_token(const std::vector<Hit>& hits, TokenIndex tokens) {
  std::vector<std::int32_t> index(tokens, -1);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    for (TokenIndex t = hits[i].tokens.first; t < hits[i].tokens.last; ++t) {
      index[t] = static_cast<std::int32_t>(i);
    }
  }
  return index;
}

}  // namespace detente
