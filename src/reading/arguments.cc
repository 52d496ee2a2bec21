#include "reading/arguments.h"

#include <algorithm>

namespace detente {
namespace {

class ArgumentReader {
 public:
  explicit ArgumentReader(const Context& context)
      : context_(context), tokens_(context.analysis().tokens) {}

  Arguments read(TokenRange trigger) {
    const TokenIndex head = context_.head_of(trigger);
    const TokenRange sentence = context_.sentence_tokens(trigger.first);
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      if (trigger.contains(t) || tokens_[t].head == kNoToken || !trigger.contains(tokens_[t].head))
        continue;
      take_child(t);
    }
    if (out_.agent.empty() && !passive_) out_.agent = inherited_subject(head);
    std::erase_if(out_.patient, [&](const std::string& side) { return has(out_.agent, side); });
    return std::move(out_);
  }

 private:
  std::vector<std::string> sides_at(TokenIndex head) const {
    return context_.mentions().actors(context_.subtree(head));
  }

  // "met in Geneva": where it was done, and not to whom.
  bool only_place(TokenIndex head) const {
    const Mention* mention = context_.mentions().at(context_.subtree(head));
    return mention != nullptr && mention->place;
  }

  bool has_case(TokenIndex head, std::string_view word) const {
    const TokenRange phrase = context_.subtree(head);
    for (TokenIndex t = phrase.first; t < phrase.last; ++t) {
      if (tokens_[t].head == head && tokens_[t].deprel == "case" && tokens_[t].lemma == word)
        return true;
    }
    return false;
  }

  void take_child(TokenIndex t) {
    const std::string_view relation = tokens_[t].deprel;
    if (relation == "nsubj" || relation == "nmod:poss") {
      add_new(out_.agent, sides_at(t));
    } else if (relation == "nsubj:pass") {
      passive_ = true;
      add_new(out_.patient, sides_at(t));
    } else if (relation == "obl:agent" ||
               ((relation == "nmod" || relation == "obl") && has_case(t, "by"))) {
      add_new(out_.agent, sides_at(t));
    } else if (relation == "obj" || relation == "iobj") {
      add_new(out_.patient, sides_at(t));
    } else if ((relation == "obl" || relation == "nmod") && !only_place(t)) {
      add_new(out_.patient, sides_at(t));
    }
  }

  // "Lima protested and recalled ...": the subject of the verb that this one is joined to or hangs
  // on.
  std::vector<std::string> inherited_subject(TokenIndex verb) const {
    for (int steps = 0; steps < 4 && verb != kNoToken; ++steps) {
      const std::string_view relation = tokens_[verb].deprel;
      if (relation != "conj" && relation != "xcomp" && relation != "advcl") return {};
      verb = tokens_[verb].head;
      if (verb == kNoToken) return {};
      const TokenRange sentence = context_.sentence_tokens(verb);
      for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        if (tokens_[t].head != verb ||
            (tokens_[t].deprel != "nsubj" && tokens_[t].deprel != "nsubj:pass"))
          continue;
        return sides_at(t);
      }
    }
    return {};
  }

  const Context& context_;
  const std::vector<Token>& tokens_;
  Arguments out_;
  bool passive_ = false;
};

}  // namespace

Arguments arguments_of(const Context& context, TokenRange trigger) {
  return ArgumentReader(context).read(trigger);
}

}  // namespace detente
