#include "knowledge/actors.h"

#include <algorithm>
#include <array>

namespace detente {
namespace {

constexpr std::array<std::string_view, 13> kSectors = {"GOV", "MIL", "SPY", "LEG", "JUD",
                                                       "COP", "MED", "OPP", "REB", "BUS",
                                                       "CVL", "EDU", "IGO"};

// Within one side, the reading that says more comes first and the others add nothing: Singapore
// is a state before it is a capital, Moscow a capital before it is a city. An adjective and a
// demonym of the same letters both stay, for the sentence decides.
bool says_no_more(const ActorName& known, const ActorName& added) {
  if (known.code != added.code) return false;
  if (known.kind == NameKind::kAdjective && added.kind == NameKind::kPeople) return false;
  return true;
}

std::string_view without_the(std::string_view words) {
  if (words.starts_with("the ") || words.starts_with("The ")) words.remove_prefix(4);
  return words;
}

}  // namespace

bool is_sector(std::string_view sector) {
  return std::find(kSectors.begin(), kSectors.end(), sector) != kSectors.end();
}

std::string plural_of_people(std::string_view singular) {
  for (const std::string_view same : {"ese", "sh", "ch", "s", "men", "oi"}) {
    if (singular.ends_with(same)) return std::string(singular);
  }
  if (singular.ends_with("woman") || singular.ends_with("shman") || singular.ends_with("chman")) {
    return std::string(singular.substr(0, singular.size() - 2)) + "en";
  }
  return std::string(singular) + "s";
}

std::optional<NameMatch> Actors::match(std::span<const std::string_view> words,
                                       std::size_t index) const {
  const auto found = trie_.longest(words, index);
  if (!found) return std::nullopt;
  return NameMatch{found->words, readings_[found->slot]};
}

std::span<const ActorName> Actors::readings(std::string_view name) const {
  const std::int32_t slot = trie_.find(without_the(name));
  if (slot < 0) return {};
  return readings_[slot];
}

const Actor* Actors::find(std::string_view code) const {
  const auto at = by_code_.find(std::string(code));
  return at == by_code_.end() ? nullptr : &actors_[at->second];
}

void Actors::load(YamlFile& file, bool organisations) {
  for (const YamlNode& entry : file.entries()) {
    if (file.expect(entry, {"code", "names"},
                    {"ids", "adjectives", "people", "capital", "cities", "seats", "bodies",
                     "forces", "former", "ambiguous"})) {
      load_entry(file, entry, organisations);
    }
  }
}

void Actors::load_entry(YamlFile& file, const YamlNode& entry, bool organisation) {
  Actor actor;
  actor.code = file.text(entry, "code");
  actor.organisation = organisation;
  const std::vector<std::string> names = file.texts(entry, "names");
  if (actor.code.size() != 3) file.report(entry.line, "'" + actor.code + "' is no code");
  if (names.empty() || !file.ok()) return;
  actor.name = without_the(names.front());
  if (const YamlNode* ids = entry.find("ids");
      ids && file.expect(*ids, {}, {"cow", "gw", "wikidata"})) {
    actor.cow = file.number(*ids, "cow");
    actor.gw = ids->find("gw") ? file.number(*ids, "gw") : actor.cow;
    actor.wikidata = file.text(*ids, "wikidata");
  }
  if (!by_code_.emplace(actor.code, actors_.size()).second) {
    file.report(entry.line, "'" + actor.code + "' has an entry already");
  }
  ActorName name{.code = actor.code, .kind = organisation ? NameKind::kOrganisation
                                                          : NameKind::kState};
  actors_.push_back(std::move(actor));
  const std::string code = name.code;
  const auto of_kind = [&code](NameKind kind, std::string sector = {}) {
    return ActorName{.code = code, .sector = std::move(sector), .kind = kind};
  };
  add_all(file, entry, "names", name);
  add_all(file, entry, "adjectives", of_kind(NameKind::kAdjective));
  add_people(file, entry, of_kind(NameKind::kPeople));
  add_all(file, entry, "capital", of_kind(NameKind::kCapital));
  add_all(file, entry, "cities", of_kind(NameKind::kCity));
  load_sectors(file, entry, "seats", of_kind(NameKind::kSeat));
  load_sectors(file, entry, "bodies", of_kind(NameKind::kBody));
  add_all(file, entry, "forces", of_kind(NameKind::kForces, "MIL"));
  if (const YamlNode* former = entry.find("former")) {
    for (const YamlNode& state : former->items) load_former(file, state, code);
  }
  mark_ambiguous(file, entry, code);
}

// A state that has vanished, or a name given up: read as the successor's, with its dates.
void Actors::load_former(YamlFile& file, const YamlNode& former, const std::string& code) {
  if (!file.expect(former, {"names"}, {"adjectives", "people", "capital", "from", "to"})) return;
  ActorName name{.code = code};
  name.from = file.date(former, "from");
  name.to = file.date(former, "to");
  if (name.from && name.to && *name.to < *name.from) {
    file.report(former.line, "'to' lies before 'from'");
  }
  add_all(file, former, "names", name);
  name.kind = NameKind::kAdjective;
  add_all(file, former, "adjectives", name);
  name.kind = NameKind::kPeople;
  add_people(file, former, name);
  name.kind = NameKind::kCapital;
  add_all(file, former, "capital", name);
}

void Actors::load_sectors(YamlFile& file, const YamlNode& entry, std::string_view key,
                          ActorName name) {
  const YamlNode* sectors = entry.find(key);
  if (!sectors) return;
  for (std::size_t i = 0; i < sectors->keys.size(); ++i) {
    name.sector = sectors->keys[i];
    if (!is_sector(name.sector)) {
      file.report(sectors->items[i].line, "'" + name.sector + "' is no sector");
    }
    for (const std::string& words : file.texts(sectors->items[i])) {
      add(file, sectors->items[i].line, words, name);
    }
  }
  if (sectors->keys.empty()) {
    file.report(sectors->line, "'" + std::string(key) + "' must map sectors to lists of names");
  }
}

void Actors::add_all(YamlFile& file, const YamlNode& entry, std::string_view key, ActorName name) {
  const YamlNode* list = entry.find(key);
  if (!list) return;
  for (const std::string& words : file.texts(*list)) add(file, list->line, words, name);
}

// Demonyms in both numbers. Without a list of their own they are the adjectives.
void Actors::add_people(YamlFile& file, const YamlNode& entry, ActorName name) {
  const YamlNode* list = entry.find(entry.find("people") ? "people" : "adjectives");
  if (!list) return;
  for (const std::string& singular : file.texts(*list)) {
    const std::string plural = plural_of_people(singular);
    name.plural = plural == singular && !singular.ends_with("ese");
    add(file, list->line, singular, name);
    if (plural == singular) continue;
    name.plural = true;
    add(file, list->line, plural, name);
  }
}

void Actors::add(YamlFile& file, int line, std::string_view words, ActorName name) {
  const std::int32_t slot = trie_.insert(without_the(words));
  if (slot < 0) return file.report(line, "'" + std::string(words) + "' is no name");
  if (static_cast<std::size_t>(slot) >= readings_.size()) {
    readings_.resize(slot + 1);
    origins_.resize(slot + 1);
  }
  std::vector<ActorName>& known = readings_[slot];
  const bool told = std::any_of(known.begin(), known.end(), [&name](const ActorName& reading) {
    return says_no_more(reading, name);
  });
  if (told) return;
  known.push_back(std::move(name));
  origins_[slot].push_back({file.name(), line, std::string(words)});
}

// Marks the readings of these words; of a demonym, its plural too.
void Actors::mark_ambiguous(YamlFile& file, const YamlNode& entry, const std::string& code) {
  const YamlNode* list = entry.find("ambiguous");
  if (!list) return;
  const auto mark = [this, &code](std::string_view words, bool plural_only) {
    const std::int32_t slot = trie_.find(words);
    bool marked = false;
    if (slot < 0) return marked;
    for (ActorName& reading : readings_[slot]) {
      if (reading.code != code || (plural_only && !reading.plural)) continue;
      marked = reading.ambiguous = true;
    }
    return marked;
  };
  for (const std::string& words : file.texts(*list)) {
    if (!mark(without_the(words), false)) {
      file.report(list->line, "'" + words + "' is no name of this entry");
    }
    mark(plural_of_people(without_the(words)), true);
  }
}

Status Actors::check_shared_names() const {
  for (std::size_t slot = 0; slot < readings_.size(); ++slot) {
    const std::vector<ActorName>& readings = readings_[slot];
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (readings[i].ambiguous) continue;
      for (const ActorName& other : readings) {
        if (other.code == readings[i].code) continue;
        const Origin& origin = origins_[slot][i];
        return fail(ErrorCode::kBroken, origin.file + ":" + std::to_string(origin.line),
                    "a name of " + readings[i].code + " is one of " + other.code +
                        " too: list it under 'ambiguous' in both entries, or take it out (" +
                        origin.words + ")");
      }
    }
  }
  return {};
}

}  // namespace detente
