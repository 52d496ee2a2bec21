#include "knowledge/people.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace detente {
namespace {

constexpr int kDaysOfYear = 365;

// Days from the tenure to the day: 0 where it was running.
int distance_in_days(const Tenure& tenure, const Date& day) {
  if (day.last_day() < tenure.from.first_day()) {
    return static_cast<int>((tenure.from.first_day() - day.last_day()).count());
  }
  if (!tenure.to || day.first_day() <= tenure.to->last_day()) return 0;
  return static_cast<int>((day.first_day() - tenure.to->last_day()).count());
}

std::string last_word(const std::string& name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string::npos ? name : name.substr(blank + 1);
}

RoleWord read_role(YamlFile& file, const YamlNode& entry, const std::string& title,
                   const Actors& actors) {
  RoleWord role;
  role.title = title;
  role.office = entry.find("office") ? file.text(entry, "office") : title;
  role.sector = file.text(entry, "sector");
  role.head = file.flag(entry, "head");
  role.speaks = file.flag(entry, "speaks");
  role.abroad = file.flag(entry, "abroad");
  role.actor = file.text(entry, "actor");
  const std::string is = file.text(entry, "is");
  role.kind = is == "person"   ? RoleKind::kPerson
              : is == "people" ? RoleKind::kPeople
                               : RoleKind::kInstitution;
  if (is != "person" && is != "people" && is != "institution") {
    file.report(entry.line, "'is' must be person, people or institution");
  }
  if (!is_sector(role.sector)) file.report(entry.line, "'" + role.sector + "' is no sector");
  if (!role.actor.empty() && !actors.find(role.actor)) {
    file.report(entry.line, "'" + role.actor + "' is no actor");
  }
  return role;
}

}  // namespace

std::optional<PersonMatch> People::match(std::span<const std::string_view> words,
                                         std::size_t index) const {
  const auto found = trie_.longest(words, index);
  if (!found) return std::nullopt;
  return PersonMatch{found->words, full_name_[found->slot], by_name_[found->slot]};
}

const Tenure* People::tenure_on(const Person& person, const Date& day,
                                std::string_view actor) const {
  const Tenure* best = nullptr;
  for (const Tenure& tenure : person.tenures) {
    if (!actor.empty() && tenure.actor != actor) continue;
    if (distance_in_days(tenure, day) == 0) best = &tenure;  // tenures are by beginning
  }
  return best;
}

const Tenure* People::nearest_tenure(const Person& person, const Date& day) const {
  const Tenure* best = nullptr;
  for (const Tenure& tenure : person.tenures) {
    if (!best || distance_in_days(tenure, day) <= distance_in_days(*best, day)) best = &tenure;
  }
  return best;
}

const Person* People::choose(std::span<const PersonIndex> people, const Date& day,
                             int years) const {
  const Person* best = nullptr;
  const Tenure* best_tenure = nullptr;
  int best_distance = years * kDaysOfYear;
  bool tie = false;
  for (const PersonIndex index : people) {
    const Tenure* tenure = nearest_tenure(people_[index], day);
    if (!tenure) continue;
    const int distance = distance_in_days(*tenure, day);
    if (distance > best_distance) continue;
    const bool level = best && distance == best_distance;
    tie = level && (tie || tenure->actor != best_tenure->actor);
    if (level) continue;
    best = &people_[index];
    best_tenure = tenure;
    best_distance = distance;
  }
  return tie ? nullptr : best;
}

const Person* People::holder(std::string_view actor, std::string_view office,
                             const Date& day) const {
  const auto candidates = by_actor_.find(std::string(actor));
  if (candidates == by_actor_.end()) return nullptr;
  const Person* best = nullptr;
  Date best_from;
  for (const PersonIndex index : candidates->second) {
    for (const Tenure& tenure : people_[index].tenures) {
      if (tenure.actor != actor || tenure.office != office) continue;
      if (distance_in_days(tenure, day) > 0 || (best && tenure.from < best_from)) continue;
      best = &people_[index];
      best_from = tenure.from;
    }
  }
  return best;
}

void People::load(YamlFile& file, const Actors& actors, const Roles& roles) {
  for (const YamlNode& entry : file.entries()) {
    if (file.expect(entry, {"name", "offices"}, {"aliases", "surname", "she"})) {
      load_entry(file, entry, actors, roles);
    }
  }
}

