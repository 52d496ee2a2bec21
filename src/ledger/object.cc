#include "ledger/object.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace detente {
namespace {

struct ListName {
  std::string_view name;
  char letter;
};

constexpr std::array<ListName, kRecordLists + 1> kLists = {{{"events", 'E'},
                                                            {"statements", 'S'},
                                                            {"proposals", 'P'},
                                                            {"channels", 'C'},
                                                            {"measures", 'M'},
                                                            {"meetings", 'T'},
                                                            {"claims", 'L'},
                                                            {"roles", 'R'},
                                                            {"endings", 'N'}}};

const ListName& row(List list) { return kLists[static_cast<std::size_t>(list)]; }

using Sides = std::vector<std::string>;

template <typename Items>
void sort_once(Items& items) {
  std::ranges::sort(items);
  const auto repeated = std::ranges::unique(items);
  items.erase(repeated.begin(), repeated.end());
}

void add(Sides& all, const Sides& more) { all.insert(all.end(), more.begin(), more.end()); }

Sides named(const Event& event) {
  Sides all = event.source;
  add(all, event.target);
  return all;
}
Sides named(const Statement& statement) {
  Sides all = statement.sides;
  if (!statement.actor.empty()) all.push_back(statement.actor);
  return all;
}
Sides named(const Proposal& proposal) {
  Sides all = proposal.by;
  add(all, proposal.to);
  return all;
}
Sides named(const Channel& channel) { return channel.between; }
Sides named(const Measure& measure) {
  Sides all = measure.by;
  add(all, measure.against);
  return all;
}
Sides named(const Meeting& meeting) { return meeting.actors; }
Sides named(const Claim& claim) { return claim.sides; }
Sides named(const RoleHeld& role) { return role.actor.empty() ? Sides{} : Sides{role.actor}; }
Sides named(const Ending& ending) { return ending.sides; }

// Who acts and who is acted on; nothing where the list knows no such roles.
using Roles = std::pair<Sides, Sides>;
Roles roles(const Event& event) { return {event.source, event.target}; }
Roles roles(const Proposal& proposal) { return {proposal.by, proposal.to}; }
Roles roles(const Measure& measure) { return {measure.by, measure.against}; }
template <typename Alike>
Roles roles(const Alike&) {
  return {};
}

std::string_view kind(const Event& event) { return event.root; }
std::string_view kind(const Statement& statement) { return statement.stance; }
std::string_view kind(const Proposal&) { return {}; }
std::string_view kind(const Meeting& meeting) { return meeting.setting; }
std::string_view kind(const Claim&) { return {}; }
std::string_view kind(const RoleHeld& role) { return role.office; }
template <typename Kinded>
std::string_view kind(const Kinded& object) {
  return object.kind;
}

std::string_view status(const Statement&) { return {}; }
std::string_view status(const Claim& claim) { return claim.standing; }
std::string_view status(const RoleHeld& role) { return role.when; }
template <typename Living>
std::string_view status(const Living& object) {
  return object.status;
}

std::optional<Interval> date(const Channel& channel) { return channel.since; }
std::optional<Interval> date(const Measure& measure) {
  for (const auto& when :
       {measure.announced, measure.effective, measure.lifted, measure.deadline}) {
    if (when) return when;
  }
  return std::nullopt;
}
std::optional<Interval> date(const Claim&) { return std::nullopt; }
std::optional<Interval> date(const RoleHeld& role) {
  const auto when = Interval::parse(role.when);
  return when ? std::optional(*when) : std::nullopt;
}
template <typename Dated>
std::optional<Interval> date(const Dated& object) {
  return object.date;
}

}  // namespace

std::string_view name_of(List list) { return row(list).name; }

std::optional<List> list_named(std::string_view name) {
  const auto found = std::ranges::find(kLists, name, &ListName::name);
  if (found == kLists.end()) return std::nullopt;
  return static_cast<List>(found - kLists.begin());
}

char letter_of(List list) { return row(list).letter; }

std::span<const Evidence> evidence_of(const Object& object) {
  return std::visit(
      [](const auto& one) -> std::span<const Evidence> {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Ending>) {
          return {&one.evidence, 1};
        } else {
          return one.evidence;
        }
      },
      object);
}

std::vector<std::string> sides_of(const Object& object) {
  Sides all = std::visit([](const auto& one) { return named(one); }, object);
  sort_once(all);
  return all;
}

std::vector<std::pair<std::string, std::string>> dyads_of(const Object& object) {
  auto [doers, receivers] = std::visit([](const auto& one) { return roles(one); }, object);
  if (doers.empty() || receivers.empty()) doers = receivers = sides_of(object);
  std::vector<std::pair<std::string, std::string>> dyads;
  for (const std::string& doer : doers) {
    for (const std::string& receiver : receivers) {
      if (doer != receiver) dyads.push_back(std::minmax(doer, receiver));
    }
  }
  sort_once(dyads);
  return dyads;
}

std::string_view kind_of(const Object& object) {
  return std::visit([](const auto& one) { return kind(one); }, object);
}

std::string_view status_of(const Object& object) {
  return std::visit([](const auto& one) { return status(one); }, object);
}

std::optional<Interval> date_of(const Object& object) {
  return std::visit([](const auto& one) { return date(one); }, object);
}

}  // namespace detente
