#include "cli/analysis_json.h"

#include <algorithm>

#include "base/utf8.h"
#include "cli/json_writer.h"
#include "language/labels.h"
#include "reading/actors/mentions.h"
#include "reading/readers.h"
#include "reading/times/times.h"

namespace detente::cli {
namespace {

class AnalysisWriter {
 public:
  AnalysisWriter(const Document& document, const Analysis& analysis, const Lore& lore)
      : document_(document), analysis_(analysis), lore_(lore), index_(document.text) {}

  std::string write(bool with_text) {
    json_.open('{').key("id").text(document_.id);
    if (with_text) json_.key("text").text(document_.text);
    list("sentences", analysis_.sentences, [&](const Sentence& s) { sentence(s); });
    const std::vector<TimeExpression> times =
        find_times(analysis_, document_.text, document_.published, lore_.times);
    const Mentions mentions = find_mentions(analysis_, document_.published, lore_.knowledge);
    const Context context(document_, analysis_, mentions, times, lore_.knowledge, lore_.times);
    list("entities", analysis_.entities, [&](const Entity& e) { entity(e, mentions); });
    list("times", times, [&](const TimeExpression& t) { time(t); });
    list("attributions", analysis_.attributions, [&](const Attribution& a) { attribution(a); });
    std::vector<Trigger> events;
    std::ranges::copy_if(analysis_.triggers, std::back_inserter(events),
                         [](const Trigger& t) { return t.frame == Frame::kEvent; });
    list("events", events, [&](const Trigger& t) { event(t, context); });
    json_.close('}');
    return json_.take();
  }

 private:
  template <typename Items, typename Write>
  void list(std::string_view name, const Items& items, const Write& write) {
    json_.key(name).open('[');
    for (const auto& item : items) write(item);
    json_.close(']');
  }

  void offsets(Span span) {
    json_.key("start").number(index_.to_code_point(span.begin));
    json_.key("end").number(index_.to_code_point(span.end));
  }

  void pair(Span span) {
    json_.open('[').number(index_.to_code_point(span.begin));
    json_.number(index_.to_code_point(span.end)).close(']');
  }

  void sentence(const Sentence& sentence) {
    json_.open('{');
    offsets(sentence.span);
    json_.key("tokens").open('[');
    for (TokenIndex t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      const Token& token = analysis_.tokens[t];
      json_.open('{');
      offsets(token.span);
      json_.key("form").text(token.form).key("lemma").text(token.lemma);
      const TokenIndex head = token.head == kNoToken ? 0 : token.head - sentence.tokens.first + 1;
      json_.key("upos").text(token.upos).key("head").number(static_cast<std::uint64_t>(head));
      json_.key("deprel").text(token.deprel).close('}');
    }
    json_.close(']').close('}');
  }

  void entity(const Entity& entity, const Mentions& mentions) {
    json_.open('{');
    offsets(analysis_.span_of(entity.tokens));
    json_.key("type").text(name_of(entity.type));
    const Mention* mention = mentions.at(entity.tokens);
    if (mention != nullptr && mention->actors.size() == 1) {
      json_.key("actor").text(mention->actors.front());
    }
    json_.close('}');
  }

  void time(const TimeExpression& time) {
    json_.open('{');
    offsets(time.span);
    json_.key("type").text(detente::name_of(time.type)).key("value").text(time.value).close('}');
  }

  void attribution(const Attribution& attribution) {
    json_.open('{');
    const auto part = [&](std::string_view name, const std::vector<TokenRange>& ranges) {
      list(name, ranges, [&](TokenRange range) { pair(analysis_.span_of(range)); });
    };
    part("source", attribution.source);
    part("cue", attribution.cue);
    part("content", attribution.content);
    json_.close('}');
  }

  void side(std::string_view name, const Trigger& trigger, Role role) {
    const Filler* best = nullptr;
    for (const Filler& filler : trigger.fillers) {
      if (filler.role == role && (best == nullptr || filler.score > best->score)) best = &filler;
    }
    json_.key(name);
    if (best == nullptr) {
      json_.null();
    } else {
      pair(analysis_.span_of(best->tokens));
    }
  }

  void event(const Trigger& trigger, const Context& context) {
    json_.open('{');
    side("source", trigger, Role::kAgent);
    side("target", trigger, Role::kPatient);
    json_.key("trigger");
    pair(analysis_.span_of(trigger.tokens));
    json_.key("root").text(trigger.label).key("status").text(trigger.status);
    const EventRoot* root = lore_.knowledge.ontology.find_root(trigger.label);
    if (root != nullptr) json_.key("penta").number(static_cast<std::uint64_t>(root->penta));
    if (const std::string mode = mode_of(context, trigger); !mode.empty())
      json_.key("mode").text(mode);
    json_.close('}');
  }

  const Document& document_;
  const Analysis& analysis_;
  const Lore& lore_;
  const OffsetIndex index_;
  JsonWriter json_;
};

}  // namespace

std::string analysis_json(const Document& document, const Analysis& analysis, const Lore& lore,
                          bool with_text) {
  return AnalysisWriter(document, analysis, lore).write(with_text);
}

}  // namespace detente::cli
