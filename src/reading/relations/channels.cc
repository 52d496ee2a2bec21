// Lines between two sides: open, reduced, cut, restored.
#include "reading/readers.h"

namespace detente {

std::vector<Channel> read_channels(const Context& context) {
  std::vector<Channel> out;
  for (const Trigger* trigger : context.triggers(Frame::kChannel)) {
    std::vector<std::string> between = context.sides(*trigger, Role::kParty);
    add_new(between, context.sides(*trigger, Role::kAgent));
    add_new(between, context.sides(*trigger, Role::kPatient));
    while (between.size() < 2) {
      const std::string other = context.counterpart(between, trigger->tokens.first);
      if (other.empty()) break;
      between.push_back(other);
    }
    if (between.size() < 2) continue;
    between.resize(2);
    Channel channel;
    channel.between = std::move(between);
    channel.kind = kind_of(context, *trigger, context.knowledge().ontology.channels);
    channel.status = trigger->status;
    channel.since = context.date(*trigger, Role::kDate, Context::Beside::kClause);
    channel.because = context.text(*trigger, Role::kCause);
    channel.evidence = {context.evidence(*trigger)};
    out.push_back(std::move(channel));
  }
  return out;
}

}  // namespace detente
