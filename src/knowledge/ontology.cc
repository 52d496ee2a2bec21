#include "knowledge/ontology.h"

#include <algorithm>
#include <tuple>

namespace detente {
namespace {

constexpr int kPentaMax = 4;
constexpr double kGoldsteinMax = 10;

void load_roots(YamlFile& file, std::vector<EventRoot>& roots) {
  for (const YamlNode& entry : file.entries("roots")) {
    if (!file.expect(entry, {"root", "penta", "cameo", "goldstein", "gloss"},
                     {"ends_measures", "spoken"})) {
      return;
    }
    EventRoot root;
    root.name = file.text(entry, "root");
    root.penta = file.number(entry, "penta").value_or(0);
    root.cameo = file.text(entry, "cameo");
    root.goldstein = file.real(entry, "goldstein").value_or(0);
    root.gloss = file.text(entry, "gloss");
    root.spoken = file.flag(entry, "spoken");
    root.ends_measures = file.flag(entry, "ends_measures");
    if (root.penta < 1 || root.penta > kPentaMax) file.report(entry.line, "'penta' is 1 to 4");
    if (root.goldstein < -kGoldsteinMax || root.goldstein > kGoldsteinMax) {
      file.report(entry.line, "'goldstein' is -10 to 10");
    }
    roots.push_back(std::move(root));
  }
}

// The modes of the roots: a list for each root that has some.
void load_modes(YamlFile& file, std::vector<EventRoot>& roots, Vocabulary& vocabulary) {
  for (std::size_t i = 0; i < file.root().keys.size(); ++i) {
    const std::string& name = file.root().keys[i];
    const auto root = std::find_if(roots.begin(), roots.end(),
                                   [&](const EventRoot& one) { return one.name == name; });
    if (root == roots.end()) {
      file.report(file.root().items[i].line, "'" + name + "' is no root of plover.yaml");
      return;
    }
    root->modes.load(file, file.entries(name), "mode", vocabulary);
  }
}

// Whether one of the others has the hit's entry and shares a word with it.
template <typename Hit>
bool overlaps_any(const PhraseHit& hit, const std::vector<Hit>& others) {
  return std::any_of(others.begin(), others.end(), [&hit](const Hit& other) {
    return other.entry == hit.entry && other.first < hit.last && hit.first < other.last;
  });
}

// Refuses entries of a lexicon whose root is none of the ontology's.
void check_roots(YamlFile& file, std::string_view key, const Lexicon& lexicon,
                 const Ontology& ontology) {
  const YamlNode* list = file.root().find(key);
  for (std::size_t i = 0; i < lexicon.entries().size(); ++i) {
    const std::string& root = lexicon.entries()[i].root;
    if (root.empty() || ontology.find_root(root)) continue;
    file.report(list->items[i].line, "'" + root + "' is no root of plover.yaml");
  }
}

}  // namespace

std::int32_t Lexicon::index_of(std::string_view name) const {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].name == name) return static_cast<std::int32_t>(i);
  }
  return -1;
}

// The nearest of the things that belongs to the act's entry and is in reach, or null.
const PhraseHit* Lexicon::thing_of(const PhraseHit& act, const std::vector<PhraseHit>& things) {
  const PhraseHit* nearest = nullptr;
  std::int32_t nearest_gap = kReach + 1;
  for (const PhraseHit& thing : things) {
    const bool in_gap = act.first < thing.first && thing.last < act.last;  // "call ... home"
    const std::int32_t gap = in_gap ? 0 : std::max(thing.first - act.last, act.first - thing.last);
    if (thing.entry != act.entry || gap < 0 || gap >= nearest_gap) continue;
    nearest = &thing;
    nearest_gap = gap;
  }
  return nearest;
}

std::vector<LexiconHit> Lexicon::find(std::span<const LexicalWord> text, std::size_t first,
                                      std::size_t last) const {
  constexpr auto kOfEntry = PhraseSet::Longest::kOfEntry;
  const auto nots = nots_.find(text, first, last, kOfEntry);
  std::vector<LexiconHit> hits;
  for (const PhraseHit& hit : alone_.find(text, first, last)) {
    if (!overlaps_any(hit, nots)) hits.push_back({hit.entry, hit.first, hit.last});
  }
  const std::vector<LexiconHit> alone = hits;
  const auto things = things_.find(text, first, last, kOfEntry);
  if (things.empty()) return hits;
  for (const PhraseHit& act : acts_.find(text, first, last, kOfEntry)) {
    const PhraseHit* thing = thing_of(act, things);
    if (!thing || overlaps_any(act, alone) || overlaps_any(act, nots)) continue;
    hits.push_back({act.entry, act.first, act.last, thing->first, thing->last});
  }
  std::sort(hits.begin(), hits.end(), [](const LexiconHit& a, const LexiconHit& b) {
    return std::tie(a.first, a.last, a.entry) < std::tie(b.first, b.last, b.entry);
  });
  return hits;
}

