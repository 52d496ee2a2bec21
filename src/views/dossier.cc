#include "views/dossier.h"

#include <fmt/format.h>

#include "views/page.h"
#include "views/pair.h"
#include "views/sections.h"
#include "views/summary.h"
#include "views/text.h"
#include "views/wording.h"

namespace detente {

namespace {

void news_section(const DossierOptions& options, Page& page) {
  if (!options.since) return;
  const std::string name = "Changed since " + date_words(*options.since);
  if (options.news.empty()) return page.empty_section(name, "nothing.");
  page.section(name);
  for (const News& news : options.news)
    page.row({.label = news.label, .text = news.text, .id = news.id});
}

}  // namespace

std::string render_dossier(const Record& record, std::span<const Document> documents,
                           const std::string& a, const std::string& b, const NameOf& name_of,
                           const DossierOptions& options) {
  const Record pair = between(record, documents, a, b);
  const Telling telling{pair, documents, a, b, name_of, options};
  Page page(options.width, options.colour);
  page.title(fmt::format("{} – {}", capitalised(without_article(telling.name(a))),
                         capitalised(without_article(telling.name(b)))),
             "as of " + date_words(options.as_of));
  summary_section(telling, page);
  due_section(telling, page);
  news_section(options, page);
  channels_section(telling, page);
  measures_section(telling, Life::kInForce, page);
  measures_section(telling, Life::kAhead, page);
  measures_section(telling, Life::kEnded, page);
  offers_section(telling, page);
  meetings_section(telling, false, page);
  meetings_section(telling, true, page);
  claims_section(telling, page);
  statements_section(telling, page);
  events_section(telling, page);
  offices_section(telling, page);
  return page.text();
}

}  // namespace detente
