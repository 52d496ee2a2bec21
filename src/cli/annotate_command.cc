#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

#include "cli/analysis_json.h"
#include "cli/command.h"
#include "cli/conllu.h"
#include "cli/options.h"
#include "cli/sources.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Prints what Detente sees in each text: words with tags and dependency heads, names, dates,\n"
    "attributions, events. Offsets count characters (code points) of the text.\n\n"
    "Examples:\n"
    "  detente annotate report.txt                    one JSON object a document\n"
    "  detente annotate --format conllu report.html   words as CoNLL-U\n"
    "  detente annotate --tokenized gold.conllu       keeps the words and sentences given\n";

struct AnnotateOptions {
  std::string format;  // "json", "conllu"; empty: conllu for tokenized input, else json
  bool tokenized = false;
  bool timing = false;
  std::vector<std::string> inputs;
};

// Documents that are held at a time, for each thread.
constexpr std::size_t kHeldPerThread = 64;

// Sentences and seconds of the analysis, loading left out. Seconds of the processor too: they stay
// the same on a busy machine.
class Timing {
 public:
  void start() {
    begin_ = Clock::now();
    cpu_begin_ = std::clock();
  }
  void stop() {
    seconds_ += std::chrono::duration<double>(Clock::now() - begin_).count();
    cpu_seconds_ += static_cast<double>(std::clock() - cpu_begin_) / CLOCKS_PER_SEC;
  }
  void count(std::size_t sentences) { sentences_ += sentences; }

  std::string report(const std::string& precision) const {
    char line[200];
    std::snprintf(
        line, sizeof line,
        "timing: %zu sentences, %.3f s, %.1f sentences/s; %.3f CPU s, %.1f sentences/CPU s, %s",
        sentences_, seconds_, rate(seconds_), cpu_seconds_, rate(cpu_seconds_), precision.c_str());
    return line;
  }

 private:
  using Clock = std::chrono::steady_clock;

  double rate(double seconds) const {
    return seconds > 0 ? static_cast<double>(sentences_) / seconds : 0.0;
  }

  Clock::time_point begin_;
  std::clock_t cpu_begin_ = 0;
  double seconds_ = 0;
  double cpu_seconds_ = 0;
  std::size_t sentences_ = 0;
};

class AnnotateRun {
 public:
  AnnotateRun(Engine& engine, const AnnotateOptions& options, bool as_json, Console& console)
      : engine_(engine), options_(options), as_json_(as_json), console_(console) {}

  Status run() {
    const std::vector<std::string> inputs = expand(options_.inputs, console_);
    for (const std::string& input : inputs) {
      if (options_.tokenized) {
        if (Status done = treebank(input); !done) return done;
        continue;
      }
      for (Document& document : read_reports(input, console_)) held_.push_back(std::move(document));
      const auto most = kHeldPerThread * static_cast<std::size_t>(engine_.threads());
      if (held_.size() >= most) {
        if (Status done = reports(); !done) return done;
      }
    }
    if (Status done = reports(); !done) return done;
    if (options_.timing) console_.say(timing_.report(engine_.precision()));
    return {};
  }

 private:
  // What must be there before the clock runs, and before the first document is given to the lore.
  Status ready(std::size_t jobs) {
    if (Status loaded = engine_.prepare(jobs); !loaded) return loaded;
    if (lore_ != nullptr || !as_json_) return {};
    const auto lore = engine_.lore();
    if (!lore) return tl::unexpected(lore.error());
    lore_ = *lore;
    return {};
  }

