#include "views/chain.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "ledger/fold.h"
#include "views/page.h"
#include "views/pair.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente {
namespace {

constexpr double kSays = 0.05;  // a feature that weighs less decides nothing

std::string stage_words(const Stage& stage) {
  std::string words = words_of(stage.status);
  if (stage.when) words += " " + on_date(*stage.when);
  return words +
         fmt::format("; {}, known from {}", one_line(stage.basis), date_words(stage.known, true));
}

std::string where(const Document* report, const Assertion& member) {
  if (report == nullptr) return member.document;
  const std::string& name = report->outlet.empty() ? report->title : report->outlet;
  return one_line(name.empty() ? report->id : name);
}

void life_section(const Line& line, Page& page) {
  if (line.life.empty()) return;
  page.section("Its life");
  for (const Stage& stage : line.life) {
    page.row({.label = stage.when ? date_words(*stage.when, true) : "undated",
              .text = capitalised(stage_words(stage))});
  }
}

void members_section(const Line& line, std::span<const Assertion> members,
                     const ReportIndex& reports, const Naming& naming, Page& page) {
  page.section(fmt::format("Told by {}", count_of(members.size(), "passage")));
  for (std::size_t i = 0; i < std::min(members.size(), line.members.size()); ++i) {
    const Assertion& member = members[i];
    const Document* report = reports.find(member.document);
    std::vector<std::string> details;
    const std::string why = decision_words(line.members[i].decision);
    if (!why.empty()) details.push_back("Held to be the same: " + why);
    const auto evidence = evidence_of(member.said);
    page.row(
        {.label = date_words(member.known, true),
         .text = fmt::format("{}: {}", where(report, member), sentence_of(member.said, naming)),
         .details = details,
         .source = evidence.empty() ? "" : one_line(evidence.front().quote),
         .id = {}});
  }
}

void words_section(const Line& line, std::span<const EditorWord> words, Page& page) {
  if (line.words.empty()) return;
  page.section("Editors");
  for (const EditorWord& word : words) {
    if (std::find(line.words.begin(), line.words.end(), word.id) == line.words.end()) continue;
    page.row({.label = word.id, .text = capitalised(editor_words(word))});
  }
}

// "sides fits (+0.60)" for a feature that speaks for it, "date differs (-0.40)" for one against.
std::string feature_words(const Feature& feature) {
  const bool for_it = feature.value * feature.weight > 0;
  return fmt::format("{} {} ({:+.2f})", one_line(feature.name), for_it ? "fits" : "differs",
                     feature.value * feature.weight);
}

std::string verb_of(WordKind kind) {
  switch (kind) {
    case WordKind::kConfirm: return "confirmed";
    case WordKind::kReject: return "rejected";
    case WordKind::kMerge: return "merged";
    case WordKind::kSplit: return "split";
    case WordKind::kAmend: return "amended";
    case WordKind::kUndo: return "undid";
  }
  return "spoken of";
}

}  // namespace

std::string decision_words(const Decision& decision) {
  if (!decision.by_editor.empty()) return "an editor decided (" + decision.by_editor + ")";
  if (decision.with.empty()) return {};
  std::vector<std::string> parts;
  for (const Feature& feature : decision.features) {
    if (std::abs(feature.value * feature.weight) >= kSays) parts.push_back(feature_words(feature));
  }
  const std::string sum = fmt::format("{:.2f} where {:.2f} suffices", decision.score, kSameThing);
  if (parts.empty()) return sum;
  return fmt::format("{}; {}", fmt::join(parts, ", "), sum);
}

std::string editor_words(const EditorWord& word) {
  std::string words = verb_of(word.kind);
  if (word.kind == WordKind::kAmend) {
    words += fmt::format(" {} to {}", word.field, word.value.empty() ? "nothing" : word.value);
  }
  if (!word.undoes.empty()) words += " " + word.undoes;
  words += fmt::format(" by {} on {}", one_line(word.by), date_words(word.known));
  if (!word.because.empty()) words += ": " + one_line(word.because);
  return words;
}

std::string render_chain(const Line& line, std::span<const Assertion> members,
                         std::span<const EditorWord> words, std::span<const Document> documents,
                         const NameOf& name_of, const ChainOptions& options) {
  const Naming naming{name_of};
  Page page(options.width, options.colour);
  page.title(sentence_of(line.object, naming), line.id);
  const std::string status(status_of(line.object));
  if (!status.empty()) page.paragraph("It stands as " + words_of(status) + ".");
  if (line.rejected) page.paragraph("An editor rejected it: it is no part of the record.");
  if (line.confirmed) page.paragraph("An editor confirmed it.");
  if (line.answers && !line.answers->line.empty()) {
    std::string answer = "It answers " + line.answers->line;
    if (!line.answers->lag.empty()) answer += ", " + duration_words(line.answers->lag) + " later";
    page.paragraph(answer + (line.answers->basis == "told" ? ", as a report says."
                                                           : ": the same kind, soon after."));
  }
  life_section(line, page);
  members_section(line, members, ReportIndex(documents), naming, page);
  words_section(line, words, page);
  return page.text();
}

}  // namespace detente
