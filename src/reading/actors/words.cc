#include "reading/actors/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace detente {
namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_period(std::string_view word) {
  if (word.size() > 1 && word.ends_with('.')) word.remove_suffix(1);
  return word;
}

}  // namespace

PronounKind pronoun_kind(std::string_view word) {
  constexpr std::array<std::pair<std::string_view, PronounKind>, 36> kPronouns = {{
      {"he", PronounKind::kHe},          {"him", PronounKind::kHe},
      {"his", PronounKind::kHe},         {"himself", PronounKind::kHe},
      {"she", PronounKind::kShe},        {"her", PronounKind::kShe},
      {"hers", PronounKind::kShe},       {"herself", PronounKind::kShe},
      {"it", PronounKind::kIt},          {"its", PronounKind::kIt},
      {"itself", PronounKind::kIt},      {"they", PronounKind::kThey},
      {"them", PronounKind::kThey},      {"their", PronounKind::kThey},
      {"theirs", PronounKind::kThey},    {"themselves", PronounKind::kThey},
      {"we", PronounKind::kWe},          {"us", PronounKind::kWe},
      {"our", PronounKind::kWe},         {"ours", PronounKind::kWe},
      {"ourselves", PronounKind::kWe},   {"i", PronounKind::kWe},
      {"me", PronounKind::kWe},          {"my", PronounKind::kWe},
      {"mine", PronounKind::kWe},        {"myself", PronounKind::kWe},
      {"you", PronounKind::kYou},        {"your", PronounKind::kYou},
      {"yours", PronounKind::kYou},      {"yourself", PronounKind::kYou},
      {"yourselves", PronounKind::kYou}, {"who", PronounKind::kRelative},
      {"whom", PronounKind::kRelative},  {"which", PronounKind::kRelative},
      {"whose", PronounKind::kRelative}, {"that", PronounKind::kRelative},
  }};
  for (const auto& [pronoun, kind] : kPronouns) {
    if (pronoun == word) return kind;
  }
  return PronounKind::kNone;
}

bool is_possessive(std::string_view word) {
  constexpr std::array<std::string_view, 8> kWords = {"its", "his", "her",  "their",
                                                      "our", "my",  "your", "whose"};
  return one_of(word, kWords);
}

