#include "reading/context.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "reading/shared.h"

namespace detente {
namespace {

// What a filler is called in evidence; null for what is not shown.
const char* mark_of(Role role) {
  switch (role) {
    case Role::kAgent: return "source";
    case Role::kParty: return "side";
    case Role::kPatient: return "target";
    case Role::kSpeaker: return "speaker";
    case Role::kContent: return "content";
    case Role::kDate:
    case Role::kEffective:
    case Role::kDeadline:
    case Role::kEnd: return "date";
    case Role::kPlace: return "place";
    case Role::kQuantity: return "quantity";
    default: return nullptr;
  }
}

}  // namespace

Context::Context(const Document& document, const Analysis& analysis, const Mentions& mentions,
                 const std::vector<TimeExpression>& times, const Knowledge& knowledge,
                 const TimeWords& words)
    : document_(document),
      analysis_(analysis),
      mentions_(mentions),
      times_(times),
      knowledge_(knowledge),
      words_(words),
      triggers_(shared_triggers(analysis, knowledge.ontology)) {
  sentence_of_.resize(analysis.tokens.size());
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const TokenRange range = analysis.sentences[s].tokens;
    std::fill(sentence_of_.begin() + range.first, sentence_of_.begin() + range.last,
              static_cast<std::uint32_t>(s));
  }
  count_sides();
  index_attributions();
  index_days();
  std::vector<std::string_view> lemmas;
  std::vector<std::string_view> forms;
  for (const Token& token : analysis.tokens) {
    lemmas.emplace_back(token.lemma);
    forms.emplace_back(token.form);
  }
  lexical_ = knowledge.read_words(lemmas, forms);
}

std::vector<const Trigger*> Context::triggers(Frame frame) const {
  std::vector<const Trigger*> out;
  for (const Trigger& trigger : triggers_) {
    if (trigger.frame == frame) out.push_back(&trigger);
  }
  return out;
}

std::vector<TokenRange> Context::fillers(const Trigger& trigger, Role role) {
  std::vector<TokenRange> out;
  for (const Filler& filler : trigger.fillers) {
    if (filler.role == role) out.push_back(filler.tokens);
  }
  return out;
}

std::vector<std::string> Context::sides(const Trigger& trigger, Role role) const {
  std::vector<std::string> out;
  for (const TokenRange filler : fillers(trigger, role)) {
    const Mention* mention = mentions_.at(filler);
    if (mention != nullptr && !mention->place) add_new(out, mentions_.actors(filler));
  }
  return out;
}

void Context::count_sides() {
  double all = 0;
  for (const Mention& mention : mentions_.all()) {
    if (mention.place) continue;
    for (const std::string& actor : mention.actors) {
      share_of_[actor] += 1;
      all += 1;
    }
  }
  for (auto& entry : share_of_) entry.second /= all;
}

void Context::index_attributions() {
  attribution_of_.assign(analysis_.tokens.size(), -1);
  for (std::size_t i = analysis_.attributions.size(); i-- > 0;) {
    for (const TokenRange cue : analysis_.attributions[i].cue) {
      std::fill(attribution_of_.begin() + cue.first, attribution_of_.begin() + cue.last,
                static_cast<std::int32_t>(i));
    }
  }
}

void Context::index_days() {
  std::int32_t last = -1;
  std::int32_t paragraph = -1;
  for (std::size_t i = 0; i < times_.size(); ++i) {
    const TimeExpression& time = times_[i];
    const std::int32_t here = analysis_.sentences[sentence_of(time.tokens.first)].paragraph;
    if (here != paragraph) last = -1;
    paragraph = here;
    const bool day = time.calendar && time.calendar->begin.precision() == Precision::kDay &&
                     (time.type == TimexType::kDate || time.type == TimexType::kTime);
    if (day) last = static_cast<std::int32_t>(i);
    day_told_.push_back(last);
  }
}

std::string Context::counterpart(const std::vector<std::string>& side, TokenIndex at) const {
  constexpr std::size_t kFarthest = 40;  // sentences: what has no paragraphs is no longer one
  constexpr double kTheme = 6;           // mentions that a side has that the document is all about
  const auto& sentences = analysis_.sentences;
  const std::size_t here = sentence_of(at);
  std::size_t low = here;
  while (low > 0 && here - low < kFarthest &&
         sentences[low - 1].paragraph == sentences[here].paragraph) {
    --low;
  }
  std::map<std::string, double> talk;
  for (const auto& [actor, share] : share_of_) talk[actor] = kTheme * share;
  // The sentence is a part of its paragraph and counts twice.
  for (const TokenRange part : {sentences[here].tokens, TokenRange{sentences[low].tokens.first,
                                                                   sentences[here].tokens.last}}) {
    for (const Mention& mention : mentions_.inside(part)) {
      if (mention.place) continue;
      for (const std::string& actor : mention.actors) talk[actor] += 1;
    }
  }
  for (const std::string& one : side) talk.erase(one);
  const auto most = std::max_element(
      talk.begin(), talk.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == talk.end() ? std::string() : most->first;
}

std::span<const TimeExpression> Context::times_in(TokenRange tokens) const {
  const auto first = std::partition_point(
      times_.begin(), times_.end(),
      [&](const TimeExpression& time) { return time.tokens.last <= tokens.first; });
  const auto last = std::partition_point(first, times_.end(), [&](const TimeExpression& time) {
    return time.tokens.first < tokens.last;
  });
  return {first, last};
}

const TimeExpression* Context::time_in(TokenRange tokens) const {
  const std::span<const TimeExpression> found = times_in(tokens);
  return found.empty() ? nullptr : &found.front();
}

const Attribution* Context::attribution_at(TokenRange tokens) const {
  std::int32_t first = -1;
  for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
    const std::int32_t here = attribution_of_[t];
    if (here >= 0 && (first < 0 || here < first)) first = here;
  }
  return first < 0 ? nullptr : &analysis_.attributions[first];
}

