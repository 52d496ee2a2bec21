// The record of lines.
#include <algorithm>

#include "ledger/fold.h"
#include "ledger/order.h"

namespace detente {
namespace {

void put(Record& record, Object object) {
  std::visit(
      [&](auto& one) {
        using T = std::decay_t<decltype(one)>;
        if constexpr (std::is_same_v<T, Event>) record.events.push_back(std::move(one));
        if constexpr (std::is_same_v<T, Statement>) record.statements.push_back(std::move(one));
        if constexpr (std::is_same_v<T, Proposal>) record.proposals.push_back(std::move(one));
        if constexpr (std::is_same_v<T, Channel>) record.channels.push_back(std::move(one));
        if constexpr (std::is_same_v<T, Measure>) record.measures.push_back(std::move(one));
        if constexpr (std::is_same_v<T, Meeting>) record.meetings.push_back(std::move(one));
        if constexpr (std::is_same_v<T, Claim>) record.claims.push_back(std::move(one));
        if constexpr (std::is_same_v<T, RoleHeld>) record.roles.push_back(std::move(one));
      },
      object);
}

}  // namespace

Record record_of(std::span<const Line> lines, std::optional<Date> as_of) {
  std::vector<const Line*> order;
  for (const Line& line : lines) order.push_back(&line);
  std::sort(order.begin(), order.end(),
            [](const Line* a, const Line* b) { return told_before(*a, *b); });
  Record record;
  for (const Line* line : order) {
    if (line->rejected) continue;
    std::optional<Object> object = as_of ? at(*line, *as_of) : std::optional(line->object);
    if (!object) continue;
    std::visit(
        [&](auto& one) {
          if constexpr (requires { one.id; }) one.id = line->id;
        },
        *object);
    put(record, std::move(*object));
  }
  return record;
}

}  // namespace detente
