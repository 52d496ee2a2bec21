#include "language/decode.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "language/tree.h"

namespace detente {
namespace {

std::size_t best(std::span<const float> row) {
  return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
}

std::vector<float> softmax(std::span<const float> row) {
  const float top = *std::max_element(row.begin(), row.end());
  std::vector<float> out(row.size());
  float sum = 0;
  for (std::size_t i = 0; i < row.size(); ++i) sum += out[i] = std::exp(row[i] - top);
  for (float& value : out) value /= sum;
  return out;
}

// Cues are short and seldom sure: their F1 on PolNeAR's development part is best a little below the
// middle.
constexpr float kLeastCue = 0.4F;

float sigmoid(float x) { return 1.0F / (1.0F + std::exp(-x)); }

// One window's decoding. `word` below is a word's index in the window, `token` in the document.
class WindowDecoder {
 public:
  WindowDecoder(const WindowScores& scores, const Window& window, const LabelSets& sets,
                Analysis& analysis)
      : scores_(scores), window_(window), sets_(sets), analysis_(analysis) {
    const auto& sentences = analysis.sentences;
    auto at = std::lower_bound(sentences.begin(), sentences.end(), window.tokens.first,
                               [](const Sentence& s, TokenIndex t) { return s.tokens.first < t; });
    for (; at != sentences.end() && at->tokens.first < window.tokens.last; ++at)
      ranges_.push_back(at->tokens);
  }

  void words() {
    for (TokenIndex t = window_.tokens.first; t < window_.tokens.last; ++t) {
      Token& token = analysis_.tokens[t];
      token.upos = sets_.upos[best(scores_.upos.row(word(t)))];
      token.lemma =
          apply_lemma_script(sets_.lemma_scripts[best(scores_.lemma.row(word(t)))], token.form);
    }
  }

  void trees() {
    for (const TokenRange sentence : ranges_) {
      std::vector<std::vector<float>> rows;
      std::vector<std::span<const float>> views;
      for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const auto row = scores_.arcs.row(word(t));
        auto& kept = rows.emplace_back();
        kept.push_back(row[0]);
        const auto* from = row.data() + 1 + word(sentence.first);
        kept.insert(kept.end(), from, from + sentence.size());
      }
      for (const auto& row : rows) views.emplace_back(row);
      const std::vector<int> heads = best_tree(views);
      for (TokenIndex i = 0; i < sentence.size(); ++i) {
        Token& token = analysis_.tokens[sentence.first + i];
        token.head = heads[i] == 0 ? kNoToken : sentence.first + heads[i] - 1;
        token.deprel = relation(scores_.relations.row(word(sentence.first + i)), heads[i] == 0);
      }
    }
  }

  void entities() {
    for (const TokenRange sentence : ranges_) {
      TokenRange open;
      std::size_t type = 0;
      const auto close = [&] {
        if (!open.empty()) analysis_.entities.push_back({open, static_cast<EntityType>(type)});
        open = {};
      };
      for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const std::size_t label = best(scores_.entity.row(word(t)));  // O, B-PER, I-PER, B-ORG, ...
        const bool inside = label > 0 && label % 2 == 0;
        if (inside && !open.empty() && (label - 1) / 2 == type) {
          open.last = t + 1;
          continue;
        }
        close();
        if (label == 0) continue;
        open = {t, t + 1};
        type = (label - 1) / 2;
      }
      close();
    }
  }

  void times() {
    for (const TokenRange sentence : ranges_)
      append(stretches(scores_.time, 0, sentence), analysis_.times);
  }

  // Cues with the source and content stretches that the role head draws from them; stretches that
  // no cue claims stand alone, since a source or content may be all that the text gives.
  void attributions();

  void triggers();

 private:
  std::size_t word(TokenIndex token) const {
    return static_cast<std::size_t>(token - window_.tokens.first);
  }

  std::string_view relation(std::span<const float> row, bool root) const {
    const std::string& name = sets_.relations[best(row)];
    if (root) return "root";
    return name == "root" ? std::string_view("dep") : std::string_view(name);
  }

  static void append(const std::vector<TokenRange>& from, std::vector<TokenRange>& to) {
    to.insert(to.end(), from.begin(), from.end());
  }

  // Stretches of a BIO head whose three columns begin at `column`. A word is in one where a label
  // beats "outside", or where the two labels together reach `least`.
  std::vector<TokenRange> stretches(const Scores& scores, std::size_t column, TokenRange within,
                                    float least = 0.5F) const {
    std::vector<TokenRange> out;
    bool open = false;
    for (TokenIndex t = within.first; t < within.last; ++t) {
      const auto row = scores.row(word(t)).subspan(column, 3);
      std::size_t label = best(row);
      if (label == 0 && 1.0F - softmax(row)[0] >= least) label = 1 + best(row.subspan(1));
      if (label == 0) {
        open = false;
      } else if (label == 1 || !open) {
        out.push_back({t, t + 1});
        open = true;
      } else {
        out.back().last = t + 1;
      }
    }
    return out;
  }

  // Mean score of `filler` as `role` of the trigger's words.
  float role_score(std::size_t role, TokenRange trigger, TokenIndex filler) const {
    float sum = 0;
    for (TokenIndex t = trigger.first; t < trigger.last; ++t)
      sum += scores_.role(role, word(t), word(filler));
    return sum / static_cast<float>(trigger.size());
  }

  std::size_t plane(Role role) const {
    return static_cast<std::size_t>(std::find(sets_.roles.begin(), sets_.roles.end(), role) -
                                    sets_.roles.begin());
  }

