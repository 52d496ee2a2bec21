// Which assertions may tell the same thing at all. A block is coarse enough that two tellings of
// one thing meet in it, and fine enough that a change touches little.
#include <algorithm>

#include "ledger/fold.h"
#include "ledger/stems.h"

namespace detente {
namespace {

std::string joined(std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ",") + value;
  return out;
}

std::vector<std::string> both(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

struct KeyOf {
  const Date& known;

  // By the year that it tells of itself, else in which it was told: what two states do to each
  // other in all times is too much to look through for each report.
  std::string operator()(const Event& e) const {
    const int year = e.date ? e.date->begin.year : known.year;
    return joined(both(e.source, e.target)) + "|" + std::to_string(year);
  }
  std::string operator()(const Statement& s) const { return s.actor + "|" + last_name(s.speaker); }
  std::string operator()(const Proposal& p) const { return joined(both(p.by, p.to)); }
  std::string operator()(const Channel& c) const { return c.kind + "|" + joined(c.between); }
  std::string operator()(const Measure& m) const { return joined(m.by); }
  std::string operator()(const Meeting& m) const { return joined(m.actors); }
  std::string operator()(const Claim& c) const { return joined(c.sides); }
  std::string operator()(const RoleHeld& r) const { return r.actor + "|" + last_name(r.person); }
  std::string operator()(const Ending& e) const { return joined(e.sides); }
};

std::string block(List list, const std::string& key) {
  return std::string(1, letter_of(list)) + "|" + key;
}

}  // namespace

bool is_block_of(std::string_view block, List list) { return block.starts_with(letter_of(list)); }

std::vector<std::string> blocks_of(const Assertion& assertion) {
  const Object& said = assertion.said;
  const auto* ending = std::get_if<Ending>(&said);
  if (ending == nullptr) return {block(list_of(said), std::visit(KeyOf{assertion.known}, said))};
  // Whoever imposed it is among its sides, alone or with the others.
  std::vector<std::string> blocks = {block(List::kMeasures, joined(ending->sides))};
  for (const std::string& side : ending->sides) blocks.push_back(block(List::kMeasures, side));
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  return blocks;
}

}  // namespace detente
