// Small lists as sets: they hold a few sides or names, and keep the order in which these came.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace detente {

inline bool has(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// `more` added to `list` where it is not there yet.
inline void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& value : more) {
    if (!has(list, value)) list.push_back(value);
  }
}

}  // namespace detente
