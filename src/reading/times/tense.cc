// The nearest word that shows tense decides, where the end of a clause counts as distance.
#include "reading/times/tense.h"

#include <optional>

namespace detente {
namespace {

constexpr int kBreakCost = 8;  // a clause away is as far as this many words
constexpr int kRightCost = 3;  // English puts most times behind their verb
constexpr int kReach = 40;
constexpr int kGroupLength = 4;  // words between a modal and its verb

class Scan {
 public:
  Scan(const Analysis& analysis, const std::vector<Piece>& pieces, std::uint32_t first,
       std::uint32_t last)
      : analysis_(analysis), pieces_(pieces), first_(first), last_(last) {}

  Tense run(std::uint32_t begin, std::uint32_t end) const {
    const bool limit = begin > first_ && pieces_[begin - 1].is(Part::kFuturePreposition);
    const bool possessed = end < last_ && pieces_[end].is(Part::kPossessive);
    if (limit && !possessed && !opens_clause(begin - 1)) return Tense::kFuture;
    if (begin > first_ && pieces_[begin - 1].is(Part::kPastPreposition)) return Tense::kPast;
    int best = kReach;
    Tense tense = Tense::kUnknown;
    int cost = 0;
    for (std::uint32_t i = begin; i-- > first_;) {
      ++cost;
      if (const auto shown = shown_by(i)) {
        best = cost;
        tense = *shown;
        break;
      }
      if (pieces_[i].is(Part::kClauseBreak)) cost += kBreakCost;
    }
    cost = kRightCost;
    for (std::uint32_t i = end; i < last_; ++i) {
      if (++cost >= best) break;
      // "telephoned on Wednesday to counsel restraint": a purpose tells nothing of the day.
      if (pieces_[i].is(Part::kInfinitive)) break;
      if (const auto shown = shown_by(i)) {
        tense = *shown;
        break;
      }
      if (pieces_[i].is(Part::kClauseBreak)) cost += kBreakCost;
    }
    return tense;
  }

 private:
  // "By Sunday the minister conceded": nothing before it in its clause.
  bool opens_clause(std::uint32_t i) const {
    return i == first_ || pieces_[i - 1].is(Part::kClauseBreak);
  }

  std::string_view upos(std::uint32_t i) const { return analysis_.tokens[pieces_[i].token].upos; }

  std::optional<Tense> shown_by(std::uint32_t i) const {
    const Piece& piece = pieces_[i];
    if (piece.shape != Shape::kWord) return std::nullopt;
    const std::string_view tag = upos(i);
    if (piece.is(Part::kFutureModal) && !(piece.capital && i > first_)) {
      // "would not say on Friday" refuses; it does not foresee.
      const bool refuses =
          piece.is(Part::kPastModal) && i + 1 < last_ && pieces_[i + 1].is(Part::kNegation);
      return refuses ? Tense::kPast : Tense::kFuture;
    }
    if (piece.is(Part::kInfinitive) && verb_follows(i + 1)) {
      const bool was = i > first_ && pieces_[i - 1].is(Part::kImplicative);
      return was || pieces_[i + 1].is(Part::kHave) ? Tense::kPast : Tense::kFuture;
    }
    if (piece.is(Part::kFutureWord)) return Tense::kFuture;
    if (piece.is(Part::kNeutralVerb)) return std::nullopt;
    if (piece.is(Part::kPastAuxiliary) || past_form(piece, tag)) {
      return led_by_modal(i) ? Tense::kFuture : Tense::kPast;
    }
    const bool gerund = piece.lower.ends_with("ing");
    if (tag == "VERB" && !gerund) return Tense::kFuture;  // "the ministers meet on Friday"
    return std::nullopt;
  }

  // A form in -ed or one of the table; a tag that is no verb's overrules its looks.
  static bool past_form(const Piece& piece, std::string_view tag) {
    if (!tag.empty() && tag != "VERB" && tag != "AUX") return false;
    if (piece.is(Part::kPastForm)) return true;
    return piece.lower.size() > 4 && piece.lower.ends_with("ed") && !piece.capital;
  }

  bool verb_follows(std::uint32_t i) const {
    if (i >= last_) return false;
    const Piece& piece = pieces_[i];
    if (const std::string_view tag = upos(i); !tag.empty()) return tag == "VERB" || tag == "AUX";
    if (piece.shape != Shape::kWord || piece.capital) return false;
    if (piece.word != nullptr) {
      return piece.is(Part::kPastForm) || piece.is(Part::kNeutralVerb) || piece.is(Part::kHave);
    }
    return !piece.lower.ends_with("s");
  }

  // "will be held", "to have been signed": the auxiliaries in front decide.
  bool led_by_modal(std::uint32_t i) const {
    bool have = false;  // "was to have met", "would have met": it did not, but the day is past
    for (int step = 0; step < kGroupLength && i > first_; ++step) {
      const Piece& before = pieces_[--i];
      have = have || before.is(Part::kHave);
      if (before.is(Part::kInfinitive) || before.is(Part::kPastModal)) return !have;
      if (before.is(Part::kFutureModal)) return true;
      if (!before.is(Part::kAuxiliaryFiller)) return false;
    }
    return false;
  }

  const Analysis& analysis_;
  const std::vector<Piece>& pieces_;
  std::uint32_t first_;
  std::uint32_t last_;
};

}  // namespace

Tense tense_around(const Analysis& analysis, const std::vector<Piece>& pieces, std::uint32_t first,
                   std::uint32_t last, std::uint32_t begin, std::uint32_t end) {
  return Scan(analysis, pieces, first, last).run(begin, end);
}

}  // namespace detente
