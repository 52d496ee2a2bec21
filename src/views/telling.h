// What every section of a dossier shares: the pair's record, how its parts are named, and the small
// phrases that they are told with.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "views/dossier.h"
#include "views/page.h"
#include "views/pair.h"
#include "views/sentences.h"

namespace detente {

// What every section needs to tell its part. References must outlive it.
struct Telling : Naming {
  const Record& pair;  // the part of the record between the two: see views/pair.h
  ReportIndex reports;
  const std::string& a;
  const std::string& b;
  const DossierOptions& options;

  Telling(const Record& record, std::span<const Document> documents, const std::string& one,
          const std::string& other, const NameOf& names_of, const DossierOptions& how)
      : Naming{names_of}, pair(record), reports(documents), a(one), b(other), options(how) {}

  // The outlets and days of the reports of the evidence, each once: "O Farol, 2 May 2031; also
  // The Skerry Post, 3 May 2031". Empty where no report is known.
  std::string places(const std::vector<Evidence>& evidence) const;

  // The first quote, shortened, and the places, as Row::source takes it.
  std::string source(const std::vector<Evidence>& evidence) const;

  // "12 May 2031"; where undated the day of the report, "by 12 May 2031"; "undated".
  std::string day(const std::optional<Interval>& date, const std::vector<Evidence>& evidence) const;
};

// The life of a measure as the dossier sorts it.
enum class Life { kInForce, kAhead, kEnded };
Life life_of(const Measure& measure);

// True for a meeting that is still to come by its status, false for one that has been or fell
// through.
bool is_ahead(const Meeting& meeting);

Tone tone_of(std::string_view status);
std::string label_of(std::string_view status);  // its words; "unclear" where it is empty

// Adds `lead` and `text`, as one line, to the parts of a sentence, unless the text is empty.
void add_part(std::vector<std::string>& parts, std::string_view lead, const std::string& text);

// The parts as one sentence, with semicolons between; nothing where there are none.
std::vector<std::string> sentence(const std::vector<std::string>& parts);

inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace detente
