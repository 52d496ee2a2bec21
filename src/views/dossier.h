// The dossier: where two sides stand on a day, for people.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "document/document.h"
#include "reading/record.h"
#include "views/sentences.h"

namespace detente {

// One thing that is new in a dossier.
struct News {
  std::string label{};  // "new", or the status that it has now
  std::string text{};
  std::string id{};
};

struct DossierOptions {
  Date as_of;                  // the day asked about: deadlines and dates ahead are seen from it
  int width = 80;              // columns of the page; less than 40 counts as 40
  bool colour = false;         // ANSI colours and weights: for a terminal, never for a file
  int latest_events = 24;      // how many of the newest are shown; the rest are counted
  int latest_statements = 10;  // likewise
  // How many there are in all, where the record holds only the newest of them.
  std::optional<std::size_t> all_events{}, all_statements{};
  std::optional<Date> since{};  // with it, a section tells what changed after that day: `news`
  std::vector<News> news{};     // newest first
};

// Sections on channels, measures, offers, meetings, claims, statements, events and office holders
// of the pair `a` and `b` (codes), after a summary and a list of what is due. Each line is followed
// by the words of the report that it rests on. `documents` holds the reports that the record's
// evidence names; evidence from elsewhere is shown without outlet and date.
//
// The record is taken as it stands: it must have been made for as_of. Lines end in '\n', the text
// too; no control characters of a report reach it.
std::string render_dossier(const Record& record, std::span<const Document> documents,
                           const std::string& a, const std::string& b, const NameOf& name_of,
                           const DossierOptions& options);

}  // namespace detente
