#include "views/sentences.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

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

bool is_mutual(const Event& event) {
  return event.source.size() > 1 && event.source.size() == event.target.size() &&
         std::is_permutation(event.source.begin(), event.source.end(), event.target.begin());
}

bool set_apart(const std::string& setting) {
  return setting == "sidelines" || setting == "multilateral" || setting == "third_country";
}

std::string meeting_noun(const std::string& setting) {
  if (setting == "phone") return "telephone call";
  if (setting == "video") return "video call";
  return setting == "summit" ? "summit" : "meeting";
}

struct SentenceOf {
  const Naming& naming;
  std::string operator()(const Event& event) const { return event_words(event, naming); }
  std::string operator()(const Statement& statement) const {
    return statement_words(statement, naming);
  }
  std::string operator()(const Proposal& proposal) const {
    return "Offer of " + proposal_words(proposal, naming);
  }
  std::string operator()(const Channel& channel) const {
    return channel_words(channel, naming) + " between " + naming.names(channel.between);
  }
  std::string operator()(const Measure& measure) const {
    return capitalised(measure_words(measure, naming));
  }
  std::string operator()(const Meeting& meeting) const {
    return meeting_words(meeting, naming, {});
  }
  std::string operator()(const Claim& claim) const { return claim_words(claim); }
  std::string operator()(const RoleHeld& role) const { return role_words(role, naming); }
  std::string operator()(const Ending& ending) const {
    return capitalised(fmt::format("{} {}", words_of(ending.kind), words_of(ending.status)));
  }
};

}  // namespace

NameOf names_from(const Actors& actors) {
  return [&actors](const std::string& code) {
    const Actor* actor = actors.find(code);
    return actor == nullptr ? std::string() : actor->name;
  };
}

std::string Naming::name(const std::string& actor) const {
  const std::string known = name_of(actor);
  return known.empty() ? one_line(actor) : with_article(one_line(known));
}

std::string Naming::names(const std::vector<std::string>& actors) const {
  std::vector<std::string> all;
  for (const std::string& actor : actors) all.push_back(name(actor));
  return joined(all);
}

std::string event_words(const Event& event, const Naming& naming) {
  std::string words = fmt::format("{} {} {}", naming.names(event.source),
                                  deed_of(event.root, event.source.size() > 1),
                                  is_mutual(event) ? "each other" : naming.names(event.target));
  std::vector<std::string> remarks;
  if (!event.status.empty() && event.status != "happened")
    remarks.push_back(words_of(event.status));
  if (!event.mode.empty()) remarks.push_back(words_of(event.mode));
  if (!event.context.empty()) remarks.push_back(words_of(event.context));
  if (!remarks.empty()) words += fmt::format(" ({})", fmt::join(remarks, ", "));
  return capitalised(words);
}

std::string statement_words(const Statement& statement, const Naming& naming) {
  const std::string side = naming.name(statement.actor);
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

std::string proposal_words(const Proposal& proposal, const Naming& naming) {
  return capitalised(fmt::format("{} to {}", naming.names(proposal.by), naming.names(proposal.to)));
}

std::string channel_words(const Channel& channel, const Naming&) {
  return capitalised(words_of(channel.kind)) + (channel.kind == "hotline" ? "" : " line");
}

std::string measure_words(const Measure& measure, const Naming& naming) {
  std::string words = fmt::format("{} by {} against {}", words_of(measure.kind),
                                  naming.names(measure.by), naming.names(measure.against));
  if (measure.quantity) words += ", " + one_line(quantity_words(*measure.quantity));
  return words;
}

std::string meeting_words(const Meeting& meeting, const Naming& naming,
                          const std::vector<std::string>& known) {
  const std::string noun = meeting_noun(meeting.setting);
  std::string words = meeting.ordinal ? ordinal_word(*meeting.ordinal) + " " + noun : noun;
  std::vector<std::string> others;
  for (const std::string& actor : meeting.actors) {
    if (std::find(known.begin(), known.end(), actor) == known.end())
      others.push_back(naming.name(actor));
  }
  if (!others.empty()) words += (known.empty() ? " of " : ", with ") + joined(others);
  if (!meeting.place.empty()) words += ", " + one_line(meeting.place);
  if (set_apart(meeting.setting)) {
    words +=
        meeting.setting == "sidelines" ? ", on the sidelines" : ", " + words_of(meeting.setting);
  }
  if (!meeting.status.empty() && meeting.status != "held")
    words += fmt::format(" ({})", words_of(meeting.status));
  return capitalised(words);
}

std::string claim_words(const Claim& claim) { return capitalised(one_line(claim.about)); }

std::string role_words(const RoleHeld& role, const Naming& naming) {
  std::string words = one_line(role.person);
  if (!role.office.empty()) words += ", " + one_line(role.office);
  words += " of " + naming.name(role.actor);
  if (!role.when.empty() && role.when != "current")
    words += fmt::format(" ({})", one_line(role.when));
  return words;
}

std::string sentence_of(const Object& object, const Naming& naming) {
  return std::visit(SentenceOf{naming}, object);
}

}  // namespace detente
