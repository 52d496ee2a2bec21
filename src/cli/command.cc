#include "cli/command.h"

#include "cli/home.h"

namespace detente::cli {

Result<EngineOptions> engine_options(const GlobalOptions& global, bool with_knowledge) {
  EngineOptions out;
  Result<std::filesystem::path> model = find_folder(kModelFolder, global.model);
  if (!model) return tl::unexpected(model.error());
  out.model = *std::move(model);
  if (with_knowledge) {
    Result<std::filesystem::path> knowledge = find_folder(kKnowledgeFolder, global.knowledge);
    if (!knowledge) return tl::unexpected(knowledge.error());
    out.knowledge = *std::move(knowledge);
  }
  out.cache = cache_folder();
  out.precision = global.precision;
  out.threads = global.threads;
  return out;
}

}  // namespace detente::cli
