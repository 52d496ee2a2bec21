// The real word tables, read once a test binary.
#pragma once

#include <cstdlib>
#include <iostream>

#include "reading/times/words.h"

namespace detente {

inline const TimeWords& times_words() {
  static const TimeWords words = [] {
    auto loaded = TimeWords::load(DETENTE_SOURCE_DIR "/knowledge/times");
    if (!loaded) {
      std::cerr << loaded.error().message() << '\n';
      std::abort();
    }
    return *std::move(loaded);
  }();
  return words;
}

}  // namespace detente
