// What the reader of a document has in mind at some point: the sides and persons spoken of last.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "reading/actors/draft.h"
#include "reading/actors/page.h"

namespace detente {

// One use of a side, person or group.
struct Use {
  TokenIndex at = 0;        // its head word
  std::int32_t sentence = 0;
  std::int32_t paragraph = 0;
  Codes actors;
  std::int32_t draft = -1;  // index, also of a group's last member
  bool group = false;       // several coordinated: "Russia and China"
  bool subject = false;
  bool object = false;
  float weight = 0;         // how much the use puts the side into the reader's mind
};

// How well a use could be what a word refers to; negative: not at all.
using Fit = std::function<float(const Use&)>;

class Salience {
 public:
  explicit Salience(const Page& page) : page_(page) {}

  void add(const std::vector<Draft>& drafts, std::int32_t draft);
  void add_group(const std::vector<Draft>& drafts, std::int32_t last, const Codes& actors);

  // The best use at most `sentences` before the one of `at`, judged by `fit` plus nearness; null
  // where none fits. Uses after `at` count too if they were added (on-demand resolution).
  const Use* best(TokenIndex at, std::int32_t sentences, const Fit& fit) const;

  // Sides by how much they are in mind at `at`, the most first. The document's sides all count, the
  // last sentences' most.
  Codes ranking(TokenIndex at) const;

  // The sides of the sentence of `at` and before, most in mind first, up to `count` of them.
  Codes leading(TokenIndex at, std::size_t count) const;

  // The side most in mind that is none of those.
  std::string other_than(TokenIndex at, const Codes& codes) const;

 private:
  const Page& page_;
  std::vector<Use> uses_;  // by time of adding: nearly the order of the text
};

}  // namespace detente
