// Everything that people, not models, know: loaded once from the files under knowledge/, checked,
// and then read by any number of threads. No actor, verb or office is named in C++.
//
//   names of sides      knowledge.actors.match(forms, i)       "the Kremlin" -> RUS, GOV, seat
//   people              knowledge.people.match(forms, i)       "Lavrov" -> who held office then
//   roles               knowledge.roles.find(words, a, b)      "foreign minister" -> GOV, a person
//   kinds, cues, ...    knowledge.ontology.measures.find(...)  "expelled" -> expulsion
//
// Names are compared by the form of words, all else by lemma: words = knowledge.read_words(...).
#pragma once

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/actors.h"
#include "knowledge/ontology.h"
#include "knowledge/people.h"
#include "knowledge/phrases.h"

namespace detente {

struct Knowledge {
  Actors actors;      // states, organisations and their names
  People people;      // who held which office when
  Roles roles;        // words for offices, bodies and groups that belong to a side
  Ontology ontology;  // roots, kinds, stances, statuses, contexts, and their words
  Vocabulary vocabulary;

  // A text's words as the lexicons compare them. Both spans have one entry a word.
  std::vector<LexicalWord> read_words(std::span<const std::string_view> lemmas,
                                      std::span<const std::string_view> forms) const;
};

// Reads and checks the whole folder. An error names the file and line it lies in, as
// "knowledge/actors/states.yaml:120"; nothing of a faulty folder is used.
Result<Knowledge> load_knowledge(const std::filesystem::path& folder);

}  // namespace detente
