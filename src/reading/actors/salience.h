// What the reader of a document has in mind at some point: the sides and persons spoken of last.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "reading/actors/draft.h"
#include "reading/actors/page.h"

namespace detente {

// One use of a side, person or group.
struct Use {
  TokenIndex at = 0;  // its head word
  std::int32_t sentence = 0;
  std::int32_t paragraph = 0;
  Codes actors;
  std::int32_t draft = -1;  // index, also of a group's last member
  bool group = false;       // several coordinated: "Russia and China"
  bool subject = false;
  bool object = false;
  float weight = 0;  // how much the use puts the side into the reader's mind
};

// How well a use could be what a word refers to; negative: not at all.
using Fit = std::function<float(const Use&)>;

class Salience {
 public:
  // Reads from the drafts which sides the document as a whole is about.
  Salience(const DocumentPage& page, const std::vector<Draft>& drafts);

  void add(const std::vector<Draft>& drafts, std::int32_t draft);
  void add_group(const std::vector<Draft>& drafts, std::int32_t last, const Codes& actors);

  // The best use at most `sentences` before the one of `at`, judged by `fit` plus nearness; null
  // where none fits. Uses after `at` count too if they were added (on-demand resolution).
  const Use* best(TokenIndex at, std::int32_t sentences, const Fit& fit) const;

  // Sides by how much they are in mind at `at`, the most first. The document's sides all count, the
  // last sentences' most. `theme`: how much the document's own theme counts beside them.
  Codes ranking(TokenIndex at, float theme = 0) const;

  // The sides most in mind, up to `count` of them.
  Codes leading(TokenIndex at, std::size_t count) const;

  // The side most in mind that is none of those.
  std::string other_than(TokenIndex at, const Codes& codes) const;

  // The sides that stand opposite each other in the document, none of `except` among them; fewer
  // than `count` where there are no more.
  Codes opposed(TokenIndex at, std::size_t count, const Codes& except) const;

  // Sides that are the subject of the sentence of `at`, before it.
  Codes subjects_before(TokenIndex at) const;

 private:
  const DocumentPage& page_;
  std::map<std::string, float> theme_;  // share of the document's outright mentions
  std::vector<Use> uses_;               // by time of adding: nearly the order of the text
};

}  // namespace detente
