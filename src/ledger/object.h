// One object of the record, whichever list it belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "reading/reading.h"
#include "reading/record.h"

namespace detente {

// The lists of the record, in its order. kEndings is never a list of the record: an ending is what
// a report says of a measure that another report told.
enum class List : std::uint8_t {
  kEvents,
  kStatements,
  kProposals,
  kChannels,
  kMeasures,
  kMeetings,
  kClaims,
  kRoles,
  kEndings,
};
inline constexpr std::size_t kRecordLists = 8;

// The alternatives stand in the order of List.
using Object =
    std::variant<Event, Statement, Proposal, Channel, Measure, Meeting, Claim, RoleHeld, Ending>;

inline List list_of(const Object& object) { return static_cast<List>(object.index()); }

std::string_view name_of(List list);  // "events"; "endings"
std::optional<List> list_named(std::string_view name);
char letter_of(List list);  // begins the ids of its lines: E S P C M T (meeting) L (claim) R; N

// Lives as long as the object.
std::span<const Evidence> evidence_of(const Object& object);

// All sides that the object names, sorted, each once.
std::vector<std::string> sides_of(const Object& object);

// The dyads that it lies between, each sorted: who acts with whom is acted on; where it names no
// such roles, any two of its sides.
std::vector<std::pair<std::string, std::string>> dyads_of(const Object& object);

// The words that a filter calls kind and status: an event's root, a statement's stance, the kind of
// a channel or measure, a meeting's setting, a role's office; a claim's standing is its status, and
// so is whether a role is current. Empty where the list has no such word. Live as long as the
// object.
std::string_view kind_of(const Object& object);
std::string_view status_of(const Object& object);

// The day that the object is sorted by: what it tells of itself (an event's date, a measure's
// announcement, else when it began to bind, ...); nothing where it tells none.
std::optional<Interval> date_of(const Object& object);

}  // namespace detente
