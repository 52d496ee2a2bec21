// A text with triggers put in by hand, for tests of the readers: what the model would have marked.
#pragma once

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "knowledge/knowledge.h"
#include "language/segment.h"
#include "reading/reading.h"

namespace detente {

class MarkedText {
 public:
  MarkedText(std::string text, const char* published) : analysis_(segment(text)) {
    document_.id = "d1";
    document_.text = std::move(text);
    document_.published = *Date::parse(published);
    for (Token& token :
         analysis_.tokens) {  // what the readers need of a parse: names and nothing else
      token.lemma = token.form;
      const bool name = token.form[0] >= 'A' && token.form[0] <= 'Z';
      token.upos = name ? "PROPN" : "NOUN";
      token.deprel = "dep";
    }
  }

  // Marks the first place of `words` as a trigger, with fillers given by their words.
  MarkedText& mark(Frame frame, const char* words, const char* label, const char* status,
                   const std::vector<std::pair<Role, const char*>>& fillers) {
    Trigger trigger;
    trigger.frame = frame;
    trigger.tokens = find(words);
    trigger.label = label;
    trigger.status = status;
    trigger.score = 1;
    trigger.labels = {{label, 1.0F}};
    for (const auto& [role, phrase] : fillers)
      trigger.fillers.push_back({role, find(phrase), 1.0F});
    analysis_.triggers.push_back(std::move(trigger));
    return *this;
  }

  // Hangs the first place of a word on another's, as a parser would. The strings must be literals.
  MarkedText& hang(const char* word, const char* head, const char* relation, const char* tag) {
    Token& token = analysis_.tokens[find(word).first];
    token.head = find(head).first;
    token.deprel = relation;
    token.upos = tag;
    return *this;
  }

  // The text so many times over, each with its triggers, as one report.
  MarkedText repeated(int times) const {
    MarkedText out = *this;
    for (int i = 1; i < times; ++i) out.append(*this);
    return out;
  }

  Record read() const {
    static const Result<Knowledge> knowledge =
        load_knowledge(std::string(DETENTE_SOURCE_DIR) + "/knowledge");
    static const Result<TimeWords> words =
        TimeWords::load(std::string(DETENTE_SOURCE_DIR) + "/knowledge/times");
    EXPECT_TRUE(knowledge.has_value() && words.has_value());
    std::vector<MetPerson> met;
    return read_document(document_, analysis_, *knowledge, *words, met).objects;
  }

 private:
  void append(const MarkedText& more) {
    const auto bytes = static_cast<std::uint32_t>(document_.text.size());
    const auto words = static_cast<TokenIndex>(analysis_.tokens.size());
    const std::int32_t paragraph = analysis_.sentences.back().paragraph + 1;
    const auto moved = [&](TokenRange range) {
      return TokenRange{range.first + words, range.last + words};
    };
    document_.text += more.document_.text;
    for (Token token : more.analysis_.tokens) {
      token.span = {token.span.begin + bytes, token.span.end + bytes};
      if (token.head != kNoToken) token.head += words;
      analysis_.tokens.push_back(std::move(token));
    }
    for (const Sentence& s : more.analysis_.sentences) {
      analysis_.sentences.push_back(
          {{s.span.begin + bytes, s.span.end + bytes}, moved(s.tokens), s.paragraph + paragraph});
    }
    for (Trigger trigger : more.analysis_.triggers) {
      trigger.tokens = moved(trigger.tokens);
      for (Filler& filler : trigger.fillers) filler.tokens = moved(filler.tokens);
      analysis_.triggers.push_back(std::move(trigger));
    }
  }

  TokenRange find(const std::string& phrase) const {
    const auto at = document_.text.find(phrase);
    EXPECT_NE(at, std::string::npos) << phrase;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
    TokenRange out;
    for (TokenIndex t = 0; t < static_cast<TokenIndex>(analysis_.tokens.size()); ++t) {
      if (!analysis_.tokens[t].span.overlaps(span)) continue;
      if (out.empty()) out.first = t;
      out.last = t + 1;
    }
    return out;
  }

  Document document_;
  Analysis analysis_;
};

}  // namespace detente
