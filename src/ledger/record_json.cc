// Field by field, in the contract's order. A small writer drops what is empty, so that each list
// below reads like its row of the contract.
#include "ledger/record_json.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace detente {
namespace {

using Json = nlohmann::ordered_json;

class Offsets {
 public:
  explicit Offsets(std::span<const Document> documents) {
    for (const Document& document : documents) {
      indexes_.try_emplace(document.id, document.text);
    }
  }

  Json evidence(const std::vector<Evidence>& all) const {
    Json list = Json::array();
    for (const Evidence& one : all) {
      Json item{{"doc", one.document}};
      if (const auto found = indexes_.find(one.document); found != indexes_.end()) {
        item["start"] = found->second.to_code_point(one.span.begin);
        item["end"] = found->second.to_code_point(one.span.end);
      }
      item["quote"] = one.quote;
      list.push_back(std::move(item));
    }
    return list;
  }

 private:
  std::unordered_map<std::string, OffsetIndex> indexes_;  // views of the documents' texts
};

// One JSON object in the making; put() leaves out what says nothing.
class Fields {
 public:
  Fields& put(const char* key, const std::string& text) {
    if (!text.empty()) json_[key] = text;
    return *this;
  }
  Fields& put(const char* key, const std::vector<std::string>& texts) {
    if (!texts.empty()) json_[key] = texts;
    return *this;
  }
  Fields& put(const char* key, const std::optional<Interval>& when) {
    if (when) json_[key] = when->iso();
    return *this;
  }
  template <typename Plain>
  Fields& put(const char* key, const std::optional<Plain>& value) {
    if (value) json_[key] = *value;
    return *this;
  }
  Fields& put(const char* key, Json value) {
    if (!value.empty()) json_[key] = std::move(value);
    return *this;
  }
  Json take(const Offsets& offsets, const std::vector<Evidence>& evidence) {
    json_["evidence"] = offsets.evidence(evidence);
    return std::move(json_);
  }
  Json take() { return std::move(json_); }

 private:
  Json json_ = Json::object();
};

// A whole number without a decimal point, so that 755 is not written 755.0.
Json number(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53: beyond it a double skips integers
  if (std::nearbyint(value) == value && std::abs(value) <= kExact) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

Json quantity(const std::optional<Quantity>& said) {
  if (!said) return Json::object();
  Json json{{"value", number(said->value)}};
  if (!said->unit.empty()) json["unit"] = said->unit;
  return json;
}

Json answered(const std::optional<Answered>& said) {
  if (!said) return Json::object();
  return Fields().put("kind", said->kind).put("by", said->by).take();
}

Json terms(const std::vector<Term>& all) {
  Json list = Json::array();
  for (const Term& term : all) {
    list.push_back(Fields()
                       .put("kind", term.kind)
                       .put("phase", term.phase)
                       .put("what", term.what)
                       .put("date", term.date)
                       .take());
  }
  return list;
}

Json object(const Event& event, const Offsets& offsets) {
  return Fields()
      .put("source", event.source)
      .put("target", event.target)
      .put("root", event.root)
      .put("status", event.status)
      .put("date", event.date)
      .put("mode", event.mode)
      .put("context", event.context)
      .take(offsets, event.evidence);
}

Json object(const Statement& statement, const Offsets& offsets) {
  return Fields()
      .put("speaker", statement.speaker)
      .put("actor", statement.actor)
      .put("stance", statement.stance)
      .put("role", statement.role)
      .put("about", statement.about)
      .put("date", statement.date)
      .put("via", statement.via)
      .put("quoted", statement.quoted ? std::optional<bool>(true) : std::nullopt)
      .take(offsets, statement.evidence);
}

Json object(const Proposal& proposal, const Offsets& offsets) {
  return Fields()
      .put("by", proposal.by)
      .put("to", proposal.to)
      .put("status", proposal.status)
      .put("date", proposal.date)
      .put("via", proposal.via)
      .put("disclosed_by", proposal.disclosed_by)
      .put("terms", terms(proposal.terms))
      .take(offsets, proposal.evidence);
}

Json object(const Channel& channel, const Offsets& offsets) {
  return Fields()
      .put("between", channel.between)
      .put("kind", channel.kind)
      .put("status", channel.status)
      .put("since", channel.since)
      .put("because", channel.because)
      .take(offsets, channel.evidence);
}

Json object(const Measure& measure, const Offsets& offsets) {
  return Fields()
      .put("by", measure.by)
      .put("against", measure.against)
      .put("kind", measure.kind)
      .put("status", measure.status)
      .put("announced", measure.announced)
      .put("effective", measure.effective)
      .put("deadline", measure.deadline)
      .put("lifted", measure.lifted)
      .put("quantity", quantity(measure.quantity))
      .put("responds_to", answered(measure.responds_to))
      .put("lag", measure.lag)
      .put("instrument", measure.instrument)
      .take(offsets, measure.evidence);
}

Json object(const Meeting& meeting, const Offsets& offsets) {
  return Fields()
      .put("actors", meeting.actors)
      .put("date", meeting.date)
      .put("people", meeting.people)
      .put("place", meeting.place)
      .put("setting", meeting.setting)
      .put("status", meeting.status)
      .put("announced", meeting.announced)
      .put("ordinal", meeting.ordinal)
      .put("series", meeting.series)
      .put("topics", meeting.topics)
      .put("outcome", meeting.outcome)
      .take(offsets, meeting.evidence);
}

Json object(const Claim& claim, const Offsets& offsets) {
  return Fields()
      .put("about", claim.about)
      .put("standing", claim.standing)
      .put("first_reported_by", claim.first_reported_by)
      .put("confirmed_by", claim.confirmed_by)
      .put("denied_by", claim.denied_by)
      .put("no_position_by", claim.no_position_by)
      .take(offsets, claim.evidence);
}

Json object(const RoleHeld& role, const Offsets& offsets) {
  return Fields()
      .put("person", role.person)
      .put("actor", role.actor)
      .put("office", role.office)
      .put("when", role.when)
      .take(offsets, role.evidence);
}

template <typename Item>
Json list(const std::vector<Item>& items, const Offsets& offsets) {
  Json all = Json::array();
  for (const Item& item : items) all.push_back(object(item, offsets));
  return all;
}

}  // namespace

nlohmann::ordered_json to_json(const Record& record, std::span<const Document> documents) {
  const Offsets offsets(documents);
  return Json{{"events", list(record.events, offsets)},
              {"statements", list(record.statements, offsets)},
              {"proposals", list(record.proposals, offsets)},
              {"channels", list(record.channels, offsets)},
              {"measures", list(record.measures, offsets)},
              {"meetings", list(record.meetings, offsets)},
              {"claims", list(record.claims, offsets)},
              {"roles", list(record.roles, offsets)}};
}

}  // namespace detente
