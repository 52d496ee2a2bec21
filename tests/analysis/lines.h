// Lines of a record as the tests of this room write them.
#pragma once

#include <string>

#include "knowledge/ontology.h"
#include "ledger/assertion.h"

namespace detente::lines {

inline Interval day(const char* iso) { return *Interval::parse(iso); }

inline Line line(const char* id, Object object) {
  Line out;
  out.id = id;
  out.object = std::move(object);
  return out;
}

inline Line event(const char* id, const char* source, const char* target, const char* root,
                  const char* date, const char* status = "happened") {
  return line(id, Event{.source = {source},
                        .target = {target},
                        .root = root,
                        .status = status,
                        .date = day(date)});
}

// A measure in force from the day it was announced.
inline Line measure(const char* id, const char* by, const char* against, const char* kind,
                    const char* announced) {
  Line out = line(id, Measure{.by = {by},
                              .against = {against},
                              .kind = kind,
                              .status = "in_force",
                              .announced = day(announced),
                              .effective = day(announced)});
  out.life = {{.status = "in_force",
               .when = day(announced),
               .known = day(announced).begin,
               .basis = "reported",
               .assertion = {}}};
  return out;
}

// A root as far as figures need it.
inline EventRoot root(const char* name, int penta, double goldstein) {
  EventRoot out;
  out.name = name;
  out.penta = penta;
  out.goldstein = goldstein;
  return out;
}

}  // namespace detente::lines
