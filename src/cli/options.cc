#include "cli/options.h"

namespace detente::cli {

void describe(CLI::App& command, const char* text) {
  command.footer(std::string(text) +
                 "\ndetente --help lists the options that all commands take.\n");
}

void add_inputs(CLI::App& command, std::vector<std::string>& inputs, const char* what) {
  command.add_option("FILE", inputs, what)->type_name("");
}

void add_pair(CLI::App& command, std::string& a, std::string& b) {
  command.add_option("A", a, "One side")->required()->type_name("");
  command.add_option("B", b, "The other")->required()->type_name("");
}

void add_day(CLI::App& command, const char* name, std::optional<Date>& day, const char* what) {
  command
      .add_option_function<std::string>(
          name,
          [&day, name](const std::string& text) {
            const Result<Date> date = Date::parse(text);
            if (!date) throw CLI::ValidationError(name, date.error().message());
            if (date->precision() != Precision::kDay) {
              throw CLI::ValidationError(name, "\"" + text + "\" is no day: YYYY-MM-DD");
            }
            day = *date;
          },
          what)
      ->type_name("DATE");
}

}  // namespace detente::cli
