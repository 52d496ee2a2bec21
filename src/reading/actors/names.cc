#include "reading/actors/names.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>

#include "reading/actors/words.h"

namespace detente {
namespace {

struct RawHit {
  TokenRange tokens;
  std::span<const ActorName> readings;
};

// Times that each side is named in words that mean no other.
using Evidence = std::map<std::string, int>;

bool is_place_kind(NameKind kind) { return kind == NameKind::kCapital || kind == NameKind::kCity; }

// Whether the words around a hit inside the name of something larger still leave it its meaning:
// "Russian Foreign Ministry" does, "Washington Post" and "Persian Gulf" do not.
bool survives_larger_name(const DocumentPage& page, TokenRange hit, const Entity& entity,
                          NameKind kind) {
  const TokenRange name = entity.tokens;
  const bool owner = hit.last < page.size() && is_possessive_mark(page.lower[hit.last]);
  if (owner) return true;
  if (entity.type == EntityType::kPerson) {
    return kind == NameKind::kAdjective || kind == NameKind::kBody ||
           kind == NameKind::kOrganisation;
  }
  // "High Security Council" is another body than the one its last words name.
  const bool longer = hit.first > name.first && page.is_capitalised(hit.first - 1);
  if (longer && (kind == NameKind::kBody || kind == NameKind::kOrganisation)) return false;
  for (TokenIndex t = name.first; t < name.last; ++t) {
    if (hit.contains(t)) continue;
    if (is_outlet_word(page.lower[t])) return false;
    if (is_geographic_word(page.lower[t]) && kind != NameKind::kBody) return false;
  }
  if (entity.type == EntityType::kOrganisation || entity.type == EntityType::kFacility) {
    return !is_place_kind(kind);
  }
  return true;
}

bool is_person_name(const DocumentPage& page, const RawHit& hit) {
  const Entity* entity = page.entity(hit.tokens.first);
  if (!entity || entity->type != EntityType::kPerson) return false;
  const NameKind kind = hit.readings.front().kind;
  const bool larger = entity->tokens.size() > hit.tokens.size();
  // "Washington" alone is more often the capital, whatever the tagger says, unless a title or an
  // initial stands before it.
  if (!larger) {
    const TokenIndex before = hit.tokens.first - 1;
    return before >= page.sentence(hit.tokens.first).first &&
           (is_courtesy_title(page.lower[before]) ||
            (page.entity(before) && page.entity(before)->type == EntityType::kPerson));
  }
  return hit.tokens.last >= entity->tokens.last || kind != NameKind::kAdjective;
}

bool is_kept(const DocumentPage& page, const RawHit& hit) {
  if (is_person_name(page, hit)) return false;
  if (hit.tokens.size() == 1 && is_direction(page.lower[hit.tokens.first])) {
    const TokenIndex t = hit.tokens.first;
    const bool the = t > page.sentence(t).first && page.lower[t - 1] == "the";
    if (!the || (t + 1 < page.size() && page.is_capitalised(t + 1))) return false;
  }
  const Entity* entity = page.entity(hit.tokens.first);
  const bool nested = entity && entity->tokens.contains(hit.tokens) && entity->tokens != hit.tokens;
  if (nested && !survives_larger_name(page, hit.tokens, *entity, hit.readings.front().kind)) {
    return false;
  }
  // Newspapers and waters that the entity head did not see.
  if (hit.tokens.last < page.sentence(hit.tokens.first).last) {
    const TokenIndex next = hit.tokens.last;
    const bool part = page.is_capitalised(next) && page.inside_sentence(next);
    if (part && (is_outlet_word(page.lower[next]) || is_geographic_word(page.lower[next]))) {
      return false;
    }
  }
  // "Gulf of Mexico", "Sea of Japan".
  const TokenIndex first = hit.tokens.first;
  if (first >= 2 && page.lower[first - 1] == "of" && page.is_capitalised(first - 2) &&
      is_geographic_word(page.lower[first - 2])) {
    return false;
  }
  // "Atlanta, Georgia": the second is a part of the first's state.
  if (hit.readings.front().ambiguous && first >= 2 && page.forms[first - 1] == ",") {
    const auto before = page.knowledge.actors.readings(page.forms[first - 2]);
    const bool city = !before.empty() && before.front().kind == NameKind::kCity &&
                      before.front().code != hit.readings.front().code;
    if (city) return false;
  }
  return true;
}

std::vector<RawHit> raw_hits(const DocumentPage& page) {
  std::vector<RawHit> hits;
  const std::span<const std::string_view> forms(page.forms);
  for (const Sentence& sentence : page.analysis.sentences) {
    const auto part = forms.first(sentence.tokens.last);
    for (TokenIndex t = sentence.tokens.first; t < sentence.tokens.last;) {
      const auto match = page.knowledge.actors.match(part, t);
      if (!match) {
        ++t;
        continue;
      }
      RawHit hit{{t, t + match->words}, match->readings};
      if (page.lower[t] == "the" && hit.tokens.size() > 1) ++hit.tokens.first;
      while (hit.tokens.size() > 1 && is_possessive_mark(page.lower[hit.tokens.last - 1])) {
        --hit.tokens.last;
      }
      if (is_kept(page, hit)) hits.push_back(hit);
      t = hit.tokens.last;
    }
  }
  return hits;
}

bool names_one_side(std::span<const ActorName> readings) {
  return std::all_of(readings.begin(), readings.end(), [&readings](const ActorName& reading) {
    return reading.code == readings.front().code;
  });
}

// Words that also mean something else, in a document that neither names the side otherwise nor has
// them as a name of their own.
bool lacks_evidence(const DocumentPage& page, const RawHit& hit, const Evidence& evidence) {
  const bool all_ambiguous =
      std::all_of(hit.readings.begin(), hit.readings.end(),
                  [](const ActorName& reading) { return reading.ambiguous; });
  if (!all_ambiguous) return false;
  const bool direction = is_direction(page.lower[hit.tokens.first]);
  if (!direction && hit.readings.front().kind <= NameKind::kCapital) return false;
  const bool told = std::any_of(hit.readings.begin(), hit.readings.end(), [&](const auto& reading) {
    return evidence.contains(reading.code);
  });
  if (told) return false;
  const Entity* entity = page.entity(hit.tokens.first);
  return !entity || !hit.tokens.contains(entity->tokens) || entity->type == EntityType::kPerson;
}

bool used_as_people(const DocumentPage& page, TokenRange tokens) {
  const TokenIndex next = tokens.last;
  const bool before_noun = next < page.sentence(tokens.first).last &&
                           (page.is_noun(next) || page.token(next).upos == "ADJ" ||
                            page.forms[next] == "-" || page.token(next).upos == "NUM");
  return !before_noun;
}

// The reading that fits the document: the side named most often in plain words, and of one side
// the kind that fits the place in the sentence.
const ActorName* choose(const DocumentPage& page, const RawHit& hit, const Evidence& evidence) {
  const ActorName* best = nullptr;
  int best_score = -1;
  for (const ActorName& reading : hit.readings) {
    const auto told = evidence.find(reading.code);
    int score = told == evidence.end() ? 0 : 4 * told->second;
    const bool people = reading.kind == NameKind::kPeople;
    const bool adjective = reading.kind == NameKind::kAdjective;
    if (people || adjective) score += used_as_people(page, hit.tokens) == people ? 2 : 0;
    if (reading.kind == NameKind::kCity) score -= 1;
    // "Brussels" is the Union's before it is Belgium's.
    const Actor* actor = page.knowledge.actors.find(reading.code);
    if (reading.kind == NameKind::kCapital && actor && actor->organisation) score += 1;
    if (score > best_score) {
      best = &reading;
      best_score = score;
    }
  }
  return best ? best : &hit.readings.front();
}

bool is_place_use(const DocumentPage& page, TokenRange tokens, NameKind kind) {
  if (kind != NameKind::kCapital && kind != NameKind::kCity && kind != NameKind::kState)
    return false;
  if (tokens.last < page.size() && is_possessive_mark(page.lower[tokens.last])) return false;
  TokenIndex before = tokens.first - 1;
  const TokenIndex begin = page.sentence(tokens.first).first;
  while (before >= begin && (page.lower[before] == "the" || page.token(before).upos == "ADJ")) {
    --before;
  }
  return before >= begin && is_locative(page.lower[before]);
}

}  // namespace

std::vector<NameHit> find_names(const DocumentPage& page) {
  const std::vector<RawHit> raw = raw_hits(page);
  Evidence evidence;
  for (const RawHit& hit : raw) {
    if (names_one_side(hit.readings) && !hit.readings.front().ambiguous)
      ++evidence[hit.readings.front().code];
  }
  std::vector<NameHit> hits;
  hits.reserve(raw.size());
  for (const RawHit& hit : raw) {
    if (lacks_evidence(page, hit, evidence)) continue;
    NameHit& name = hits.emplace_back();
    name.tokens = hit.tokens;
    name.reading = choose(page, hit, evidence);
    name.dateline = hit.tokens.last <= page.dateline;
    name.place = name.dateline || is_place_use(page, hit.tokens, name.reading->kind);
    const bool demonym = std::any_of(hit.readings.begin(), hit.readings.end(), [](const auto& r) {
      return r.kind == NameKind::kPeople || r.kind == NameKind::kAdjective;
    });
    name.people = demonym && used_as_people(page, hit.tokens);
  }
  return hits;
}

}  // namespace detente
