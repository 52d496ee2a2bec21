#include "server/negotiate.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace detente::server {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Takes the piece before the separator off the front.
std::string_view take_piece(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view piece = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return piece;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// "text/*;q=0.5": a name with how much it is liked, in thousandths.
struct Liked {
  std::string name;
  int weight = 1000;
};

int weight_of(std::string_view value) {
  double weight = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), weight);
  if (read.ec != std::errc() || !(weight >= 0)) return 0;
  return static_cast<int>(std::min(weight, 1.0) * 1000);
}

Liked read_liked(std::string_view text) {
  Liked liked{lower(take_piece(text, ';'))};
  while (!text.empty()) {
    const std::string parameter = lower(take_piece(text, ';'));
    if (parameter.starts_with("q=")) liked.weight = weight_of(parameter.substr(2));
  }
  return liked;
}

std::vector<Liked> read_list(std::string_view header) {
  std::vector<Liked> all;
  while (!header.empty()) {
    const std::string_view piece = take_piece(header, ',');
    if (!piece.empty()) all.push_back(read_liked(piece));
  }
  return all;
}

// How closely a range names a type: 3 the type itself, 2 "text/*", 1 "*/*", 0 not at all.
int closeness(const std::string& range, const std::string& type) {
  if (range == type) return 3;
  if (range == type.substr(0, type.find('/')) + "/*") return 2;
  return range == "*/*" || range == "*" ? 1 : 0;
}

int weight_for(const std::vector<Liked>& all, const std::string& type) {
  int closest = 0;
  int weight = 0;
  for (const Liked& liked : all) {
    const int near = closeness(liked.name, type);
    if (near <= closest) continue;
    closest = near;
    weight = liked.weight;
  }
  return weight;
}

}  // namespace

std::optional<std::string> best_type(std::string_view accept,
                                     const std::vector<std::string>& offered) {
  const std::vector<Liked> all = read_list(accept);
  if (all.empty()) return offered.front();
  std::optional<std::string> best;
  int most = 0;
  for (const std::string& type : offered) {
    const int weight = weight_for(all, type);
    if (weight <= most) continue;
    most = weight;
    best = type;
  }
  return best;
}

bool takes_gzip(std::string_view accept_encoding) {
  return weight_for(read_list(accept_encoding), "gzip") > 0;
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  const auto opaque = [](std::string_view one) {
    return one.starts_with("W/") ? one.substr(2) : one;
  };
  while (!if_none_match.empty()) {
    const std::string_view one = take_piece(if_none_match, ',');
    if (one == "*" || (!one.empty() && opaque(one) == opaque(tag))) return true;
  }
  return false;
}

std::string bare_type(std::string_view content_type) {
  return lower(take_piece(content_type, ';'));
}

}  // namespace detente::server