void People::load_entry(YamlFile& file, const YamlNode& entry, const Actors& actors,
                        const Roles& roles) {
  Person person;
  person.name = file.text(entry, "name");
  person.aliases = file.texts(entry, "aliases");
  person.she = file.flag(entry, "she");
  person.surname = entry.find("surname") ? file.text(entry, "surname") : last_word(person.name);
  const YamlNode& offices = *entry.find("offices");
  for (const YamlNode& office : offices.items) {
    person.tenures.push_back(read_tenure(file, office, actors, roles));
  }
  if (offices.kind != YamlNode::Kind::kList || person.tenures.empty()) {
    file.report(offices.line, "'offices' must be a list of offices held");
  }
  if (!file.ok()) return;
  std::stable_sort(person.tenures.begin(), person.tenures.end(),
                   [](const Tenure& a, const Tenure& b) { return a.from < b.from; });
  const auto index = static_cast<PersonIndex>(people_.size());
  for (const Tenure& tenure : person.tenures) {
    std::vector<PersonIndex>& of_actor = by_actor_[tenure.actor];
    if (of_actor.empty() || of_actor.back() != index) of_actor.push_back(index);
  }
  add_name(file, entry.line, person.name, index, true);
  for (const std::string& alias : person.aliases) add_name(file, entry.line, alias, index, true);
  add_name(file, entry.line, person.surname, index, false);
  people_.push_back(std::move(person));
}

Tenure People::read_tenure(YamlFile& file, const YamlNode& node, const Actors& actors,
                           const Roles& roles) const {
  Tenure tenure;
  if (!file.expect(node, {"actor", "office", "from"}, {"to"})) return tenure;
  tenure.actor = file.text(node, "actor");
  tenure.title = file.text(node, "office");
  tenure.from = file.date(node, "from").value_or(Date{});
  tenure.to = file.date(node, "to");
  if (!actors.find(tenure.actor)) file.report(node.line, "'" + tenure.actor + "' is no actor");
  if (const RoleWord* role = roles.find_title(tenure.title)) {
    tenure.office = role->office;
  } else {
    file.report(node.line, "'" + tenure.title + "' is no title of offices.yaml");
  }
  if (tenure.to && tenure.to->last_day() < tenure.from.first_day()) {
    file.report(node.line, "'to' lies before 'from'");
  }
  return tenure;
}

// A full name that two entries share is one person told twice; surnames are shared freely.
void People::add_name(YamlFile& file, int line, const std::string& name, PersonIndex person,
                      bool full) {
  const std::int32_t slot = trie_.insert(name);
  if (slot < 0) return file.report(line, "'" + name + "' is no name");
  if (static_cast<std::size_t>(slot) >= by_name_.size()) {
    by_name_.resize(slot + 1);
    full_name_.resize(slot + 1, false);
  }
  std::vector<PersonIndex>& people = by_name_[slot];
  const bool known = std::find(people.begin(), people.end(), person) != people.end();
  const bool one_word = name.find(' ') == std::string::npos;
  if (full && full_name_[slot] && !known && !one_word) {
    file.report(line, "'" + name + "' has an entry already");
  }
  if (!known) people.push_back(person);
  full_name_[slot] = full_name_[slot] || full;
}

const RoleWord* Roles::find_title(std::string_view title) const {
  const auto at = by_title_.find(std::string(title));
  return at == by_title_.end() ? nullptr : &roles_[at->second];
}

void Roles::load(YamlFile& file, Vocabulary& vocabulary, const Actors& actors) {
  for (const YamlNode& entry : file.entries()) {
    if (!file.expect(entry, {"words", "sector", "is"},
                     {"head", "speaks", "office", "actor", "abroad"})) {
      return;
    }
    const std::vector<std::string> words = file.texts(entry, "words");
    if (words.empty()) return;
    const auto index = static_cast<std::int32_t>(roles_.size());
    for (const std::string& phrase : words) {
      if (!phrases_.insert(vocabulary, phrase, index) || !by_title_.emplace(phrase, index).second) {
        file.report(entry.line, "'" + phrase + "' is no phrase, or has an entry already");
      }
    }
    roles_.push_back(read_role(file, entry, words.front(), actors));
  }
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    const RoleWord* office = find_title(roles_[i].office);
    if (office && office->title == roles_[i].office) continue;
    file.report(file.root().items[i].line, "'" + roles_[i].office + "' is no title of this file");
  }
}

}  // namespace detente
