#include "cli/asking.h"

#include <algorithm>

#include "base/clock.h"
#include "cli/console.h"
#include "cli/home.h"

namespace detente::cli {
namespace {

constexpr int kReadable = 100;  // longer lines are hard to read

}  // namespace

Result<Asking> open_to_ask(const GlobalOptions& global, const std::string& file) {
  Result<Ledger> ledger = open_ledger(file, Ledger::Mode::kRead);
  if (!ledger) return tl::unexpected(ledger.error());
  const auto folder = find_folder(kKnowledgeFolder, global.knowledge);
  if (!folder) return tl::unexpected(folder.error());
  Result<Knowledge> knowledge = load_knowledge(*folder);
  if (!knowledge) return tl::unexpected(knowledge.error());
  auto kept = std::make_unique<Knowledge>(*std::move(knowledge));
  NameOf names = names_from(kept->actors);
  return Asking{*std::move(ledger), std::move(kept), std::move(names)};
}

Date day_asked(const Ledger& ledger, std::optional<Date> as_of, std::optional<Date> known_by) {
  return ledger.day_asked(as_of, known_by, today()).value_or(today());
}

int page_width() { return std::min(output_width(), kReadable); }

void add_format(CLI::App& command, std::string& format, const std::vector<std::string>& formats) {
  format = formats.front();
  std::string all;
  for (const std::string& one : formats) all += (all.empty() ? "" : ", ") + one;
  command.add_option("--format", format, all + " (default: " + format + ")")
      ->check(CLI::IsMember(formats).description(""))
      ->type_name("NAME");
}

}  // namespace detente::cli