void Lexicon::add_words(YamlFile& file, const YamlNode& entry, std::string_view key, PhraseSet& set,
                        Vocabulary& vocabulary) {
  const YamlNode* list = entry.find(key);
  if (!list) return;
  const auto index = static_cast<std::int32_t>(entries_.size());
  for (const std::string& phrase : file.texts(*list)) {
    if (!set.insert(vocabulary, phrase, index)) {
      file.report(list->line, "'" + phrase + "' is no phrase");
    }
  }
}

void Lexicon::load(YamlFile& file, const std::vector<YamlNode>& entries, std::string_view name_key,
                   Vocabulary& vocabulary) {
  for (const YamlNode& entry : entries) {
    if (!file.expect(
            entry, {name_key},
            {"gloss", "root", "cuts", "counted", "words", "acts", "things", "not", "reads", "leaves"})) {
      return;
    }
    Announced announced;
    announced.name = file.text(entry, name_key);
    announced.gloss = file.text(entry, "gloss");
    announced.root = file.text(entry, "root");
    announced.cuts = file.text(entry, "cuts");
    announced.counted = file.flag(entry, "counted");
    announced.reads = file.texts(entry, "reads");
    announced.leaves = file.texts(entry, "leaves");
    if (index_of(announced.name) >= 0) {
      file.report(entry.line, "'" + announced.name + "' has an entry already");
    }
    if (!entry.find("acts") != !entry.find("things")) {
      file.report(entry.line, "'acts' and 'things' go together");
    }
    add_words(file, entry, "words", alone_, vocabulary);
    add_words(file, entry, "acts", acts_, vocabulary);
    add_words(file, entry, "things", things_, vocabulary);
    add_words(file, entry, "not", nots_, vocabulary);
    entries_.push_back(std::move(announced));
  }
}

const EventRoot* Ontology::find_root(std::string_view name) const {
  const auto at = std::find_if(roots.begin(), roots.end(),
                               [name](const EventRoot& root) { return root.name == name; });
  return at == roots.end() ? nullptr : &*at;
}

Result<Ontology> Ontology::load(const std::filesystem::path& folder, Vocabulary& vocabulary) {
  Ontology out;
  YamlFile plover(folder, "ontology/plover.yaml");
  load_roots(plover, out.roots);
  out.contexts.load(plover, plover.entries("contexts"), "context", vocabulary);
  YamlFile modes(folder, "ontology/modes.yaml");
  if (plover.ok()) load_modes(modes, out.roots, vocabulary);
  YamlFile kinds(folder, "ontology/kinds.yaml");
  YamlFile stances(folder, "cues/stances.yaml");
  YamlFile statuses(folder, "cues/status.yaml");
  YamlFile lives(folder, "cues/lives.yaml");
  YamlFile relations(folder, "cues/relations.yaml");
  const auto read = [&](YamlFile& file, std::string_view list, std::string_view name,
                        Lexicon& lexicon) {
    lexicon.load(file, file.entries(list), name, vocabulary);
    if (file.ok()) check_roots(file, list, lexicon, out);
  };
  read(kinds, "measures", "kind", out.measures);
  read(kinds, "channels", "kind", out.channels);
  read(kinds, "terms", "kind", out.terms);
  read(stances, "stances", "stance", out.stances);
  read(statuses, "statuses", "status", out.statuses);
  read(lives, "measures", "status", out.measure_lives);
  read(lives, "channels", "status", out.channel_lives);
  read(lives, "proposals", "status", out.proposal_lives);
  read(lives, "meetings", "status", out.meeting_lives);
  read(relations, "settings", "setting", out.settings);
  read(relations, "links", "link", out.links);
  read(relations, "limits", "limit", out.limits);
  for (const YamlFile* file : {&plover, &modes, &kinds, &stances, &statuses, &lives, &relations}) {
    if (!file->ok()) return tl::unexpected<Error>(file->status().error());
  }
  return out;
}

}  // namespace detente
