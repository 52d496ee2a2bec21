#include "reading/actors/salience.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace detente {
namespace {

constexpr std::size_t kLookBack = 60;    // uses; reference does not reach further
constexpr std::size_t kRankBack = 300;   // uses that count for a ranking
constexpr float kSentenceDecay = 0.65F;  // of a use's weight, a sentence
constexpr float kSentenceStep = 1.0F;    // of a candidate's score, a sentence
constexpr float kTokenStep = 0.01F;      // of a candidate's score, a word

// How much the document's theme counts beside what was said last, where one side of two is sought,
// and where both are.
constexpr float kOtherTheme = 3.0F;
constexpr float kPairTheme = 8.0F;

float weight_of(const Draft& draft, bool subject, bool object) {
  if (draft.mention.place) return draft.name_kind == NameKind::kState ? 0.6F : 0.4F;
  switch (draft.mention.kind) {
    case MentionKind::kAdjective: return 0.6F;
    case MentionKind::kPronoun: return subject ? 1.0F : 0.5F;
    default: return subject ? 2.0F : object ? 1.5F : 1.0F;
  }
}

}  // namespace

Salience::Salience(const DocumentPage& page, const std::vector<Draft>& drafts) : page_(page) {
  float sum = 0;
  for (const Draft& draft : drafts) {
    if (draft.mention.place || draft.mention.actors.size() != 1) continue;
    theme_[draft.mention.actors.front()] += 1;
    sum += 1;
  }
  for (auto& entry : theme_) entry.second /= sum;
}

void Salience::add(const std::vector<Draft>& drafts, std::int32_t draft) {
  const Mention& mention = drafts[draft].mention;
  Use use;
  use.at = mention.head;
  use.sentence = page_.sentence_of[use.at];
  use.paragraph = page_.paragraph(use.at);
  use.actors = mention.actors;
  use.draft = draft;
  use.group = mention.kind == MentionKind::kCollective;
  use.subject = page_.is_subject(use.at);
  use.object = page_.is_object(use.at);
  use.weight = weight_of(drafts[draft], use.subject, use.object);
  uses_.push_back(std::move(use));
}

void Salience::add_group(const std::vector<Draft>& drafts, std::int32_t last, const Codes& actors) {
  add(drafts, last);
  uses_.back().actors = actors;
  uses_.back().group = true;
  uses_.back().weight = 0;  // its members have been counted
}

const Use* Salience::best(TokenIndex at, std::int32_t sentences, const Fit& fit) const {
  const Use* best = nullptr;
  float best_score = 0;
  const std::int32_t sentence = page_.sentence_of[at];
  const std::size_t first = uses_.size() > kLookBack ? uses_.size() - kLookBack : 0;
  for (std::size_t i = uses_.size(); i-- > first;) {
    const Use& use = uses_[i];
    const std::int32_t distance = sentence - use.sentence;
    if (use.at >= at || distance > sentences) continue;
    const float fitness = fit(use);
    if (fitness < 0) continue;
    const float score = 100 + fitness - kSentenceStep * static_cast<float>(distance) -
                        kTokenStep * static_cast<float>(std::min(at - use.at, TokenIndex{60}));
    if (score <= best_score) continue;
    best = &use;
    best_score = score;
  }
  return best;
}

Codes Salience::ranking(TokenIndex at, float theme) const {
  std::map<std::string, float> in_mind;
  if (theme > 0) {
    for (const auto& [code, share] : theme_) in_mind[code] = theme * share;
  }
  const std::int32_t sentence = page_.sentence_of[at];
  // Far back the weights have faded, and a long document must not take quadratic time.
  const std::size_t first = uses_.size() > kRankBack ? uses_.size() - kRankBack : 0;
  for (std::size_t i = first; i < uses_.size(); ++i) {
    const Use& use = uses_[i];
    const auto distance = static_cast<float>(std::max(0, sentence - use.sentence));
    if (use.weight <= 0) continue;
    for (const std::string& code : use.actors) {
      // What is spoken of throughout stays in mind a little.
      in_mind[code] += use.weight * (std::pow(kSentenceDecay, distance) + 0.02F);
    }
  }
  std::vector<std::pair<std::string, float>> ranked(in_mind.begin(), in_mind.end());
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  Codes codes;
  for (const auto& entry : ranked) codes.push_back(entry.first);
  return codes;
}

Codes Salience::leading(TokenIndex at, std::size_t count) const {
  Codes codes = ranking(at);
  if (codes.size() > count) codes.resize(count);
  return codes;
}

std::string Salience::other_than(TokenIndex at, const Codes& codes) const {
  for (const std::string& code : ranking(at, kOtherTheme)) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) return code;
  }
  return {};
}

Codes Salience::opposed(TokenIndex at, std::size_t count, const Codes& except) const {
  Codes codes;
  const Codes ranked = ranking(at, kPairTheme);
  // States come before the organisations that speak between them.
  for (const bool organisations : {false, true}) {
    for (const std::string& code : ranked) {
      if (codes.size() == count) return codes;
      const Actor* actor = page_.knowledge.actors.find(code);
      if (actor && actor->organisation != organisations) continue;
      if (std::find(except.begin(), except.end(), code) == except.end()) add_code(codes, code);
    }
  }
  return codes;
}

Codes Salience::subjects_before(TokenIndex at) const {
  Codes codes;
  const std::int32_t sentence = page_.sentence_of[at];
  for (std::size_t i = uses_.size(); i-- > 0 && uses_[i].sentence >= sentence;) {
    const Use& use = uses_[i];
    if (use.sentence == sentence && use.subject && use.at < at) add_new(codes, use.actors);
  }
  return codes;
}

}  // namespace detente
