// The words of stretches as the record quotes them.
#include <algorithm>
#include <array>

#include "reading/context.h"

namespace detente {
namespace {

constexpr std::array<std::string_view, 8> kQuotes = {"\"", "'", "“", "”", "‘", "’", "``", "''"};

bool is_quote(std::string_view form) {
  return std::find(kQuotes.begin(), kQuotes.end(), form) != kQuotes.end();
}

}  // namespace

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
    for (const Mention& mention : mentions_.inside(part)) {
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

TokenIndex Context::head_of(TokenRange tokens) const {
  for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
    const TokenIndex head = analysis_.tokens[t].head;
    if (head == kNoToken || !tokens.contains(head)) return t;
  }
  return tokens.first;
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
