#include "reading/times/times.h"

#include <algorithm>

#include "reading/times/anchor.h"
#include "reading/times/grammar.h"
#include "reading/times/pieces.h"
#include "reading/times/tense.h"
#include "reading/token_set.h"

namespace detente {

std::string_view name_of(TimexType type) {
  switch (type) {
    case TimexType::kDate: return "DATE";
    case TimexType::kTime: return "TIME";
    case TimexType::kDuration: return "DURATION";
    case TimexType::kSet: return "SET";
  }
  return "";
}

namespace {

struct Sighting {
  Match match;
  Tense tense = Tense::kUnknown;
  int sentence = 0;
};

// A name of a person is no month: "May said".
TokenSet persons_in(const Analysis& analysis) {
  TokenSet out(analysis);
  for (const Entity& entity : analysis.entities) {
    if (entity.type == EntityType::kPerson) out.add(entity.tokens);
  }
  return out;
}

std::vector<Sighting> sightings(const Analysis& analysis, const Pieces& pieces,
                                const TimeWords& words) {
  const TokenSet persons = persons_in(analysis);
  std::vector<Sighting> out;
  std::vector<Match> matches;
  for (std::size_t s = 0; s + 1 < pieces.sentence_begin.size(); ++s) {
    const std::uint32_t begin = pieces.sentence_begin[s];
    const std::uint32_t end = pieces.sentence_begin[s + 1];
    matches.clear();
    Grammar(analysis, pieces, words, begin, end).run(matches);
    for (const Match& match : matches) {
      const TokenRange tokens{pieces.all[match.begin].token, pieces.all[match.end - 1].token + 1};
      if (persons.touches(tokens)) continue;
      Tense tense = tense_around(analysis, pieces.all, begin, end, match.begin, match.end);
      // "from January 20 until February 28": both ends look the same way.
      const bool range = !out.empty() && out.back().match.end + 1 == match.begin &&
                         pieces.all[match.begin - 1].is(Part::kTo);
      if (range) tense = out.back().tense;
      out.push_back({match, tense, static_cast<int>(s)});
    }
  }
  return out;
}

// The first date of the text that names its day, month and year.
std::optional<std::chrono::sys_days> first_full_date(const std::vector<Sighting>& seen) {
  for (const Sighting& sighting : seen) {
    const Meaning& m = sighting.match.meaning;
    if (m.year == 0 || m.month == 0 || m.day == 0) continue;
    if (const auto period = day_period(m.year, m.month, m.day)) return period->first;
  }
  return std::nullopt;
}

}  // namespace

std::vector<TimeExpression> find_times(const Analysis& analysis, const std::string& text,
                                       std::optional<Date> published, const TimeWords& words) {
  const Pieces pieces = cut_pieces(analysis, text, words);
  const std::vector<Sighting> seen = sightings(analysis, pieces, words);
  const auto today = published ? std::optional(published->first_day()) : first_full_date(seen);
  Anchor anchor(today, words);
  std::vector<TimeExpression> out;
  out.reserve(seen.size());
  for (const Sighting& sighting : seen) {
    const Match& match = sighting.match;
    Resolved resolved = anchor.resolve(match.meaning, sighting.tense, sighting.sentence);
    const Piece& first = pieces.all[match.begin];
    const Piece& last = pieces.all[match.end - 1];
    TimeExpression expression;
    expression.tokens = {first.token, last.token + 1};
    expression.span = {first.span.begin, last.span.end};
    expression.type = resolved.type;
    expression.value = std::move(resolved.value);
    expression.mod = name_of(match.meaning.mod);
    expression.calendar = resolved.calendar;
    expression.event_day = resolved.event_day;
    if (resolved.type == TimexType::kDuration) {
      expression.duration = Duration{match.meaning.unit, match.meaning.count};
    }
    out.push_back(std::move(expression));
  }
  return out;
}

}  // namespace detente
