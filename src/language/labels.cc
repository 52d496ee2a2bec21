#include "language/labels.h"

#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utf8proc.h>

namespace detente {
namespace {

constexpr std::array<std::string_view, kFrameCount> kFrameNames = {
    "event", "statement", "proposal", "term", "channel", "measure", "meeting", "claim"};
constexpr std::array<std::string_view, kRoleCount> kRoleNames = {
    "agent",    "patient",  "party",     "speaker",  "content",   "date", "effective",
    "deadline", "end",      "place",     "quantity", "people",    "term", "instrument",
    "cause",    "reporter", "confirmer", "denier",   "abstainer", "topic"};
constexpr float kDefaultThreshold = 0.5F;

std::vector<std::string> strings(const nlohmann::json& list) {
  return list.get<std::vector<std::string>>();
}

void read_frames(const nlohmann::json& json, LabelSets& sets) {
  for (int f = 0; f < kFrameCount; ++f) {
    const std::string name(kFrameNames[f]);
    sets.frames[f] = strings(json.at("frames").at(name));
    if (json.at("statuses").contains(name))
      sets.statuses[f] = strings(json.at("statuses").at(name));
    sets.frame_offsets[f] = sets.frame_width;
    sets.status_offsets[f] = sets.status_width;
    sets.frame_width += static_cast<int>(sets.frames[f].size());
    sets.status_width += static_cast<int>(sets.statuses[f].size());
    sets.thresholds[f] = kDefaultThreshold;
    if (json.contains("thresholds"))
      sets.thresholds[f] = json["thresholds"].value(name, kDefaultThreshold);
  }
}

Result<void> read_roles(const nlohmann::json& json, const std::string& where, LabelSets& sets) {
  for (const std::string& name : strings(json.at("roles"))) {
    const auto* found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
    if (found == kRoleNames.end()) return fail(ErrorCode::kBroken, where, "unknown role " + name);
    sets.roles.push_back(static_cast<Role>(found - kRoleNames.begin()));
  }
  return {};
}

std::string lower(std::string_view form) {
  std::string out;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(form.data());
  for (utf8proc_ssize_t at = 0; at < static_cast<utf8proc_ssize_t>(form.size());) {
    utf8proc_int32_t c = 0;
    const auto step =
        utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(form.size()) - at, &c);
    if (step <= 0) break;
    utf8proc_uint8_t encoded[4];
    const auto count = utf8proc_encode_char(utf8proc_tolower(c), encoded);
    out.append(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(count));
    at += step;
  }
  return out;
}

}  // namespace

std::string_view name_of(Frame frame) { return kFrameNames[static_cast<std::size_t>(frame)]; }
std::string_view name_of(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::string_view name_of(EntityType type) {
  constexpr std::array<std::string_view, 5> kNames = {"person", "organisation", "place",
                                                      "nationality", "facility"};
  return kNames[static_cast<std::size_t>(type)];
}

Result<LabelSets> LabelSets::load(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in)
    return fail(ErrorCode::kNotFound, file.string(), "the model's label sets cannot be opened");
  LabelSets sets;
  try {
    const nlohmann::json json = nlohmann::json::parse(in);
    sets.upos = strings(json.at("upos"));
    sets.lemma_scripts = strings(json.at("lemma"));
    sets.relations = strings(json.at("relations"));
    sets.entities = strings(json.at("entity"));
    sets.window_words = json.at("window_words").get<int>();
    read_frames(json, sets);
    if (auto done = read_roles(json, file.string(), sets); !done)
      return tl::unexpected(done.error());
  } catch (const nlohmann::json::exception& error) {
    return fail(ErrorCode::kBroken, file.string(), error.what());
  }
  return sets;
}

std::string apply_lemma_script(std::string_view script, std::string_view form) {
  if (script.size() < 2) return std::string(form);
  const std::string_view rest = script.substr(2);
  if (script[0] == 'w') return std::string(rest);
  std::string base = script[0] == 'k' ? std::string(form) : lower(form);
  const std::size_t bar = rest.find('|');
  int cut = 0;
  std::from_chars(rest.data(), rest.data() + std::min(bar, rest.size()), cut);
  for (; cut > 0 && !base.empty(); --cut) {  // by code points, as training counts
    while (base.size() > 1 && (static_cast<unsigned char>(base.back()) & 0xC0) == 0x80)
      base.pop_back();
    base.pop_back();
  }
  if (bar != std::string_view::npos) base.append(rest.substr(bar + 1));
  return base.empty() ? std::string(form) : base;
}

}  // namespace detente
