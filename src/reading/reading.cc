#include "reading/reading.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "reading/readers.h"

namespace detente {

Reading read_document(const Document& document, const Analysis& analysis,
                      const Knowledge& knowledge, const TimeWords& words,
                      std::vector<MetPerson>& met) {
  Reading reading;
  reading.document = document.id;
  reading.published = document.published;
  reading.times = find_times(analysis, document.text, document.published, words);
  const Mentions mentions = find_mentions(analysis, document.published, knowledge, met);
  met.insert(met.end(), mentions.persons().begin(), mentions.persons().end());
  const Context context(document, analysis, mentions, reading.times, knowledge, words);
  reading.objects.events = read_events(context);
  reading.objects.statements = read_statements(context);
  reading.objects.claims = read_claims(context);
  reading.objects.proposals = read_proposals(context);
  reading.objects.channels = read_channels(context);
  reading.objects.measures = read_measures(context);
  reading.objects.meetings = read_meetings(context);
  reading.objects.roles = read_roles(context);
  reading.endings = read_endings(context);
  return reading;
}

std::vector<std::size_t> publication_order(const std::vector<Document>& documents) {
  std::vector<std::size_t> order(documents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(documents[a].published, documents[a].id) <
           std::tie(documents[b].published, documents[b].id);
  });
  return order;
}

}  // namespace detente
