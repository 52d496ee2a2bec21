// An editor's word: it wins over the machine's, survives rebuilds, and can be undone.
#include <fmt/format.h>

#include "base/clock.h"
#include "cli/asking.h"
#include "cli/options.h"
#include "formats/examples.h"
#include "formats/line_json.h"
#include "views/chain.h"
#include "views/table.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "An editor's word on lines of the ledger. It is kept beside what was read, with who said it\n"
    "and why; it wins over the machine, shows in `why`, and `undo` takes it back.\n\n"
    "Examples:\n"
    "  detente confirm M3k7q2ab --by 'A. Rojas' --because 'seen in the gazette'\n"
    "  detente reject E1x8w0zz --by 'A. Rojas' --because 'the report is on another state'\n"
    "  detente merge M3k7q2ab M9d1s4kk --by 'A. Rojas' --because 'one order, two outlets'\n"
    "  detente split M3k7q2ab A7c5... --by 'A. Rojas' --because 'a second round'\n"
    "  detente amend M3k7q2ab --set status=lifted --by 'A. Rojas' --because 'gazette of 3 May'\n"
    "  detente undo W5t2b8aa --by 'A. Rojas' --because 'a slip'\n\n"
    "For split, the IDs are a line and those of its passages that are to leave it (`why --json`\n"
    "names them). A value for --set is plain text, or JSON for lists, numbers and objects.\n";

constexpr const char* kWordsHelp =
    "Lists the editors' words. `--format training` writes each as a training example in JSON\n"
    "Lines: the passage as it was read, and what the editor made of it.\n\n"
    "Examples:\n"
    "  detente words\n"
    "  detente words --format training > corrections.jsonl\n";

struct WordOptions {
  WordKind kind = WordKind::kConfirm;
  std::string ledger;
  std::vector<std::string> ids;
  std::string set;
  std::string by, because;
};

struct WordsOptions {
  std::string ledger;
  std::string format;
};

// A value as JSON: what reads as JSON is, any other text is a string.
std::string value_json(const std::string& text) {
  if (text.empty()) return {};
  const auto json = OrderedJson::parse(text, nullptr, false);
  const bool plain = json.is_discarded() || json.is_null();
  return plain ? OrderedJson(text).dump() : json.dump();
}

Result<EditorWord> word_of(const WordOptions& options) {
  EditorWord word{.id = {},
                  .kind = options.kind,
                  .anchors = options.ids,
                  .field = {},
                  .value = {},
                  .undoes = {},
                  .by = options.by,
                  .because = options.because,
                  .known = today(),
                  .recorded = utc_now()};
  if (options.kind == WordKind::kUndo) {
    word.undoes = options.ids.front();
    word.anchors.clear();
  }
  if (options.kind != WordKind::kAmend) return word;
  const std::size_t sign = options.set.find('=');
  if (sign == 0 || sign == std::string::npos) {
    return fail(ErrorCode::kBadUsage, "--set", "\"" + options.set + "\" is not FIELD=VALUE");
  }
  word.field = options.set.substr(0, sign);
  word.value = value_json(options.set.substr(sign + 1));
  return word;
}

int run_word(const GlobalOptions&, const WordOptions& options, Console& console) {
  auto word = word_of(options);
  if (!word) return console.stop(word.error());
  auto ledger = open_to_change(options.ledger);
  if (!ledger) return console.stop(ledger.error());
  const auto id = ledger->say(*std::move(word));
  if (!id) return console.stop(id.error());
  console.write(*id + "\n");
  return console.finish();
}

int run_words(const GlobalOptions&, const WordsOptions& options, Console& console) {
  const auto ledger = open_ledger(options.ledger, Ledger::Mode::kRead);
  if (!ledger) return console.stop(ledger.error());
  const auto words = ledger->words();
  if (!words) return console.stop(words.error());
  Table table{.heads = {"ID", "WORD", "ON"}, .rows = {}, .wide = 1};
  for (const EditorWord& word : *words) {
    const bool undone = is_undone(word, *words);
    if (options.format == Formats::kJsonLines) {
      console.write(dump(word_json(word, undone)) + "\n");
    } else if (options.format == "training") {
      const auto examples = training_examples(*ledger, word, undone);
      if (!examples) return console.stop(examples.error());
      for (const OrderedJson& example : *examples) console.write(dump(example) + "\n");
    } else {
      const std::string on = word.anchors.empty() ? word.undoes : word.anchors.front();
      table.rows.push_back({word.id, editor_words(word) + (undone ? " (undone)" : ""), on});
    }
  }
  if (options.format == Formats::kTable) {
    if (words->empty()) console.say("no editor has said anything yet");
    if (!words->empty()) console.write(render_table(table, output_width(), colour_on_output()));
  }
  return console.finish();
}

struct WordCommand {
  WordKind kind;
  const char* what;
  const char* ids;
};

constexpr WordCommand kWords[] = {
    {WordKind::kConfirm, "An editor's word: this line is right", "The line"},
    {WordKind::kReject, "An editor's word: this is not so", "The line"},
    {WordKind::kMerge, "An editor's word: these are one", "The lines"},
    {WordKind::kSplit, "An editor's word: these passages tell something else",
     "The line, then the passages"},
    {WordKind::kAmend, "An editor's word: a field is to read so", "The line"},
    {WordKind::kUndo, "Takes an editor's word back", "The word"},
};

}  // namespace

void add_words(CLI::App& app, Program& program) {
  for (const WordCommand& one : kWords) {
    auto [command, options] = add_command<WordOptions>(
        app, program, std::string(name_of(one.kind)).c_str(), one.what, run_word);
    options->kind = one.kind;
    describe(*command, kHelp);
    auto* ids = command->add_option("ID", options->ids, one.ids)->required()->type_name("");
    const bool many = one.kind == WordKind::kMerge || one.kind == WordKind::kSplit;
    many ? ids->expected(2, 1000) : ids->expected(1);
    if (one.kind == WordKind::kAmend) {
      command->add_option("--set", options->set, "The field and what it is to be")
          ->required()
          ->type_name("FIELD=VALUE");
    }
    command->add_option("--by", options->by, "Who says so")->required()->type_name("NAME");
    command->add_option("--because", options->because, "Why")->required()->type_name("TEXT");
    add_ledger(*command, options->ledger);
  }
  auto [command, options] =
      add_command<WordsOptions>(app, program, "words", "What editors said", run_words);
  describe(*command, kWordsHelp);
  add_format(*command, options->format, {Formats::kTable, Formats::kJsonLines, "training"});
  add_ledger(*command, options->ledger);
}

}  // namespace detente::cli
