// The label sets of the model's heads, as training wrote them (model/labels.json).
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/analysis.h"

namespace detente {

// Names of every class of every head, in the order of the network's outputs. Analyses point into it
// (string_view), so it must outlive them; the Annotator that gave them holds it.
struct LabelSets {
  std::vector<std::string> upos;
  std::vector<std::string> lemma_scripts;
  std::vector<std::string> relations;
  std::vector<std::string> entities;                           // "O", "B-PER", "I-PER", ...
  std::array<std::vector<std::string>, kFrameCount> frames;    // first label "O": no trigger
  std::array<std::vector<std::string>, kFrameCount> statuses;  // empty where a frame has none
  std::array<float, kFrameCount> thresholds{};  // least probability of "some label" for a trigger
  std::array<int, kFrameCount>
      frame_offsets{};  // first column of each frame in the output "frames"
  std::array<int, kFrameCount> status_offsets{};  // and in "statuses"
  int frame_width = 0;
  int status_width = 0;
  std::vector<Role> roles;  // role of each plane of the output "roles"
  int window_words = 0;     // windows of the training

  static Result<LabelSets> load(const std::filesystem::path& file);
};

// Lower-case names as labels.json and `annotate` give them.
std::string_view name_of(Frame frame);
std::string_view name_of(Role role);
std::string_view name_of(EntityType type);

// Makes the lemma of a form by an edit script of the training ("l|1|": lower case, last letter
// off).
std::string apply_lemma_script(std::string_view script, std::string_view form);

}  // namespace detente