  void print(const std::vector<Document>& documents,
             const std::vector<Result<std::string>>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i]) {
        console_.write(*lines[i]);
      } else {
        const Error& error = lines[i].error();
        console_.refuse({error.code, "document \"" + documents[i].id + "\"", error.message()});
      }
    }
  }

  // Annotates the reports that are held, and lets them go.
  Status reports() {
    if (held_.empty()) return {};
    if (Status loaded = ready((held_.size() + 15) / 16); !loaded) return loaded;
    std::vector<Result<std::string>> lines(held_.size());
    std::vector<std::size_t> sentences(held_.size(), 0);
    timing_.start();
    const auto each = [&](std::size_t i, Result<Analysis> analysis) {
      if (!analysis) {
        lines[i] = tl::unexpected(analysis.error());
        return;
      }
      sentences[i] = analysis->sentences.size();
      lines[i] = as_json_ ? analysis_json(held_[i], *analysis, *lore_, false) + "\n"
                          : write_conllu(held_[i], *analysis);
    };
    const auto progress = [&](std::size_t done) {
      console_.progress(done_ + done, done_ + held_.size(), "documents");
    };
    if (Status done = engine_.analyse(held_, each, progress); !done) return done;
    timing_.stop();
    for (const std::size_t count : sentences) timing_.count(count);
    print(held_, lines);
    done_ += held_.size();
    held_.clear();
    return {};
  }

  // A treebank keeps its words and sentences; each document goes through the model by itself.
  Status treebank(const std::string& input) {
    Result<std::string> bytes = read_whole(input);
    if (!bytes) {
      console_.refuse(bytes.error());
      return {};
    }
    ConlluBatch batch = read_conllu(*bytes, input_name(input));
    for (const Error& error : batch.refused) console_.refuse(error);
    auto& documents = batch.documents;
    if (documents.empty()) return {};
    if (Status loaded = ready(documents.size()); !loaded) return loaded;
    std::vector<Result<std::string>> lines(documents.size());
    std::vector<Document> texts;
    for (const ConlluDocument& document : documents) texts.push_back(document.document);
    timing_.start();
    const auto work = [&](Annotator& annotator, std::size_t i) {
      std::vector<Analysis> cut = {documents[i].cut};
      if (Status done = annotator.annotate(cut); !done) {
        lines[i] = tl::unexpected(done.error());
        return;
      }
      lines[i] = as_json_ ? analysis_json(texts[i], cut.front(), *lore_, true) + "\n"
                          : write_conllu(documents[i], cut.front());
    };
    const auto progress = [&](std::size_t done) {
      console_.progress(done, documents.size(), "documents");
    };
    if (Status done = engine_.share_out(documents.size(), work, progress); !done) return done;
    timing_.stop();
    for (const ConlluDocument& document : documents) timing_.count(document.sentences.size());
    print(texts, lines);
    return {};
  }

  static Result<std::string> read_whole(const std::string& input) {
    const auto all = [](std::istream& in) {
      return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    };
    if (input == "-") return all(std::cin);
    std::ifstream file(input, std::ios::binary);
    if (!file) return fail(ErrorCode::kNotFound, input, "cannot be opened");
    return all(file);
  }

  Engine& engine_;
  const AnnotateOptions& options_;
  bool as_json_;
  Console& console_;
  const Lore* lore_ = nullptr;
  Timing timing_;
  std::vector<Document> held_;
  std::size_t done_ = 0;
};

int run_annotate(const GlobalOptions& global, const AnnotateOptions& options, Console& console) {
  const bool as_json = options.format.empty() ? !options.tokenized : options.format == "json";
  Result<EngineOptions> own = engine_options(global, as_json);
  if (!own) return console.stop(own.error());
  Engine engine(*std::move(own));
  if (Status done = AnnotateRun(engine, options, as_json, console).run(); !done) {
    return console.stop(done.error());
  }
  return console.finish();
}

}  // namespace

void add_annotate(CLI::App& app, Program& program) {
  auto [command, options] = add_command<AnnotateOptions>(
      app, program, "annotate", "What Detente sees in texts, as JSON or CoNLL-U", run_annotate);
  describe(*command, kHelp);
  command->add_option("--format", options->format, "json (default) or conllu")
      ->check(CLI::IsMember({"json", "conllu"}).description(""))
      ->type_name("NAME");
  command->add_flag("--tokenized", options->tokenized,
                    "Read CoNLL-U and keep its words and sentences; prints CoNLL-U unless told");
  command->add_flag("--timing", options->timing,
                    "Say how fast it went, loading left out (standard error)");
  add_inputs(*command, options->inputs, "Texts (default: standard input)");
}

}  // namespace detente::cli
