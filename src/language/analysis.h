// What the language room gives for one document: words, sentences and everything that the heads
// of the encoder say about them. It knows no politics: labels are plain strings of the model's own
// label sets (model/labels.json), which the knowledge and reading rooms interpret.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace detente {

// Index of a token in Analysis::tokens (the whole document's).
using TokenIndex = std::int32_t;
inline constexpr TokenIndex kNoToken = -1;

// Half-open range of tokens [first, last) of the document.
struct TokenRange {
  TokenIndex first = 0;
  TokenIndex last = 0;

  bool empty() const { return first >= last; }
  TokenIndex size() const { return last - first; }
  bool contains(TokenIndex token) const { return first <= token && token < last; }
  bool contains(TokenRange other) const { return first <= other.first && other.last <= last; }
  bool overlaps(TokenRange other) const { return first < other.last && other.first < last; }
  auto operator<=>(const TokenRange&) const = default;
};

// A word as Universal Dependencies cuts it ("do|n't", "Moscow|'s").
struct Token {
  Span span;
  std::string form;  // the bytes of `span`
  std::string lemma;
  std::string_view upos;       // UD tag: "NOUN", "VERB", ...; points into static storage
  std::string_view deprel;     // UD relation without the head: "nsubj", "obl", ...; static storage
  TokenIndex head = kNoToken;  // index in Analysis::tokens; kNoToken for the root of a sentence
};

struct Sentence {
  Span span;
  TokenRange tokens;
  std::int32_t paragraph = 0;  // number of the paragraph that it stands in, from 0
};

enum class EntityType : std::uint8_t { kPerson, kOrganisation, kPlace, kNationality, kFacility };

// A name in the text. Never crosses a sentence.
struct Entity {
  TokenRange tokens;
  EntityType type = EntityType::kPlace;
};

// Who says what, by which words (as PolNeAR cuts them). Each part may be in several stretches.
struct Attribution {
  std::vector<TokenRange> source;
  std::vector<TokenRange> cue;
  std::vector<TokenRange> content;
};

// The lists of the record that a word can announce an object of.
enum class Frame : std::uint8_t {
  kEvent,
  kStatement,
  kProposal,
  kTerm,
  kChannel,
  kMeasure,
  kMeeting,
  kClaim
};
inline constexpr int kFrameCount = 8;

// What a stretch of words is to a trigger. One set for all frames: the side that acts, imposes or
// offers is the agent, the side it is done to the patient; sides without direction are parties.
enum class Role : std::uint8_t {
  kAgent,
  kPatient,
  kParty,
  kSpeaker,
  kContent,
  kDate,
  kEffective,
  kDeadline,
  kEnd,
  kPlace,
  kQuantity,
  kPeople,
  kTerm,
  kInstrument,
  kCause,
  kReporter,
  kConfirmer,
  kDenier,
  kAbstainer,
  kTopic,
};
inline constexpr int kRoleCount = 20;

// One filler of a trigger's role, with the model's probability.
struct Filler {
  Role role = Role::kAgent;
  TokenRange tokens;
  float score = 0;
};

// A word or phrase that announces one object: "expelled" a measure of kind expulsion.
struct Trigger {
  Frame frame = Frame::kEvent;
  TokenRange tokens;
  std::string_view
      label;  // event root, stance, measure, channel or term kind; the frame's name elsewhere
  std::string_view status;  // from the frame's status set; phase for terms; empty where it has none
  float score = 0;          // probability of the label
  std::vector<std::pair<std::string_view, float>> labels;  // the best few, best first
  std::vector<Filler> fillers;
};

// One document, analysed.
struct Analysis {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Entity> entities;
  std::vector<TokenRange> times;  // stretches that name a day, date, duration or set
  std::vector<Attribution> attributions;
  std::vector<Trigger> triggers;

  Span span_of(TokenRange range) const {
    return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
  }
};

}  // namespace detente
