#include "analysis/reciprocity.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/lists.h"
#include "ledger/fold.h"

namespace detente {
namespace {

bool imposes(const Measure& measure, const std::string& by, const std::string& against) {
  return has(measure.by, by) && has(measure.against, against);
}

// A threat or a proposal has not been imposed.
bool was_imposed(const Measure& measure) {
  return measure.status != "threatened" && measure.status != "proposed";
}

// The day that a measure began to bind, else that of its announcement.
std::optional<Date> begin_of(const Measure& measure) {
  const auto& when = measure.effective ? measure.effective : measure.announced;
  return when ? std::optional<Date>(when->begin) : std::nullopt;
}

std::optional<Date> first_day(const Object& object) {
  const auto when = date_of(object);
  return when ? std::optional<Date>(when->begin) : std::nullopt;
}

std::optional<int> days_between(const std::optional<Date>& from, const std::optional<Date>& to) {
  if (!from || !to) return std::nullopt;
  const auto days = (to->first_day() - from->first_day()).count();
  return days < 0 ? std::nullopt : std::optional<int>(static_cast<int>(days));
}

std::optional<double> median_of(std::vector<int> days) {
  if (days.empty()) return std::nullopt;
  std::sort(days.begin(), days.end());
  const std::size_t middle = days.size() / 2;
  return days.size() % 2 == 1 ? days[middle] : (days[middle - 1] + days[middle]) / 2.0;
}

using ById = std::unordered_map<std::string, const Line*>;

Answer answer_of(const Line& line, const ById& by_id) {
  const Measure& measure = std::get<Measure>(line.object);
  Answer answer{.line = line.id,
                .kind = measure.kind,
                .trigger = line.answers->line,
                .told = line.answers->basis == "told"};
  const auto found = by_id.find(line.answers->line);
  if (found == by_id.end()) return answer;
  const Object& trigger = found->second->object;
  answer.trigger_kind = kind_of(trigger);
  answer.in_kind = list_of(trigger) == List::kMeasures && answer.trigger_kind == answer.kind;
  answer.lag = days_between(first_day(trigger), first_day(line.object));
  return answer;
}

Reciprocity answers_of(std::span<const Line> lines, const ById& by_id, const std::string& answerer,
                       const std::string& answered) {
  Reciprocity out{.answerer = answerer, .answered = answered};
  std::set<std::string> imposed;
  std::set<std::string> met;
  std::vector<int> lags;
  for (const Line& line : lines) {
    const Measure* measure = std::get_if<Measure>(&line.object);
    if (measure == nullptr || !was_imposed(*measure)) continue;
    if (imposes(*measure, answered, answerer)) imposed.insert(line.id);
    if (!line.answers || !imposes(*measure, answerer, answered)) continue;
    const Answer& answer = out.answers.emplace_back(answer_of(line, by_id));
    ++out.by_kind[answer.kind];
    met.insert(answer.trigger);
    if (answer.lag) lags.push_back(*answer.lag);
  }
  out.measures = static_cast<int>(imposed.size());
  out.met = static_cast<int>(
      std::count_if(met.begin(), met.end(), [&](const auto& id) { return imposed.contains(id); }));
  out.median_lag = median_of(std::move(lags));
  return out;
}

bool in_force(const Measure& measure) {
  return measure.status == "in_force" || measure.status == "eased";
}

// Adds up what each side does to the other, figure by figure.
class Ways {
 public:
  enum class As : std::uint8_t { kSum, kMean };

  Ways(const std::string& a, const std::string& b) : a_(a), b_(b) {}

  void add(const std::string& what, const std::vector<std::string>& from,
           const std::vector<std::string>& to, double value = 1, As as = As::kSum) {
    Figure& figure = figure_of(what, as);
    if (has(from, a_) && has(to, b_)) figure.from_a.add(value);
    if (has(from, b_) && has(to, a_)) figure.from_b.add(value);
  }

