#include "knowledge/knowledge.h"

#include <algorithm>
#include <string>

#include "knowledge/yaml.h"

namespace detente {
namespace {

// The files of actors/people/, by name, so that every machine reads them in one order.
Result<std::vector<std::string>> files_of_people(const std::filesystem::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder / "actors/people", error), end;
       !error && at != end; at.increment(error)) {
    const std::filesystem::path& path = at->path();
    if (path.extension() == ".yaml") files.push_back("actors/people/" + path.filename().string());
  }
  if (error || files.empty()) {
    return fail(ErrorCode::kNotFound, "knowledge/actors/people", "there are no files of people");
  }
  std::sort(files.begin(), files.end());
  return files;
}

Status load_actors(const std::filesystem::path& folder, Knowledge& knowledge) {
  YamlFile states(folder, "actors/states.yaml");
  knowledge.actors.load(states, false);
  if (!states.ok()) return states.status();
  YamlFile organisations(folder, "actors/organisations.yaml");
  knowledge.actors.load(organisations, true);
  if (!organisations.ok()) return organisations.status();
  return knowledge.actors.check_shared_names();
}

Status load_people(const std::filesystem::path& folder, Knowledge& knowledge) {
  YamlFile offices(folder, "actors/offices.yaml");
  knowledge.roles.load(offices, knowledge.vocabulary, knowledge.actors);
  if (!offices.ok()) return offices.status();
  const Result<std::vector<std::string>> files = files_of_people(folder);
  if (!files) return tl::unexpected<Error>(files.error());
  for (const std::string& path : *files) {
    YamlFile file(folder, path);
    knowledge.people.load(file, knowledge.actors, knowledge.roles);
    if (!file.ok()) return file.status();
  }
  return {};
}

}  // namespace

std::vector<LexicalWord> Knowledge::read_words(std::span<const std::string_view> lemmas,
                                               std::span<const std::string_view> forms) const {
  std::vector<LexicalWord> words(std::min(lemmas.size(), forms.size()));
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i] = {vocabulary.find(lemmas[i]), vocabulary.find(forms[i])};
  }
  return words;
}

Result<Knowledge> load_knowledge(const std::filesystem::path& folder) {
  Knowledge knowledge;
  if (const Status status = load_actors(folder, knowledge); !status) {
    return tl::unexpected<Error>(status.error());
  }
  if (const Status status = load_people(folder, knowledge); !status) {
    return tl::unexpected<Error>(status.error());
  }
  Result<Ontology> ontology = Ontology::load(folder, knowledge.vocabulary);
  if (!ontology) return tl::unexpected<Error>(ontology.error());
  knowledge.ontology = std::move(*ontology);
  return knowledge;
}

}  // namespace detente
