#include "base/hash.h"
#include "ledger/fold.h"

namespace detente {
namespace {

constexpr std::size_t kIdLength = 12;

// From document, list and place in the reading; NUL parts them, as no id holds one.
std::string id_of(const std::string& document, List list, std::size_t place) {
  using namespace std::string_literals;
  return short_id(document + "\0"s + std::string(name_of(list)) + "\0"s + std::to_string(place),
                  kIdLength);
}

}  // namespace

std::vector<Assertion> assertions_of(const Reading& reading, const std::string& outlet,
                                     const Date& known) {
  std::vector<Assertion> out;
  const auto add = [&](const auto& list) {
    for (std::size_t place = 0; place < list.size(); ++place) {
      Object said = list[place];
      std::string id = id_of(reading.document, list_of(said), place);
      out.push_back({std::move(id), reading.document, outlet, known, std::move(said)});
    }
  };
  const Record& objects = reading.objects;
  add(objects.events);
  add(objects.statements);
  add(objects.proposals);
  add(objects.channels);
  add(objects.measures);
  add(objects.meetings);
  add(objects.claims);
  add(objects.roles);
  add(reading.endings);
  return out;
}

}  // namespace detente
