#include "ledger/fold.h"

#include <algorithm>
#include <deque>
#include <map>

#include "ledger/editor.h"
#include "ledger/endings.h"
#include "ledger/joining.h"
#include "ledger/lives.h"
#include "ledger/merging.h"
#include "ledger/order.h"

namespace detente {
namespace {

using Told = std::vector<const Assertion*>;

// Assertions with what editors amended; only those that change are copied.
class Amended {
 public:
  Amended(std::span<const Assertion> assertions, std::span<const EditorWord> words) {
    std::map<std::string, bool, std::less<>> anchored;
    for (const EditorWord& word : words) {
      if (word.kind != WordKind::kAmend) continue;
      for (const std::string& anchor : word.anchors) anchored[anchor] = true;
    }
    for (const Assertion& assertion : assertions) {
      const bool changes = anchored.contains(assertion.id);
      if (changes) changed_.push_back(amended(assertion, words));
      told_.push_back(changes ? &changed_.back() : &assertion);
    }
    std::sort(told_.begin(), told_.end(),
              [](const Assertion* a, const Assertion* b) { return told_before(*a, *b); });
  }

  const Told& in_order() const { return told_; }

 private:
  std::deque<Assertion> changed_;
  Told told_;
};

struct Block {
  Told told;
  Told endings;
};

std::map<std::string, Block> in_blocks(const Told& in_order) {
  std::map<std::string, Block> blocks;
  for (const Assertion* assertion : in_order) {
    const bool ending = list_of(assertion->said) == List::kEndings;
    for (const std::string& key : blocks_of(*assertion))
      (ending ? blocks[key].endings : blocks[key].told).push_back(assertion);
  }
  return blocks;
}

// What tells how things stand now is quoted first, then who told it first.
void lead_with(Object& object, const std::string& assertion, const Told& told) {
  const auto teller = std::find_if(told.begin(), told.end(),
                                   [&](const Assertion* a) { return a->id == assertion; });
  if (teller == told.end() || evidence_of((*teller)->said).empty()) return;
  const Evidence& first = evidence_of((*teller)->said).front();
  std::visit(
      [&](auto& one) {
        if constexpr (requires { one.evidence.begin(); }) {
          const auto at = std::find(one.evidence.begin(), one.evidence.end(), first);
          if (at != one.evidence.end()) std::rotate(one.evidence.begin(), at, at + 1);
        }
      },
      object);
}

Line line_of(const Group& group, std::span<const EditorWord* const> words) {
  const Assertion& first = *group.told.front();
  Line line;
  line.id = letter_of(list_of(first.said)) + first.id.substr(0, 8);
  line.known = first.known;
  line.document = first.document;
  line.place = place_of(first);
  line.object = merged(group.told);
  for (std::size_t i = 0; i < group.told.size(); ++i)
    line.members.push_back({group.told[i]->id, group.decisions[i]});
  line.life = life_of(line.object, group.told);
  if (const Stage* last = last_told(line.life)) {
    set_stage(line.object, *last);
    if (line.life.size() > 1) lead_with(line.object, last->assertion, group.told);
  }
  apply_words(line, words);
  return line;
}

void sort_lines(std::vector<Line>& lines) {
  std::sort(lines.begin(), lines.end(),
            [](const Line& a, const Line& b) { return told_before(a, b); });
}

}  // namespace

std::vector<Line> fold_block(std::span<const Assertion> assertions,
                             std::span<const EditorWord> words) {
  const std::vector<const EditorWord*> standing = standing_words(words);
  const Amended amended(assertions, words);
  const Splits splits = splits_of(standing);
  std::vector<Group> groups;
  for (const auto& [key, block] : in_blocks(amended.in_order())) {
    std::vector<Group> joined = join(block.told, splits);
    attach_endings(joined, block.endings);
    std::move(joined.begin(), joined.end(), std::back_inserter(groups));
  }
  merge_groups(groups, standing);
  std::vector<Line> lines;
  lines.reserve(groups.size());
  for (const Group& group : groups) lines.push_back(line_of(group, standing));
  sort_lines(lines);
  return lines;
}

std::vector<Line> fold(std::span<const Assertion> assertions, std::span<const EditorWord> words) {
  std::vector<Line> lines = fold_block(assertions, words);
  link_answers(lines, lines);
  return lines;
}

}  // namespace detente
