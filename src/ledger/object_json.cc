#include "ledger/object_json.h"

#include <type_traits>
#include <utility>

#include "ledger/field_writer.h"
#include "ledger/fields.h"

namespace detente {
namespace {

using Json = nlohmann::ordered_json;

Json marks_json(const std::vector<Mark>& marks) {
  Json list = Json::array();
  for (const Mark& mark : marks) list.push_back({mark.role, mark.span.begin, mark.span.end});
  return list;
}

Json evidence_json(std::span<const Evidence> all) {
  Json list = Json::array();
  for (const Evidence& one : all) {
    Json item = {one.document, one.span.begin, one.span.end, one.quote};
    if (!one.marks.empty()) item.push_back(marks_json(one.marks));
    list.push_back(std::move(item));
  }
  return list;
}

Span span_of(const Json& list, std::size_t at) {
  return {list.at(at).get<std::uint32_t>(), list.at(at + 1).get<std::uint32_t>()};
}

Evidence evidence_of_json(const Json& item) {
  Evidence one{item.at(0).get<std::string>(), span_of(item, 1), item.at(3).get<std::string>(), {}};
  if (item.size() > 4) {
    for (const Json& mark : item[4]) {
      one.marks.push_back({mark.at(0).get<std::string>(), span_of(mark, 1)});
    }
  }
  return one;
}

// Reads the fields that are there into an object. A visitor for each_field; what does not fit is
// thrown, and caught at the door.
class FieldReader {
 public:
  explicit FieldReader(const Json& json) : json_(json) {}

  template <typename Field>
  void operator()(const char* key, Field& field) const {
    const auto found = json_.find(key);
    if (found == json_.end()) return;
    try {
      read(*found, field);
    } catch (const Json::exception& wrong) {
      throw Error{ErrorCode::kBadInput, key, wrong.what()};
    }
  }

 private:
  template <typename Field>
  static void read(const Json& json, Field& field) {
    json.get_to(field);
  }
  template <typename Field>
  static void read(const Json& json, std::optional<Field>& field) {
    read(json, field.emplace());
  }
  static void read(const Json& json, Interval& when) {
    const auto parsed = Interval::parse(json.get_ref<const std::string&>());
    if (!parsed) throw parsed.error();
    when = *parsed;
  }
  static void read(const Json& json, std::vector<Term>& terms) {
    for (const Json& one : json) read(one, terms.emplace_back());
  }
  static void read(const Json& json, Term& term) { each_field(term, FieldReader(json)); }
  static void read(const Json& json, Quantity& quantity) {
    each_field(quantity, FieldReader(json));
  }
  static void read(const Json& json, Answered& answered) {
    each_field(answered, FieldReader(json));
  }

  const Json& json_;
};

template <typename Plain>
Object read_object(const Json& json) {
  Plain object;
  const FieldReader reader(json);
  each_field(object, reader);
  each_inner_field(object, reader);
  const auto evidence = json.find("evidence");
  if (evidence == json.end()) return object;
  for (const Json& item : *evidence) {
    if constexpr (std::is_same_v<Plain, Ending>) {
      object.evidence = evidence_of_json(item);
    } else {
      object.evidence.push_back(evidence_of_json(item));
    }
  }
  return object;
}

template <std::size_t... Index>
Object read_object(List list, const Json& json, std::index_sequence<Index...>) {
  using Reader = Object (*)(const Json&);
  static constexpr Reader kReaders[] = {&read_object<std::variant_alternative_t<Index, Object>>...};
  return kReaders[static_cast<std::size_t>(list)](json);
}

// An object of a list that says nothing.
template <std::size_t... Index>
Object blank(List list, std::index_sequence<Index...>) {
  using Maker = Object (*)();
  static constexpr Maker kMakers[] = {
      [] { return Object(std::variant_alternative_t<Index, Object>()); }...};
  return kMakers[static_cast<std::size_t>(list)]();
}

// Calls `read`, whose throws become the error.
template <typename Plain, typename Read>
Result<Plain> caught(Read read) {
  try {
    return read();
  } catch (const Json::exception& wrong) {
    return fail(ErrorCode::kBadInput, "evidence", wrong.what());
  } catch (const Error& error) {
    return tl::unexpected(error);
  }
}

}  // namespace

nlohmann::ordered_json to_json(const Object& object) {
  FieldWriter writer;
  std::visit(
      [&](const auto& one) {
        each_field(one, writer);
        each_inner_field(one, writer);
      },
      object);
  return writer.take();
}

Result<Object> object_from_json(List list, const nlohmann::ordered_json& json) {
  return caught<Object>([&] {
    return read_object(list, json, std::make_index_sequence<std::variant_size_v<Object>>());
  });
}

std::vector<std::string> fields_of(List list) {
  std::vector<std::string> names;
  const Object object = blank(list, std::make_index_sequence<std::variant_size_v<Object>>());
  std::visit(
      [&](const auto& one) {
        each_field(one, [&](const char* name, const auto&) { names.emplace_back(name); });
      },
      object);
  return names;
}

std::string object_text(const Object& object) {
  Json json = to_json(object);
  json["evidence"] = evidence_json(evidence_of(object));
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Object> object_of_text(List list, std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kBadInput, "", "no JSON object");
  return object_from_json(list, json);
}

std::optional<std::string> quotes_in(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  const auto quotes = caught<std::string>([&] {
    std::string all;
    for (const Json& item : json.at("evidence")) {
      if (!all.empty()) all += ' ';
      all += item.at(3).get_ref<const std::string&>();
    }
    return all;
  });
  return quotes ? std::optional(*quotes) : std::nullopt;
}

std::string answered_text(const Answered& answered) {
  FieldWriter writer;
  each_field(answered, writer);
  return writer.take().dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Answered> answered_of_text(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  return caught<Answered>([&] {
    Answered answered;
    each_field(answered, FieldReader(json));
    return answered;
  });
}

}  // namespace detente