int small_number(std::string_view word) {
  if (word == "both" || word == "two" || word == "2") return 2;
  constexpr std::array<std::string_view, 10> kNumbers = {
      "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  const auto at = std::find(kNumbers.begin(), kNumbers.end(), word);
  return at == kNumbers.end() ? 0 : static_cast<int>(at - kNumbers.begin()) + 3;
}

bool is_courtesy_title(std::string_view word, Gender* gender) {
  constexpr std::array<std::string_view, 8> kMen = {"mr",  "sir",   "lord", "monsieur",
                                                    "don", "senor", "herr", "messrs"};
  constexpr std::array<std::string_view, 9> kWomen = {"mrs",   "ms",     "miss",   "lady", "dame",
                                                      "madam", "madame", "senora", "frau"};
  constexpr std::array<std::string_view, 5> kOthers = {"dr", "prof", "professor", "hon", "rev"};
  word = without_period(word);
  const bool man = one_of(word, kMen);
  const bool woman = one_of(word, kWomen);
  if (gender) *gender = man ? Gender::kMan : woman ? Gender::kWoman : Gender::kUnknown;
  return man || woman || one_of(word, kOthers);
}

Gender gender_of_noun(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMen = {"king",   "prince",  "emperor", "sultan",
                                                     "sheikh", "pope",    "emir",    "pontiff",
                                                     "shah",   "husband", "father",  "brother"};
  constexpr std::array<std::string_view, 8> kWomen = {"queen", "princess", "empress", "wife",
                                                      "widow", "mother",   "sister",  "sheikha"};
  if (word.ends_with("woman") || one_of(word, kWomen)) return Gender::kWoman;
  if (word.ends_with("sman") || one_of(word, kMen)) return Gender::kMan;
  return Gender::kUnknown;
}

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

bool is_locative(std::string_view word) {
  constexpr std::array<std::string_view, 15> kWords = {
      "in",     "at",   "near", "outside", "inside", "around", "through", "throughout",
      "within", "into", "over", "above",   "off",    "via",    "across"};
  return one_of(word, kWords);
}

bool is_past_marker(std::string_view word) {
  constexpr std::array<std::string_view, 8> kWords = {
      "former", "ex", "then", "late", "onetime", "erstwhile", "previous", "retired"};
  return one_of(word, kWords);
}

bool is_outlet_word(std::string_view word) {
  constexpr std::array<std::string_view, 24> kWords = {
      "post",  "times", "herald",    "journal",    "tribune", "gazette",  "telegraph",   "news",
      "daily", "press", "radio",     "television", "tv",      "guardian", "independent", "observer",
      "star",  "mail",  "chronicle", "standard",   "review",  "courier",  "mirror",      "today"};
  return one_of(word, kWords);
}

bool is_geographic_word(std::string_view word) {
  constexpr std::array<std::string_view, 30> kWords = {
      "sea",     "ocean", "river",  "strait",  "straits",    "gulf",     "channel",   "bay",
      "canal",   "lake",  "valley", "bridge",  "peninsula",  "mountain", "mountains", "desert",
      "street",  "road",  "avenue", "square",  "airport",    "stadium",  "hotel",     "university",
      "college", "cup",   "island", "islands", "convention", "protocol"};
  return one_of(word, kWords);
}

bool is_direction(std::string_view word) { return word == "north" || word == "south"; }

bool is_possessive_mark(std::string_view word) {
  return word == "'s" || word == "’s" || word == "'" || word == "’" || word == "'S" || word == "’S";
}

bool is_open_quote(std::string_view word) {
  return word == "“" || word == "``" || word == "«" || word == "„";
}

bool is_close_quote(std::string_view word) { return word == "”" || word == "''" || word == "»"; }

bool is_plain_quote(std::string_view word) { return word == "\""; }

bool is_dash(std::string_view word) {
  return word == "—" || word == "–" || word == "--" || word == "-" || word == "―";
}

bool is_opposite_noun(std::string_view word) {
  constexpr std::array<std::string_view, 30> kWords = {
      "counterpart", "counterparts", "colleague", "colleagues", "neighbour", "neighbours",
      "neighbor",    "neighbors",    "rival",     "rivals",     "opponent",  "opponents",
      "adversary",   "adversaries",  "partner",   "partners",   "ally",      "allies",
      "host",        "hosts",        "guest",     "guests",     "enemy",     "enemies",
      "foe",         "foes",         "creditor",  "creditors",  "patron",    "protector"};
  return one_of(word, kWords);
}

bool is_single_opposite(std::string_view word) {
  constexpr std::array<std::string_view, 6> kWords = {"counterparts", "colleagues", "hosts",
                                                      "guests",       "captors",    "opponents"};
  return one_of(word, kWords);
}

bool is_state_noun(std::string_view word) {
  constexpr std::array<std::string_view, 16> kWords = {
      "country",   "state",     "nation",     "kingdom",      "republic",    "island",
      "emirate",   "sultanate", "monarchy",   "principality", "archipelago", "federation",
      "neighbour", "neighbor",  "government", "capital"};
  return one_of(word, kWords);
}

bool is_organisation_noun(std::string_view word) {
  constexpr std::array<std::string_view, 16> kWords = {
      "bloc",     "alliance", "union",    "organisation", "organization", "league",
      "body",     "agency",   "watchdog", "community",    "council",      "commission",
      "tribunal", "pact",     "grouping", "secretariat"};
  return one_of(word, kWords);
}

bool is_side_noun(std::string_view word) {
  constexpr std::array<std::string_view, 27> kWords = {
      "men",     "side",      "sides",      "country",     "countries", "nation",   "nations",
      "state",   "states",    "government", "governments", "capital",   "capitals", "party",
      "parties", "neighbour", "neighbours", "neighbor",    "neighbors", "power",    "powers",
      "ally",    "allies",    "rival",      "rivals",      "camp",      "camps"};
  return one_of(word, kWords);
}

}  // namespace detente
