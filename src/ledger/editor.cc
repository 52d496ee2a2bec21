#include "ledger/editor.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/lists.h"
#include "ledger/amending.h"
#include "ledger/lives.h"
#include "ledger/order.h"

namespace detente {
namespace {

// Words of one second stay in the order in which they are given.
bool said_before(const EditorWord* a, const EditorWord* b) {
  return std::tie(a->known, a->recorded) < std::tie(b->known, b->recorded);
}

// Whether a split that was said after the merge takes the anchor out.
bool taken_out(const EditorWord& merge, const std::string& anchor, const Splits& splits) {
  const auto split = splits.find(anchor);
  return split != splits.end() && !said_before(split->second, &merge);
}

// Takes the later group's tellings into the earlier one; the merge decided for its first.
void pour(Group& into, Group& from, const EditorWord& word) {
  from.decisions.front() = {into.told.front()->id, 0, {}, word.id};
  std::vector<std::size_t> order(into.told.size() + from.told.size());
  std::vector<std::pair<const Assertion*, Decision>> all;
  for (Group* group : {&into, &from}) {
    for (std::size_t i = 0; i < group->told.size(); ++i)
      all.emplace_back(group->told[i], std::move(group->decisions[i]));
  }
  std::sort(all.begin(), all.end(),
            [](const auto& a, const auto& b) { return told_before(*a.first, *b.first); });
  into = {{}, {}, into.split};
  for (auto& [assertion, decision] : all) {
    into.told.push_back(assertion);
    into.decisions.push_back(std::move(decision));
  }
  from = {};
}

// In the order of WordKind.
constexpr std::array<std::string_view, 6> kWordKinds = {"confirm", "reject", "merge",
                                                        "split",   "amend",  "undo"};

}  // namespace

std::string_view name_of(WordKind kind) { return kWordKinds[static_cast<std::size_t>(kind)]; }

std::optional<WordKind> word_kind_named(std::string_view name) {
  const auto found = std::find(kWordKinds.begin(), kWordKinds.end(), name);
  if (found == kWordKinds.end()) return std::nullopt;
  return static_cast<WordKind>(found - kWordKinds.begin());
}

std::vector<const EditorWord*> standing_words(std::span<const EditorWord> words) {
  std::vector<const EditorWord*> order;
  for (const EditorWord& word : words) order.push_back(&word);
  std::stable_sort(order.begin(), order.end(), said_before);
  std::set<std::string> undone;
  std::vector<const EditorWord*> standing;
  // From the last back: an undoing that is undone itself undoes nothing.
  for (auto word = order.rbegin(); word != order.rend(); ++word) {
    if (undone.contains((*word)->id)) continue;
    if ((*word)->kind == WordKind::kUndo) {
      undone.insert((*word)->undoes);
    } else {
      standing.push_back(*word);
    }
  }
  std::reverse(standing.begin(), standing.end());
  return standing;
}

Splits splits_of(std::span<const EditorWord* const> words) {
  Splits splits;
  for (const EditorWord* word : words) {
    if (word->kind != WordKind::kSplit) continue;
    for (const std::string& anchor : word->anchors) splits[anchor] = word;
  }
  return splits;
}

void merge_groups(std::vector<Group>& groups, std::span<const EditorWord* const> words) {
  const Splits splits = splits_of(words);
  const auto group_of = [&](const std::string& assertion) {
    return std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return std::any_of(group.told.begin(), group.told.end(),
                         [&](const Assertion* told) { return told->id == assertion; });
    });
  };
  for (const EditorWord* word : words) {
    if (word->kind != WordKind::kMerge) continue;
    auto into = groups.end();
    for (const std::string& anchor : word->anchors) {
      const auto group = taken_out(*word, anchor, splits) ? groups.end() : group_of(anchor);
      if (group == groups.end() || group == into) continue;
      if (into == groups.end()) {
        into = group;
        continue;
      }
      if (list_of(into->told.front()->said) != list_of(group->told.front()->said)) continue;
      const bool earlier = told_before(*group->told.front(), *into->told.front());
      pour(earlier ? *group : *into, earlier ? *into : *group, *word);
      if (earlier) into = group;
    }
  }
  std::erase_if(groups, [](const Group& group) { return group.told.empty(); });
}

void apply_words(Line& line, std::span<const EditorWord* const> words) {
  const auto concerns = [&](const EditorWord& word) {
    return std::any_of(line.members.begin(), line.members.end(),
                       [&](const Member& member) { return has(word.anchors, member.assertion); });
  };
  for (const EditorWord* word : words) {
    if (!concerns(*word)) continue;
    line.words.push_back(word->id);
    if (word->kind == WordKind::kConfirm || word->kind == WordKind::kReject) {
      line.confirmed = word->kind == WordKind::kConfirm;
      line.rejected = word->kind == WordKind::kReject;
    }
    if (word->kind == WordKind::kAmend) amend(line, *word);
  }
}

}  // namespace detente
