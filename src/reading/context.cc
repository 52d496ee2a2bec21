#include "reading/context.h"

#include <algorithm>
#include <array>
#include <map>

#include "reading/shared.h"

namespace detente {
namespace {

constexpr std::array<std::string_view, 8> kQuotes = {"\"", "'", "“", "”", "‘", "’", "``", "''"};

bool is_quote(std::string_view form) {
  return std::find(kQuotes.begin(), kQuotes.end(), form) != kQuotes.end();
}

}  // namespace

void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& value : more) {
    if (!has(list, value)) list.push_back(value);
  }
}

bool has(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

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
  for (const Mention& mention : mentions.all()) {
    if (!mention.actors.empty()) seen_.push_back({mention.tokens.first, mention.actors});
  }
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
  for (const TokenRange filler : fillers(trigger, role)) add_new(out, mentions_.actors(filler));
  return out;
}

std::string Context::most_seen(const std::vector<std::string>& besides, TokenIndex first,
                               TokenIndex last) const {
  std::map<std::string, int> counts;
  for (const Seen& seen : seen_) {
    if (seen.at < first || seen.at >= last) continue;
    for (const std::string& actor : seen.actors) {
      if (!has(besides, actor)) ++counts[actor];
    }
  }
  const auto top = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  return top == counts.end() ? std::string() : top->first;
}

std::string Context::counterpart(const std::vector<std::string>& side, TokenIndex at) const {
  const auto& sentences = analysis_.sentences;
  const std::size_t here = sentence_of(at);
  std::string found = most_seen(side, sentences[here].tokens.first, sentences[here].tokens.last);
  if (!found.empty()) return found;
  std::size_t low = here;
  while (low > 0 && sentences[low - 1].paragraph == sentences[here].paragraph) --low;
  found = most_seen(side, sentences[low].tokens.first, sentences[here].tokens.last);
  if (!found.empty()) return found;
  return most_seen(side, 0, static_cast<TokenIndex>(analysis_.tokens.size()));
}

const TimeExpression* Context::time_in(TokenRange tokens) const {
  for (const TimeExpression& time : times_) {
    if (time.tokens.overlaps(tokens)) return &time;
  }
  return nullptr;
}

// Whether the time hangs on the trigger, or both on one verb with nothing but nouns and
// prepositions between.
bool Context::in_clause(const TimeExpression& time, const Trigger& trigger) const {
  const auto& tokens = analysis_.tokens;
  const auto verb_above = [&](TokenIndex t) {
    for (int steps = 0; t != kNoToken && steps < 8; ++steps, t = tokens[t].head) {
      if (trigger.tokens.contains(t) || tokens[t].upos == "VERB") return t;
    }
    return kNoToken;
  };
  const TokenIndex of_time = verb_above(time.tokens.first);
  if (of_time == kNoToken) return false;
  return trigger.tokens.contains(of_time) ||
         of_time == verb_above(tokens[trigger.tokens.first].head);
}

std::optional<Interval> Context::date(const Trigger& trigger, Role role, Beside beside) const {
  for (const TokenRange filler : fillers(trigger, role)) {
    for (const TimeExpression& time : times_) {
      if (time.tokens.overlaps(filler) && time.calendar) return time.calendar;
    }
  }
  if (beside == Beside::kNo) return std::nullopt;
  const TimeExpression* only = nullptr;
  int count = 0;
  for (const TimeExpression& time : times_) {
    const bool dated =
        time.calendar && (time.type == TimexType::kDate || time.type == TimexType::kTime);
    if (!dated || !same_sentence(time.tokens.first, trigger.tokens.first)) continue;
    if (in_clause(time, trigger)) return time.calendar;
    only = &time;
    ++count;
  }
  if (beside == Beside::kSentence && count == 1) return only->calendar;
  return std::nullopt;
}

std::optional<Interval> Context::narrative_date(TokenIndex at) const {
  const std::int32_t paragraph = analysis_.sentences[sentence_of(at)].paragraph;
  std::optional<Interval> last;
  for (const TimeExpression& time : times_) {
    if (time.tokens.first >= at) break;
    const bool day = time.calendar && time.calendar->begin.precision() == Precision::kDay &&
                     (time.type == TimexType::kDate || time.type == TimexType::kTime);
    if (day && analysis_.sentences[sentence_of(time.tokens.first)].paragraph == paragraph)
      last = time.calendar;
  }
  return last;
}

