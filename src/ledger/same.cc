#include "ledger/same.h"

#include <algorithm>
#include <set>

namespace detente {
namespace {

std::set<std::string> content_words(const std::string& text) {
  constexpr std::size_t kLeast = 4;
  constexpr std::size_t kStem = 6;
  std::set<std::string> out;
  std::string word;
  const auto close = [&] {
    if (word.size() >= kLeast) out.insert(word.substr(0, kStem));
    word.clear();
  };
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter =
        upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter) {
      word.push_back(upper ? static_cast<char>(c + 32) : c);
    } else {
      close();
    }
  }
  close();
  return out;
}

bool same_set(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::set<std::string>(a.begin(), a.end()) == std::set<std::string>(b.begin(), b.end());
}

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) {
    return std::find(b.begin(), b.end(), x) != b.end();
  });
}

// Whether two dates can be the same day told at different precision; an absent date fits any.
bool dates_fit(const std::optional<Interval>& a, const std::optional<Interval>& b) {
  if (!a || !b) return true;
  return a->begin.first_day() <= b->end.last_day() && b->begin.first_day() <= a->end.last_day();
}

bool same_date(const std::optional<Interval>& a, const std::optional<Interval>& b) {
  return a && b && *a == *b;
}

// The sentences that two objects were read from.
double told_alike(const std::vector<Evidence>& a, const std::vector<Evidence>& b) {
  return a.empty() || b.empty() ? 0.0 : overlap_of(a.front().quote, b.front().quote);
}

bool same_sentence(const std::vector<Evidence>& a, const std::vector<Evidence>& b) {
  return !a.empty() && !b.empty() && a.front().document == b.front().document &&
         a.front().span == b.front().span;
}

}  // namespace

double overlap_of(const std::string& a, const std::string& b) {
  const std::set<std::string> left = content_words(a);
  const std::set<std::string> right = content_words(b);
  if (left.empty() || right.empty()) return 0.0;
  std::size_t common = 0;
  for (const std::string& word : left) common += right.count(word);
  return static_cast<double>(common) / static_cast<double>(std::min(left.size(), right.size()));
}

bool same_thing(const Event& a, const Event& b, bool far) {
  const bool straight = same_set(a.source, b.source) && same_set(a.target, b.target);
  const bool crossed = same_set(a.source, b.target) && same_set(a.target, b.source);
  // Talks and agreements have no direction: their sides may be told in either order.
  const bool mutual = a.root == "CONSULT" || a.root == "AGREE" || a.root == "COOPERATE";
  if (a.root != b.root || !(straight || (mutual && crossed)) || !dates_fit(a.date, b.date))
    return false;
  if (same_sentence(a.evidence, b.evidence)) return true;
  const double alike = told_alike(a.evidence, b.evidence);
  if (same_date(a.date, b.date)) return alike >= (far ? 0.2 : 0.3);
  return alike >= (far ? 0.35 : 0.5);
}

bool same_thing(const Statement& a, const Statement& b, bool far) {
  if (a.actor != b.actor || a.stance != b.stance || a.speaker != b.speaker) return false;
  if (!far) return same_sentence(a.evidence, b.evidence) && overlap_of(a.about, b.about) >= 0.8;
  return dates_fit(a.date, b.date) && overlap_of(a.about, b.about) >= 0.6;
}

bool same_thing(const Proposal& a, const Proposal& b, bool far) {
  if (!same_set(a.by, b.by) || !same_set(a.to, b.to) || !dates_fit(a.date, b.date)) return false;
  return far ? told_alike(a.evidence, b.evidence) >= 0.25 : true;
}

bool same_thing(const Channel& a, const Channel& b, bool) {
  return a.kind == b.kind && same_set(a.between, b.between);
}

bool same_thing(const Measure& a, const Measure& b, bool far) {
  if (a.kind != b.kind || !same_set(a.by, b.by) || !shares(a.against, b.against)) return false;
  if (a.quantity && b.quantity && a.quantity->value != b.quantity->value) return false;
  return dates_fit(a.announced, b.announced) || (far && told_alike(a.evidence, b.evidence) >= 0.4);
}

bool same_thing(const Meeting& a, const Meeting& b, bool) {
  if (!same_set(a.actors, b.actors)) return false;
  if (a.ordinal && b.ordinal && *a.ordinal != *b.ordinal) return false;
  if (same_date(a.date, b.date) || same_sentence(a.evidence, b.evidence))
    return dates_fit(a.date, b.date);
  return dates_fit(a.date, b.date) && told_alike(a.evidence, b.evidence) >= 0.4;
}

bool same_thing(const Claim& a, const Claim& b, bool) {
  return overlap_of(a.about, b.about) >= 0.5;
}

bool same_thing(const RoleHeld& a, const RoleHeld& b, bool) {
  return a.person == b.person && a.actor == b.actor;
}

}  // namespace detente