  std::vector<Asymmetry> told() const {
    std::vector<Asymmetry> out;
    for (const Figure& figure : figures_) {
      const double from_a = figure.from_a.as(figure.as);
      const double from_b = figure.from_b.as(figure.as);
      if (from_a != 0 || from_b != 0) out.push_back({figure.what, from_a, from_b});
    }
    return out;
  }

 private:
  struct Sum {
    double total = 0;
    int count = 0;
    void add(double value) {
      total += value;
      ++count;
    }
    double as(As how) const { return how == As::kMean && count > 0 ? total / count : total; }
  };
  struct Figure {
    std::string what;
    As as;
    Sum from_a, from_b;
  };

  Figure& figure_of(const std::string& what, As as) {
    const auto found = std::find_if(figures_.begin(), figures_.end(),
                                    [&](const Figure& f) { return f.what == what; });
    return found == figures_.end() ? figures_.emplace_back(Figure{what, as, {}, {}}) : *found;
  }

  const std::string& a_;
  const std::string& b_;
  std::vector<Figure> figures_;
};

}  // namespace

double Reciprocity::share_in_kind() const {
  if (answers.empty()) return 0.0;
  const auto same = std::count_if(answers.begin(), answers.end(),
                                  [](const Answer& answer) { return answer.in_kind; });
  return static_cast<double>(same) / static_cast<double>(answers.size());
}

std::vector<Reciprocity> reciprocity(std::span<const Line> lines, const std::string& a,
                                     const std::string& b) {
  ById by_id;
  for (const Line& line : lines) by_id.emplace(line.id, &line);
  return {answers_of(lines, by_id, b, a), answers_of(lines, by_id, a, b)};
}

std::vector<Standing> longest_standing(std::span<const Line> lines, const Date& as_of) {
  std::vector<Standing> out;
  for (const Line& line : lines) {
    if (list_of(line.object) != List::kMeasures) continue;
    const std::optional<Object> now = at(line, as_of);
    if (!now || !in_force(std::get<Measure>(*now))) continue;
    const auto since = begin_of(std::get<Measure>(*now));
    const auto days = days_between(since, as_of);
    if (days) out.push_back({&line, *since, *days});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Standing& x, const Standing& y) { return x.days > y.days; });
  return out;
}

std::vector<Asymmetry> asymmetries(std::span<const Line> lines, const Ontology& ontology,
                                   const std::string& a, const std::string& b, const Date& as_of) {
  Ways ways(a, b);
  for (const Line& line : lines) {
    const std::optional<Object> now = at(line, as_of);
    if (!now) continue;
    if (const auto* measure = std::get_if<Measure>(&*now); measure && in_force(*measure)) {
      ways.add("measures in force", measure->by, measure->against);
    } else if (const auto* offer = std::get_if<Proposal>(&*now)) {
      ways.add("offers", offer->by, offer->to);
    } else if (const auto* statement = std::get_if<Statement>(&*now)) {
      ways.add(statement->stance, {statement->actor}, statement->sides);
    } else if (const auto* event = std::get_if<Event>(&*now); event && counts_in_series(*event)) {
      const EventRoot* root = ontology.find_root(event->root);
      if (root == nullptr || root->penta < 1) continue;
      ways.add(kQuadClasses[static_cast<std::size_t>(root->penta - 1)], event->source,
               event->target);
      ways.add("mean Goldstein value", event->source, event->target, root->goldstein,
               Ways::As::kMean);
    }
  }
  return ways.told();
}

Dealings dealings_between(std::span<const Line> lines, const Ontology& ontology,
                          const std::string& a, const std::string& b, const Date& as_of) {
  return {.a = a,
          .b = b,
          .a_to_b = monthly_series(lines, ontology, {a, b}),
          .b_to_a = monthly_series(lines, ontology, {b, a}),
          .sides = reciprocity(lines, a, b),
          .standing = longest_standing(lines, as_of),
          .asymmetries = asymmetries(lines, ontology, a, b, as_of)};
}

}  // namespace detente
