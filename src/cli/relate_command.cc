#include <fstream>
#include <iostream>

#include "cli/command.h"
#include "cli/home.h"
#include "cli/options.h"
#include "cli/relation.h"
#include "cli/sources.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Says what a given side does to another in a sentence, as a PLOVER root.\n\n"
    "Examples:\n"
    "  detente relate pairs.jsonl\n"
    "  echo '{\"id\": 1, \"text\": \"Norway expelled two Icelandic diplomats.\",\n"
    "    \"source\": [0, 6], \"target\": [20, 39]}' | tr -d '\\n' | detente relate\n\n"
    "`source` and `target` are [start, end] in characters; `target` may be null. The answer is\n"
    "{\"id\", \"root\", \"penta\", \"none\", \"scores\"}: none is the probability that nothing is "
    "done\n"
    "between the two.\n";

struct RelateOptions {
  std::vector<std::string> inputs;
};

// Pairs that are read before they go through the model together.
constexpr std::size_t kHeld = 256;

struct Held {
  std::string where;
  PairLine line;
  Result<std::string> output;
};

class RelateRun {
 public:
  RelateRun(Engine& engine, const Ontology& ontology, Console& console)
      : engine_(engine), ontology_(ontology), console_(console) {}

  Status run(const std::vector<std::string>& inputs) {
    for (const std::string& input : expand(inputs, console_)) {
      if (input == "-") {
        if (Status done = read(std::cin, input_name(input)); !done) return done;
        continue;
      }
      std::ifstream file(input, std::ios::binary);
      if (!file) {
        console_.refuse({ErrorCode::kNotFound, input, "cannot be opened"});
      } else if (Status done = read(file, input); !done) {
        return done;
      }
    }
    return flush();
  }

 private:
  Status read(std::istream& in, const std::string& name) {
    std::string line;
    bool any = false;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
      if (line.find_first_not_of(" \t\r") == line.npos) continue;
      any = true;
      const std::string where = name + ":" + std::to_string(number);
      Result<PairLine> pair = parse_pair(line, where);
      if (!pair) {
        console_.refuse(pair.error());
        continue;
      }
      held_.push_back({where, *std::move(pair), {}});
      if (held_.size() == kHeld) {
        if (Status done = flush(); !done) return done;
      }
    }
    if (!any) console_.refuse({ErrorCode::kBadInput, name, "empty input"});
    return {};
  }

  Status flush() {
    if (held_.empty()) return {};
    const auto work = [&](Annotator& annotator, std::size_t i) {
      const PairLine& line = held_[i].line;
      auto scores = annotator.relate(line.text, {line.pair});
      if (!scores) {
        held_[i].output = tl::unexpected(scores.error());
        return;
      }
      held_[i].output = relation_json(line.id, choose_relation(scores->front(), ontology_));
    };
    const auto progress = [&](std::size_t done) {
      console_.progress(done_ + done, done_ + held_.size(), "pairs");
    };
    if (Status done = engine_.share_out(held_.size(), work, progress); !done) return done;
    for (const Held& held : held_) {
      if (held.output) {
        console_.write(*held.output);
      } else {
        console_.refuse({held.output.error().code, held.where, held.output.error().message()});
      }
    }
    done_ += held_.size();
    held_.clear();
    return {};
  }

  Engine& engine_;
  const Ontology& ontology_;
  Console& console_;
  std::vector<Held> held_;
  std::size_t done_ = 0;
};

int run_relate(const GlobalOptions& global, const RelateOptions& options, Console& console) {
  Result<EngineOptions> own = engine_options(global, false);
  if (!own) return console.stop(own.error());
  // A researcher scores these pairs: the pair head is the one that int8 costs more than half a
  // point.
  if (own->precision == NetworkPrecision::kAuto) own->precision = NetworkPrecision::kAutoExact;
  const auto folder = find_folder(kKnowledgeFolder, global.knowledge);
  if (!folder) return console.stop(folder.error());
  Vocabulary vocabulary;
  const Result<Ontology> ontology = Ontology::load(*folder, vocabulary);
  if (!ontology) return console.stop(ontology.error());
  Engine engine(*std::move(own));
  if (Status done = RelateRun(engine, *ontology, console).run(options.inputs); !done) {
    return console.stop(done.error());
  }
  return console.finish();
}

}  // namespace

void add_relate(CLI::App& app, Program& program) {
  auto [command, options] = add_command<RelateOptions>(
      app, program, "relate", "What one marked side does to another", run_relate);
  describe(*command, kHelp);
  add_inputs(*command, options->inputs, "JSON Lines (default: standard input)");
}

}  // namespace detente::cli