  void frame_triggers(std::size_t frame);
  Trigger make_trigger(std::size_t frame, TokenRange tokens, std::vector<float> mean) const;
  std::vector<Filler> fillers(TokenRange trigger) const;

  const WindowScores& scores_;
  const Window& window_;
  const LabelSets& sets_;
  Analysis& analysis_;
  std::vector<TokenRange> ranges_;  // the window's sentences
};

void WindowDecoder::attributions() {
  std::array<std::vector<TokenRange>, 3> found;  // source, cue, content
  for (const TokenRange sentence : ranges_) {
    for (std::size_t k = 0; k < 3; ++k) {
      const float least = k == 1 ? kLeastCue : 0.5F;
      append(stretches(scores_.attribution, 3 * k, sentence, least), found[k]);
    }
  }
  const std::size_t first = analysis_.attributions.size();
  for (const TokenRange cue : found[1]) analysis_.attributions.push_back({{}, {cue}, {}});
  for (const std::size_t k : {std::size_t{0}, std::size_t{2}}) {
    const std::size_t role = plane(k == 0 ? Role::kSpeaker : Role::kContent);
    for (const TokenRange stretch : found[k]) {
      float top = 0;  // a cue must claim more than half of the stretch
      Attribution* owner = nullptr;
      for (std::size_t a = first; a < analysis_.attributions.size(); ++a) {
        if (analysis_.attributions[a].cue.empty()) continue;
        float sum = 0;
        for (TokenIndex t = stretch.first; t < stretch.last; ++t) {
          sum += sigmoid(role_score(role, analysis_.attributions[a].cue.front(), t));
        }
        const float share = sum / static_cast<float>(stretch.size());
        if (share > std::max(top, 0.3F)) {
          top = share;
          owner = &analysis_.attributions[a];
        }
      }
      if (owner == nullptr) owner = &analysis_.attributions.emplace_back();
      (k == 0 ? owner->source : owner->content).push_back(stretch);
    }
  }
}

void WindowDecoder::triggers() {
  for (std::size_t frame = 0; frame < kFrameCount; ++frame) frame_triggers(frame);
}

// Neighbouring words of one sentence whose best label is the same are one trigger.
void WindowDecoder::frame_triggers(std::size_t frame) {
  const auto width = sets_.frames[frame].size();
  const auto offset = static_cast<std::size_t>(sets_.frame_offsets[frame]);
  for (const TokenRange sentence : ranges_) {
    TokenRange open;
    std::size_t label = 0;
    std::vector<float> sum;
    const auto close = [&] {
      if (open.empty()) return;
      for (float& value : sum) value /= static_cast<float>(open.size());
      analysis_.triggers.push_back(make_trigger(frame, open, sum));
      open = {};
    };
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      const std::vector<float> share = softmax(scores_.frames.row(word(t)).subspan(offset, width));
      if (1.0F - share[0] < sets_.thresholds[frame]) {
        close();
        continue;
      }
      const std::size_t named = 1 + best(std::span(share).subspan(1));
      if (!open.empty() && named != label) close();
      if (open.empty()) {
        open = {t, t};
        label = named;
        sum.assign(width, 0.0F);
      }
      open.last = t + 1;
      for (std::size_t i = 0; i < width; ++i) sum[i] += share[i];
    }
    close();
  }
}

Trigger WindowDecoder::make_trigger(std::size_t frame, TokenRange tokens,
                                    std::vector<float> mean) const {
  Trigger made;
  made.frame = static_cast<Frame>(frame);
  made.tokens = tokens;
  for (std::size_t i = 1; i < mean.size(); ++i)
    made.labels.emplace_back(sets_.frames[frame][i], mean[i]);
  std::stable_sort(made.labels.begin(), made.labels.end(),
                   [](auto& a, auto& b) { return a.second > b.second; });
  if (made.labels.size() > 3) made.labels.resize(3);
  made.label = made.labels.front().first;
  made.score = 1.0F - mean[0];
  const auto& statuses = sets_.statuses[frame];
  if (!statuses.empty()) {
    std::vector<float> sum(statuses.size(), 0.0F);
    for (TokenIndex t = tokens.first; t < tokens.last; ++t) {
      const auto row =
          scores_.statuses.row(word(t)).subspan(sets_.status_offsets[frame], statuses.size());
      for (std::size_t i = 0; i < row.size(); ++i) sum[i] += row[i];
    }
    made.status = statuses[best(sum)];
  }
  made.fillers = fillers(tokens);
  return made;
}

// Stretches of words that are more likely than not a filler of a role; a stretch stays in its
// sentence.
std::vector<Filler> WindowDecoder::fillers(TokenRange trigger) const {
  std::vector<Filler> out;
  for (std::size_t role = 0; role < sets_.roles.size(); ++role) {
    for (const TokenRange sentence : ranges_) {
      bool open = false;
      for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
        const float score = role_score(role, trigger, t);
        if (score <= 0) {
          open = false;
          continue;
        }
        if (!open) out.push_back({sets_.roles[role], {t, t}, 0.0F});
        open = true;
        Filler& filler = out.back();
        filler.tokens.last = t + 1;
        filler.score = std::max(filler.score, sigmoid(score));
      }
    }
  }
  return out;
}

}  // namespace

void decode_window(const WindowScores& scores, const Window& window, const LabelSets& sets,
                   Analysis& analysis) {
  WindowDecoder decoder(scores, window, sets, analysis);
  decoder.words();
  decoder.trees();
  decoder.entities();
  decoder.times();
  decoder.attributions();
  decoder.triggers();
}

}  // namespace detente
