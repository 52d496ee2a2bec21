#include "reading/relations/quantity.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace detente {
namespace {

// Currency signs and the like stand before digits.
bool is_sign(char c) { return !(c >= '0' && c <= '9'); }

std::string lowered(std::string form) {
  std::transform(form.begin(), form.end(), form.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return form;
}

std::optional<double> digits_of(std::string form) {
  std::erase(form, ',');
  while (!form.empty() && is_sign(form.front())) form.erase(0, 1);
  char* end = nullptr;
  const double value = std::strtod(form.c_str(), &end);
  if (form.empty() || *end != '\0') return std::nullopt;
  return value;
}

// A number written in digits ("12,000", "2.5") or words ("forty"); scales multiply ("2.5 million").
// `after` becomes the first token behind it.
std::optional<double> number_in(const Context& context, TokenRange tokens, TokenIndex& after) {
  std::optional<double> out;
  after = tokens.first;
  for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
    const std::string form = lowered(context.analysis().tokens[t].form);
    const std::optional<double> digits = digits_of(form);
    const TimeWord* word = context.words().find(form);
    if (digits) {
      out = digits;
    } else if (word != nullptr && word->scale > 0) {
      out = out.value_or(1) * word->scale;
    } else if (word != nullptr && word->cardinal >= 0) {
      // "seventy two": units after tens are added.
      const bool adds = out && after == t && word->cardinal < 10 && *out >= 20;
      out = (adds ? *out : 0) + word->cardinal;
    } else if (word != nullptr && word->group > 0) {
      out = out.value_or(1) * word->group;
    } else {
      continue;
    }
    after = t + 1;
    if (after < tokens.last && context.analysis().tokens[after].form == "-") ++after;
  }
  return out;
}

// The noun that a number's words count; `kNoToken` where they hang on none.
TokenIndex counted_noun(const Context& context, TokenIndex number) {
  const auto& tokens = context.analysis().tokens;
  const TokenIndex noun = tokens[number].head;
  if (noun == kNoToken || noun <= number || !context.same_sentence(noun, number)) return kNoToken;
  const std::string_view tag = tokens[noun].upos;
  return tag == "NOUN" || tag == "PROPN" || tag == "ADJ" || tag == "SYM" ? noun : kNoToken;
}

std::optional<Quantity> quantity_in(const Context& context, TokenRange tokens) {
  TokenIndex after = tokens.first;
  const std::optional<double> number = number_in(context, tokens, after);
  if (!number) return std::nullopt;
  if (after >= tokens.last) {  // the filler is the number alone
    const TokenIndex noun = counted_noun(context, after - 1);
    tokens.last = noun == kNoToken ? after : noun + 1;
  }
  return Quantity{*number, after < tokens.last ? context.text({after, tokens.last}) : ""};
}

// Whether a noun is something that the trigger is done to, directly or by way of a few nouns
// ("expelled six of its clerks", "the expulsion of six clerks").
bool is_done_to(const Context& context, const Trigger& trigger, TokenIndex noun) {
  constexpr int kFarthest = 3;
  constexpr std::array<std::string_view, 7> kLinks = {"obj",  "nsubj:pass", "nmod", "conj",
                                                      "appos", "compound",   "nmod:poss"};
  const auto& tokens = context.analysis().tokens;
  for (int steps = 0; steps < kFarthest && noun != kNoToken; ++steps) {
    const std::string_view relation = tokens[noun].deprel;
    if (std::find(kLinks.begin(), kLinks.end(), relation) == kLinks.end()) return false;
    noun = tokens[noun].head;
    if (noun != kNoToken && trigger.tokens.contains(noun)) return true;
  }
  return false;
}

std::optional<Quantity> number_beside(const Context& context, const Trigger& trigger) {
  const auto& tokens = context.analysis().tokens;
  const TokenRange sentence = context.sentence_tokens(trigger.tokens.first);
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    if (tokens[t].upos != "NUM" || context.time_in({t, t + 1}) != nullptr) continue;
    const TokenIndex noun = counted_noun(context, t);
    const bool counts = noun != kNoToken && tokens[t].deprel == "nummod";
    if (counts && (trigger.tokens.contains(noun) || is_done_to(context, trigger, noun)))
      return quantity_in(context, {t, noun + 1});
  }
  return std::nullopt;
}

// "expelled the consul": one.
std::optional<Quantity> single_beside(const Context& context, const Trigger& trigger) {
  const auto& tokens = context.analysis().tokens;
  const TokenRange sentence = context.sentence_tokens(trigger.tokens.first);
  for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
    const bool done_to = tokens[t].deprel == "obj" || tokens[t].deprel == "nsubj:pass" ||
                         tokens[t].deprel == "nmod";
    if (!done_to || tokens[t].head == kNoToken || !trigger.tokens.contains(tokens[t].head))
      continue;
    if (tokens[t].upos == "NOUN" && lowered(tokens[t].form) == tokens[t].lemma)
      return Quantity{1, tokens[t].form};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Quantity> quantity_of(const Context& context, const Trigger& trigger, bool counted) {
  for (const TokenRange filler : Context::fillers(trigger, Role::kQuantity)) {
    if (auto found = quantity_in(context, filler)) return found;
  }
  if (auto found = number_beside(context, trigger)) return found;
  return counted ? single_beside(context, trigger) : std::nullopt;
}

}  // namespace detente
