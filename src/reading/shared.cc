#include "reading/shared.h"

#include <algorithm>
#include <array>

#include "reading/token_set.h"

namespace detente {
namespace {

// The statuses of a list, and what they are in another; statuses that are not named do not carry
// over.
struct StatusPair {
  std::string_view from;
  std::string_view to;
};
constexpr std::array<StatusPair, 2> kMeasureToEvent = {
    {{"in_force", "happened"}, {"announced", "happened"}}};
constexpr std::array<StatusPair, 4> kMeetingToEvent = {{{"held", "happened"},
                                                        {"ongoing", "ongoing"},
                                                        {"scheduled", "planned"},
                                                        {"proposed", "proposed"}}};
constexpr std::array<StatusPair, 4> kEventToMeeting = {{{"happened", "held"},
                                                        {"ongoing", "ongoing"},
                                                        {"planned", "scheduled"},
                                                        {"proposed", "proposed"}}};
constexpr std::string_view kTalks = "CONSULT";  // the root whose events are meetings

template <std::size_t N>
std::string_view carried(const std::array<StatusPair, N>& table, std::string_view status) {
  for (const StatusPair& pair : table) {
    if (pair.from == status) return pair.to;
  }
  return {};
}

// Adds triggers to the lists that they are missing from.
class Sharing {
 public:
  Sharing(const Analysis& analysis, const Ontology& ontology)
      : ontology_(ontology), all_(analysis.triggers), marked_(kFrameCount, TokenSet(analysis)) {
    for (const Trigger& trigger : all_) marked(trigger.frame).add(trigger.tokens);
    for (const Trigger& trigger : analysis.triggers) {
      switch (trigger.frame) {
        case Frame::kStatement: from_statement(trigger); break;
        case Frame::kEvent: from_event(trigger); break;
        case Frame::kMeasure: from_measure(trigger); break;
        case Frame::kMeeting:
          add(trigger, Frame::kEvent, kTalks, carried(kMeetingToEvent, trigger.status));
          break;
        default: break;
      }
    }
    std::stable_sort(all_.begin(), all_.end(),
                     [](const Trigger& a, const Trigger& b) { return a.tokens < b.tokens; });
  }

  std::vector<Trigger> take() { return std::move(all_); }

 private:
  void from_statement(const Trigger& trigger) {
    const std::int32_t stance = ontology_.stances.index_of(trigger.label);
    if (stance >= 0) add(trigger, Frame::kEvent, ontology_.stances.at(stance).root, "happened");
  }

  void from_event(const Trigger& trigger) {
    if (trigger.label == kTalks)
      add(trigger, Frame::kMeeting, "meeting", carried(kEventToMeeting, trigger.status));
    const EventRoot* root = ontology_.find_root(trigger.label);
    if (root == nullptr || !root->spoken || trigger.status != "happened") return;
    for (const Announced& stance : ontology_.stances.entries()) {
      if (stance.root == root->name) add(trigger, Frame::kStatement, stance.name, trigger.status);
    }
  }

  void from_measure(const Trigger& trigger) {
    const std::int32_t kind = ontology_.measures.index_of(trigger.label);
    const std::string_view status = carried(kMeasureToEvent, trigger.status);
    if (kind < 0 || status.empty()) return;
    const Announced& measure = ontology_.measures.at(kind);
    add(trigger, Frame::kEvent, measure.root, status);
    if (!measure.cuts.empty()) add(trigger, Frame::kChannel, measure.cuts, "cut");
  }

  void add(const Trigger& from, Frame frame, std::string_view label, std::string_view status) {
    if (label.empty() || status.empty()) return;
    if (marked(frame).touches(from.tokens)) return;
    marked(frame).add(from.tokens);
    Trigger made = from;
    made.frame = frame;
    made.label = label;
    made.status = status;
    made.labels = {{label, from.score}};
    all_.push_back(std::move(made));
  }

  TokenSet& marked(Frame frame) { return marked_[static_cast<std::size_t>(frame)]; }

  const Ontology& ontology_;
  std::vector<Trigger> all_;
  std::vector<TokenSet> marked_;  // by frame
};

}  // namespace

std::vector<Trigger> shared_triggers(const Analysis& analysis, const Ontology& ontology) {
  return Sharing(analysis, ontology).take();
}

}  // namespace detente