std::vector<std::string> Context::sides_told(const std::vector<TokenRange>& parts) const {
  std::vector<std::string> out;
  for (const TokenRange part : parts) {
    for (const Mention& mention : mentions_.inside(part)) {
      if (!mention.place) add_new(out, mention.actors);
    }
  }
  return out;
}

std::vector<std::string> Context::sides_concerned(const std::vector<TokenRange>& parts,
                                                  TokenIndex at,
                                                  const std::vector<std::string>& known,
                                                  std::size_t least) const {
  const auto of_known = [&](const std::string& side) { return has(known, side); };
  std::vector<std::string> out = sides_told(parts);
  std::erase_if(out, of_known);
  if (out.size() < least) add_new(out, sides_told({sentence_tokens(at)}));
  std::erase_if(out, of_known);
  while (out.size() < least) {
    std::vector<std::string> besides = known;
    add_new(besides, out);
    std::string other = counterpart(besides, at);
    if (other.empty()) break;
    out.push_back(std::move(other));
  }
  return out;
}

bool Context::in_clause(TokenRange within, const Trigger& trigger) const {
  const auto& tokens = analysis_.tokens;
  const auto verb_above = [&](TokenIndex t) {
    for (int steps = 0; t != kNoToken && steps < 8; ++steps, t = tokens[t].head) {
      if (trigger.tokens.contains(t) || tokens[t].upos == "VERB") return t;
    }
    return kNoToken;
  };
  const TokenIndex above = verb_above(within.first);
  if (above == kNoToken) return false;
  return trigger.tokens.contains(above) ||
         above == verb_above(tokens[trigger.tokens.first].head);
}

std::optional<Interval> Context::date(const Trigger& trigger, Role role, Beside beside) const {
  for (const TokenRange filler : fillers(trigger, role)) {
    for (const TimeExpression& time : times_in(filler)) {
      if (time.calendar) return time.calendar;
    }
  }
  if (beside == Beside::kNo) return std::nullopt;
  const TimeExpression* only = nullptr;
  int count = 0;
  for (const TimeExpression& time : times_in(sentence_tokens(trigger.tokens.first))) {
    const bool dated =
        time.calendar && (time.type == TimexType::kDate || time.type == TimexType::kTime);
    if (!dated) continue;
    if (in_clause(time.tokens, trigger)) return time.calendar;
    only = &time;
    ++count;
  }
  if (beside == Beside::kSentence && count == 1) return only->calendar;
  return std::nullopt;
}

std::optional<Interval> Context::narrative_date(TokenIndex at) const {
  const auto after =
      std::partition_point(times_.begin(), times_.end(),
                           [&](const TimeExpression& time) { return time.tokens.first < at; });
  if (after == times_.begin()) return std::nullopt;
  const std::size_t before = static_cast<std::size_t>(after - times_.begin()) - 1;
  const auto paragraph_of = [&](TokenIndex t) {
    return analysis_.sentences[sentence_of(t)].paragraph;
  };
  const bool here = paragraph_of(times_[before].tokens.first) == paragraph_of(at);
  if (!here || day_told_[before] < 0) return std::nullopt;
  return times_[day_told_[before]].calendar;
}

Evidence Context::evidence(TokenRange tokens) const {
  const Span span = analysis_.span_of(analysis_.sentences[sentence_of(tokens.first)].tokens);
  return {document_.id, span, document_.text.substr(span.begin, span.size())};
}

Evidence Context::evidence(const Trigger& trigger) const {
  Evidence out = evidence(trigger.tokens);
  const bool said = trigger.frame == Frame::kStatement || trigger.frame == Frame::kClaim;
  const auto mark = [&](const char* role, TokenRange tokens) {
    const Span span = analysis_.span_of(tokens);
    const bool inside = span.begin >= out.span.begin && span.end <= out.span.end;
    const bool there = std::any_of(out.marks.begin(), out.marks.end(), [&](const Mark& other) {
      return other.span == span && (other.role == role || std::string_view(role) == "side");
    });
    if (inside && !there) out.marks.push_back({role, span});
  };
  mark(said ? "cue" : "trigger", trigger.tokens);
  // A side that is more than a party is marked as what more it is: parties come last.
  for (const bool parties : {false, true}) {
    for (const Filler& filler : trigger.fillers) {
      const char* role = mark_of(filler.role);
      if (role != nullptr && (filler.role == Role::kParty) == parties) mark(role, filler.tokens);
    }
  }
  std::sort(out.marks.begin(), out.marks.end(), [](const Mark& a, const Mark& b) {
    return std::tie(a.span.begin, b.span.end) < std::tie(b.span.begin, a.span.end);
  });
  return out;
}

bool Context::tells(const Lexicon& lexicon, std::string_view name, TokenRange tokens) const {
  const auto hits = lexicon.find(lexical_, static_cast<std::size_t>(tokens.first),
                                 static_cast<std::size_t>(tokens.last));
  return std::any_of(hits.begin(), hits.end(), [&](const LexiconHit& hit) {
    return lexicon.at(hit.entry).name == name;
  });
}

const Announced* Context::find(const Lexicon& lexicon, TokenRange tokens) const {
  const auto hits = lexicon.find(lexical_, static_cast<std::size_t>(tokens.first),
                                 static_cast<std::size_t>(tokens.last));
  return hits.empty() ? nullptr : &lexicon.at(hits.front().entry);
}

}  // namespace detente
