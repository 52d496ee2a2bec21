// The sections on what was done and said: meetings, claims, statements, events, and by whom.
#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "views/sections.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente {
namespace {

std::vector<std::string> meeting_details(const Meeting& meeting) {
  std::vector<std::string> parts;
  add_part(parts, "series: ", meeting.series);
  add_part(parts, "present: ", joined(meeting.people));
  add_part(parts, "about ", joined(meeting.topics));
  add_part(parts, "outcome: ", meeting.outcome);
  if (meeting.announced) parts.emplace_back(*meeting.announced ? "announced" : "not announced");
  return sentence(parts);
}

// How many of a list to skip so that `most` of the newest are left.
std::size_t skipped(std::size_t all, int most) {
  const auto shown = static_cast<std::size_t>(std::max(most, 0));
  return all > shown ? all - shown : 0;
}

// How many the record does not even hold.
std::size_t left_out(std::optional<std::size_t> all, std::size_t held) {
  return all && *all > held ? *all - held : 0;
}

}  // namespace

void meetings_section(const Telling& telling, bool ahead, Page& page) {
  const std::string name = ahead ? "Meetings ahead" : "Meetings held";
  const auto fits = [ahead](const Meeting& meeting) { return is_ahead(meeting) == ahead; };
  const std::vector<Meeting>& meetings = telling.pair.meetings;
  if (std::none_of(meetings.begin(), meetings.end(), fits)) {
    return page.empty_section(name, "none reported.");
  }
  page.section(name);
  for (const Meeting& meeting : meetings) {
    if (!fits(meeting)) continue;
    std::vector<std::string> details = meeting_details(meeting);
    const bool passed =
        meeting.date && meeting.date->end.last_day() < telling.options.as_of.first_day();
    if (ahead && passed) details.emplace_back("The day has passed; no report says that they met.");
    page.row({.label = telling.day(meeting.date, meeting.evidence),
              .text = meeting_words(meeting, telling, {telling.a, telling.b}),
              .details = details,
              .source = telling.source(meeting.evidence),
              .id = meeting.id});
  }
}

void claims_section(const Telling& telling, Page& page) {
  if (telling.pair.claims.empty()) return page.empty_section("Claims", "none reported.");
  page.section("Claims");
  for (const Claim& claim : telling.pair.claims) {
    std::vector<std::string> parts;
    add_part(parts, "first reported by ", claim.first_reported_by);
    add_part(parts, "confirmed by ", telling.names(claim.confirmed_by));
    add_part(parts, "denied by ", telling.names(claim.denied_by));
    add_part(parts, "no position from ", telling.names(claim.no_position_by));
    page.row({.label = label_of(claim.standing),
              .tone = tone_of(claim.standing),
              .text = claim_words(claim),
              .details = sentence(parts),
              .source = telling.source(claim.evidence),
              .id = claim.id});
  }
}

void statements_section(const Telling& telling, Page& page) {
  const std::vector<Statement>& all = telling.pair.statements;
  if (all.empty()) return page.empty_section("Statements", "none reported.");
  page.section("Statements, newest first");
  const std::size_t skip = skipped(all.size(), telling.options.latest_statements);
  for (std::size_t i = all.size(); i-- > skip;) {
    const Statement& statement = all[i];
    std::vector<std::string> details;
    add_part(details, "Heard by ", statement.via);
    page.row({.label = telling.day(statement.date, statement.evidence),
              .text = statement_words(statement, telling),
              .details = details,
              .source = telling.source(statement.evidence),
              .id = statement.id});
  }
  const std::size_t before = skip + left_out(telling.options.all_statements, all.size());
  if (before > 0)
    page.remark(fmt::format("{} before these.", capitalised(count_of(before, "statement"))));
}

void events_section(const Telling& telling, Page& page) {
  const std::vector<Event>& all = telling.pair.events;
  if (all.empty()) return page.empty_section("Events", "none reported.");
  page.section("Events");
  const std::size_t skip = skipped(all.size(), telling.options.latest_events);
  const std::size_t before = skip + left_out(telling.options.all_events, all.size());
  if (before > 0)
    page.remark(fmt::format("{} before these.", capitalised(count_of(before, "event"))));
  for (std::size_t i = skip; i < all.size(); ++i) {
    page.row({.label = telling.day(all[i].date, all[i].evidence),
              .text = event_words(all[i], telling),
              .source = telling.source(all[i].evidence),
              .id = all[i].id});
  }
}

void offices_section(const Telling& telling, Page& page) {
  if (telling.pair.roles.empty()) return page.empty_section("Office holders", "none named.");
  page.section("Office holders");
  for (const std::string& side : {telling.a, telling.b}) {
    std::string label = capitalised(without_article(telling.name(side)));
    for (const RoleHeld& role : telling.pair.roles) {
      if (role.actor != side) continue;
      std::string text = fmt::format("{}, {}", one_line(role.person), one_line(role.office));
      const std::string held = role.when == "current" ? "" : one_line(role.when);
      if (!held.empty()) text += fmt::format(" ({})", held);
      const std::string where = telling.places(role.evidence);
      if (!where.empty()) text += " —\u00a0" + where;
      page.row({.label = std::exchange(label, ""), .text = text});
    }
  }
}

}  // namespace detente
