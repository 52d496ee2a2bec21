// The sections on what was done and said: meetings, claims, statements, events, and by whom.
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "views/sections.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente {
namespace {

std::string ordinal_word(int ordinal) {
  constexpr std::array<std::string_view, 10> kOrdinals = {"first", "second", "third",   "fourth",
                                                          "fifth", "sixth",  "seventh", "eighth",
                                                          "ninth", "tenth"};
  if (ordinal >= 1 && ordinal <= 10) {
    return std::string(kOrdinals[static_cast<std::size_t>(ordinal - 1)]);
  }
  const int last = ordinal % 10;
  const bool teen = ordinal % 100 >= 11 && ordinal % 100 <= 13;
  return fmt::format("{}{}", ordinal,
                     teen        ? "th"
                     : last == 1 ? "st"
                     : last == 2 ? "nd"
                     : last == 3 ? "rd"
                                 : "th");
}

std::string meeting_words(const Meeting& meeting, const Telling& telling) {
  const bool phone = meeting.setting == "phone";
  const bool video = meeting.setting == "video";
  std::string noun = phone ? "telephone call" : video ? "video call" : "meeting";
  if (meeting.setting == "summit") noun = "summit";
  std::string words = meeting.ordinal ? ordinal_word(*meeting.ordinal) + " " + noun : noun;
  std::vector<std::string> others;
  for (const std::string& actor : meeting.actors) {
    if (actor != telling.a && actor != telling.b) others.push_back(telling.name(actor));
  }
  if (!others.empty()) words += ", with " + joined(others);
  if (!meeting.place.empty()) words += ", " + one_line(meeting.place);
  if (one_of(meeting.setting, {"sidelines", "multilateral", "third_country"})) {
    words +=
        meeting.setting == "sidelines" ? ", on the sidelines" : ", " + words_of(meeting.setting);
  }
  if (meeting.status != "held") words += fmt::format(" ({})", label_of(meeting.status));
  return capitalised(words);
}

std::vector<std::string> meeting_details(const Meeting& meeting) {
  std::vector<std::string> parts;
  add_part(parts, "series: ", meeting.series);
  add_part(parts, "present: ", joined(meeting.people));
  add_part(parts, "about ", joined(meeting.topics));
  add_part(parts, "outcome: ", meeting.outcome);
  if (meeting.announced) parts.emplace_back(*meeting.announced ? "announced" : "not announced");
  return sentence(parts);
}

std::string statement_words(const Statement& statement, const Telling& telling) {
  const std::string side = telling.name(statement.actor);
  std::string words = one_line(statement.speaker);
  if (!statement.role.empty()) {
    words += fmt::format(", {} of {},", one_line(statement.role), side);
  } else if (words != statement.actor && words != without_article(side)) {
    words += fmt::format(" ({})", without_article(side));
  }
  words += " " + words_of(statement.stance);
  if (!statement.about.empty()) words += ": " + one_line(statement.about);
  return capitalised(words);
}

std::string event_words(const Event& event, const Telling& telling) {
  const bool mutual =
      event.source.size() > 1 && event.source.size() == event.target.size() &&
      std::is_permutation(event.source.begin(), event.source.end(), event.target.begin());
  std::string words = fmt::format("{} {} {}", telling.names(event.source),
                                  deed_of(event.root, event.source.size() > 1),
                                  mutual ? "each other" : telling.names(event.target));
  std::vector<std::string> remarks;
  if (!event.status.empty() && event.status != "happened")
    remarks.push_back(words_of(event.status));
  if (!event.mode.empty()) remarks.push_back(words_of(event.mode));
  if (!event.context.empty()) remarks.push_back(words_of(event.context));
  if (!remarks.empty()) words += fmt::format(" ({})", fmt::join(remarks, ", "));
  return capitalised(words);
}

// How many of a list to skip so that `most` of the newest are left.
std::size_t skipped(std::size_t all, int most) {
  const auto shown = static_cast<std::size_t>(std::max(most, 0));
  return all > shown ? all - shown : 0;
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
              .text = meeting_words(meeting, telling),
              .details = details,
              .source = telling.source(meeting.evidence)});
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
              .text = capitalised(one_line(claim.about)),
              .details = sentence(parts),
              .source = telling.source(claim.evidence)});
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
              .source = telling.source(statement.evidence)});
  }
  if (skip > 0)
    page.remark(fmt::format("{} before these.", capitalised(count_of(skip, "statement"))));
}

void events_section(const Telling& telling, Page& page) {
  const std::vector<Event>& all = telling.pair.events;
  if (all.empty()) return page.empty_section("Events", "none reported.");
  page.section("Events");
  const std::size_t skip = skipped(all.size(), telling.options.latest_events);
  if (skip > 0) page.remark(fmt::format("{} before these.", capitalised(count_of(skip, "event"))));
  for (std::size_t i = skip; i < all.size(); ++i) {
    page.row({.label = telling.day(all[i].date, all[i].evidence),
              .text = event_words(all[i], telling),
              .source = telling.source(all[i].evidence)});
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