std::size_t Context::sentence_of(TokenIndex token) const {
  const auto& sentences = analysis_.sentences;
  auto at = std::upper_bound(sentences.begin(), sentences.end(), token,
                             [](TokenIndex t, const Sentence& s) { return t < s.tokens.first; });
  return static_cast<std::size_t>(at - sentences.begin()) - 1;
}

Evidence Context::evidence(TokenRange tokens) const {
  const Span span = analysis_.span_of(analysis_.sentences[sentence_of(tokens.first)].tokens);
  return {document_.id, span, document_.text.substr(span.begin, span.size())};
}

const Announced* Context::find(const Lexicon& lexicon, TokenRange tokens) const {
  const auto hits = lexicon.find(lexical_, static_cast<std::size_t>(tokens.first),
                                 static_cast<std::size_t>(tokens.last));
  return hits.empty() ? nullptr : &lexicon.at(hits.front().entry);
}

std::string Context::text(TokenRange tokens) const {
  while (!tokens.empty() && is_quote(analysis_.tokens[tokens.first].form)) ++tokens.first;
  while (!tokens.empty() && is_quote(analysis_.tokens[tokens.last - 1].form)) --tokens.last;
  if (tokens.empty()) return {};
  const Span span = analysis_.span_of(tokens);
  std::string out;
  for (const char c : std::string_view(document_.text).substr(span.begin, span.size())) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) out.push_back(c);
    if (space && !out.empty() && out.back() != ' ') out.push_back(' ');
  }
  return out;
}

std::string Context::text(const Trigger& trigger, Role role, int most) const {
  return text(fillers(trigger, role), most);
}

std::vector<TokenRange> Context::joined(std::vector<TokenRange> parts) const {
  constexpr TokenIndex kWidestGap = 6;
  std::sort(parts.begin(), parts.end());
  std::vector<TokenRange> out;
  for (const TokenRange part : parts) {
    const bool near = !out.empty() && part.first - out.back().last <= kWidestGap &&
                      same_sentence(part.first, out.back().first);
    if (near) {
      out.back().last = std::max(out.back().last, part.last);
    } else {
      out.push_back(part);
    }
  }
  return out;
}

std::string Context::text(const std::vector<TokenRange>& parts, int most) const {
  std::string out;
  for (TokenRange part : parts) {
    part.last = std::min(part.last, part.first + most);
    if (part.empty()) continue;
    most -= part.size();
    const std::string words = text(part);
    if (!out.empty() && !words.empty()) out.push_back(' ');
    out += words;
  }
  return out;
}

std::string Context::proposition(const std::vector<TokenRange>& parts, int most) const {
  std::string out;
  const auto append = [&](const std::string& words) {
    if (!out.empty() && !words.empty()) out.push_back(' ');
    out += words;
  };
  for (TokenRange part : parts) {
    part.last = std::min(part.last, part.first + most);
    most -= std::max(0, part.size());
    for (const Mention& mention : mentions_.all()) {
      const bool pronoun = mention.kind == MentionKind::kPronoun && mention.actors.size() == 1;
      if (!pronoun || part.empty() || !part.contains(mention.tokens)) continue;
      const Actor* actor = knowledge_.actors.find(mention.actors.front());
      if (actor == nullptr) continue;
      if (mention.tokens.first > part.first)
        append(text(TokenRange{part.first, mention.tokens.first}));
      const bool owner = analysis_.tokens[mention.head].deprel == "nmod:poss";
      append(owner ? actor->name + "'s" : actor->name);
      part.first = mention.tokens.last;
    }
    if (!part.empty()) append(text(part));
  }
  return out;
}

TokenRange Context::subtree(TokenIndex head) const {
  const TokenRange sentence = analysis_.sentences[sentence_of(head)].tokens;
  TokenRange out{head, head + 1};
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    TokenIndex up = t;
    for (int steps = 0; up != kNoToken && up != head && steps < 64; ++steps)
      up = analysis_.tokens[up].head;
    if (up != head) continue;
    out.first = std::min(out.first, t);
    out.last = std::max(out.last, t + 1);
  }
  return out;
}

}  // namespace detente
