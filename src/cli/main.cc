// detente: reads news reports and keeps the record of relations between states.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <map>
#include <new>

#include "cli/command.h"

namespace {

using namespace detente;
using namespace detente::cli;

constexpr const char* kAbout =
    "Detente reads news reports and keeps the record of relations between states: who did\n"
    "what to whom, when, on whose word, and what is in force, every line with the sentence\n"
    "that it comes from.\n";

constexpr const char* kHint =
    "detente --help lists the commands, detente COMMAND --help says more on one.\n";

constexpr const char* kNotes =
    "FILEs are reports as plain text, HTML or JSON Lines, told apart by their content; a folder\n"
    "stands for the files in it, - for standard input.\n"
    "The result goes to standard output, all else to standard error.\n"
    "Exit code: 0 done; 1 some input was refused, the rest is done; 2 wrong usage.\n\n"
    "detente COMMAND --help says more on one, with examples.\n"
    "The model and the knowledge are looked for in $DETENTE_HOME, else beside the binary.\n";

constexpr const char* kRecordExamples =
    "Reads reports and prints the record as one JSON object: events, statements, proposals,\n"
    "channels, measures, meetings, claims and roles, each with its evidence.\n\n"
    "Examples:\n"
    "  detente record < reports.jsonl > record.json\n"
    "  detente record --as-of 2031-09-01 reports/\n\n"
    "A line of JSON Lines is one report, of which only `text` is needed:\n"
    "  {\"id\": \"d1\", \"title\": \"...\", \"source\": \"CNN\", \"published\": \"2017-09-13\",\n"
    "   \"url\": \"...\", \"text\": \"...\"}\n";

constexpr const char* kDossierExamples =
    "Prints where two sides stand: channels, measures, offers, meetings, claims, what is due.\n"
    "A and B are codes or names.\n\n"
    "Examples:\n"
    "  detente dossier PRT MAR examples/reports\n"
    "  detente dossier Portugal Morocco --as-of 2031-09-01 examples/reports\n"
    "  curl -s https://news.example/story | detente dossier CAN JPN -\n";

constexpr const char* kAnnotateExamples =
    "Prints what Detente sees in each text: words with tags and dependency heads, names, dates,\n"
    "attributions, events. Offsets count characters (code points) of the text.\n\n"
    "Examples:\n"
    "  detente annotate report.txt                    one JSON object a document\n"
    "  detente annotate --format conllu report.html   words as CoNLL-U\n"
    "  detente annotate --tokenized gold.conllu       keeps the words and sentences given\n";

constexpr const char* kRelateExamples =
    "Says what a given side does to another in a sentence, as a PLOVER root.\n\n"
    "Examples:\n"
    "  detente relate pairs.jsonl\n"
    "  echo '{\"id\": 1, \"text\": \"Norway expelled two Icelandic diplomats.\",\n"
    "    \"source\": [0, 6], \"target\": [20, 39]}' | tr -d '\\n' | detente relate\n\n"
    "`source` and `target` are [start, end] in characters; `target` may be null. The answer is\n"
    "{\"id\", \"root\", \"penta\", \"none\", \"scores\"}: none is the probability that nothing is "
    "done\n"
    "between the two.\n";

const std::map<std::string, NetworkPrecision> kPrecisions = {{"auto", NetworkPrecision::kAuto},
                                                             {"int8", NetworkPrecision::kInt8},
                                                             {"bf16", NetworkPrecision::kBf16},
                                                             {"fp32", NetworkPrecision::kFp32}};

struct CommandLine {
  GlobalOptions global;
  RecordOptions record;
  PairOptions dossier;
  AnnotateOptions annotate;
  RelateOptions relate;
};

void add_global(CLI::App& app, GlobalOptions& global) {
  const char* group = "Options for all commands";
  app.add_option("--model", global.model, "Folder of the model")->type_name("DIR")->group(group);
  app.add_option("--knowledge", global.knowledge, "Folder of the knowledge")
      ->type_name("DIR")
      ->group(group);
  app.add_option("--threads", global.threads, "Threads that read; 0: one a core (default)")
      ->check(CLI::Range(0, 1024).description(""))
      ->type_name("N")
      ->group(group);
  app.add_option("--precision", global.precision,
                 "How exactly the model computes: auto (default), int8, bf16, fp32")
      ->transform(CLI::CheckedTransformer(kPrecisions).description(""))
      ->type_name("NAME")
      ->group(group);
}

void add_inputs(CLI::App& command, std::vector<std::string>& inputs, const char* what) {
  command.add_option("FILE", inputs, what)->type_name("");
}

void add_as_of(CLI::App& command, std::optional<Date>& as_of) {
  command
      .add_option_function<std::string>(
          "--as-of",
          [&](const std::string& text) {
            const Result<Date> date = Date::parse(text);
            if (!date) throw CLI::ValidationError("--as-of", date.error().message());
            if (date->precision() != Precision::kDay) {
              throw CLI::ValidationError("--as-of", "\"" + text + "\" is no day: YYYY-MM-DD");
            }
            as_of = *date;
          },
          "Day that the record is of (default: the latest publication)")
      ->type_name("DATE");
}

void describe(CLI::App& command, const char* text) {
  command.footer(std::string(text) +
                 "\ndetente --help lists the options that all commands take.\n");
}

void add_commands(CLI::App& app, CommandLine& line) {
  CLI::App* record = app.add_subcommand("record", "Reports in, their record as JSON out");
  describe(*record, kRecordExamples);
  add_as_of(*record, line.record.as_of);
  add_inputs(*record, line.record.inputs, "Reports (default: standard input)");

  CLI::App* dossier = app.add_subcommand("dossier", "Where two sides stand, for people to read");
  describe(*dossier, kDossierExamples);
  dossier->add_option("A", line.dossier.a, "One side")->required()->type_name("");
  dossier->add_option("B", line.dossier.b, "The other")->required()->type_name("");
  add_as_of(*dossier, line.dossier.as_of);
  add_inputs(*dossier, line.dossier.inputs, "Reports (default: standard input)");

  CLI::App* annotate =
      app.add_subcommand("annotate", "What Detente sees in texts, as JSON or CoNLL-U");
  describe(*annotate, kAnnotateExamples);
  annotate->add_option("--format", line.annotate.format, "json (default) or conllu")
      ->check(CLI::IsMember({"json", "conllu"}).description(""))
      ->type_name("NAME");
  annotate->add_flag("--tokenized", line.annotate.tokenized,
                     "Read CoNLL-U and keep its words and sentences; prints CoNLL-U unless told");
  annotate->add_flag("--timing", line.annotate.timing,
                     "Say how fast it went, loading left out (standard error)");
  add_inputs(*annotate, line.annotate.inputs, "Texts (default: standard input)");

  CLI::App* relate = app.add_subcommand("relate", "What one marked side does to another");
  describe(*relate, kRelateExamples);
  add_inputs(*relate, line.relate.inputs, "JSON Lines (default: standard input)");
}

int run(const CLI::App& app, const CommandLine& line) {
  Console console;
  if (app.got_subcommand("record")) return run_record(line.global, line.record, console);
  if (app.got_subcommand("dossier")) return run_dossier(line.global, line.dossier, console);
  if (app.got_subcommand("annotate")) return run_annotate(line.global, line.annotate, console);
  return run_relate(line.global, line.relate, console);
}

}  // namespace

int main(int argc, char** argv) {
  // Whoever closes the pipe has read enough: end without a word, even where a parent ignored it.
  std::signal(SIGPIPE, SIG_DFL);
  std::ios::sync_with_stdio(false);
  CLI::App app(kAbout, "detente");
  CommandLine line;
  app.set_version_flag("--version", "detente " DETENTE_VERSION, "Print the version and exit");
  app.footer(kNotes);
  app.require_subcommand(0, 1);
  app.failure_message([](const CLI::App*, const CLI::Error& error) {
    return std::string("detente: error: ") + error.what() + "\n" + kHint;
  });
  app.fallthrough();
  add_global(app, line.global);
  add_commands(app, line);
  try {
    app.parse(argc, argv);
    if (app.get_subcommands().empty()) {
      std::cerr << "detente: error: no command is given\n" << kHint;
      return kWrongUsage;
    }
    return run(app, line);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  } catch (const std::bad_alloc&) {
    std::cerr << "detente: error: not enough memory for this input\n";
  } catch (const std::exception& error) {
    std::cerr << "detente: error: " << error.what() << "\n";
  }
  return kWrongUsage;
}
