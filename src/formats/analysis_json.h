// What `analysis` computes, as JSON (forms of src/server/openapi.json) and as CSV.
#pragma once

#include <span>
#include <string>

#include "analysis/reciprocity.h"
#include "formats/line_json.h"

namespace detente {

// Series: one entry a month, from the first to the last with an event in either direction.
OrderedJson series_json(const std::string& a, const std::string& b, std::span<const Month> a_to_b,
                        std::span<const Month> b_to_a);

// month, source, target, events, goldstein_sum, goldstein_mean, the quad classes, the roots that
// occur, ids; one row a month and direction.
std::string series_csv(const std::string& a, const std::string& b, std::span<const Month> a_to_b,
                       std::span<const Month> b_to_a);

OrderedJson reciprocity_json(const Dealings& dealings);

// One row an answer: answerer, answered, line, kind, answers, answers_kind, days, in_kind, basis.
std::string reciprocity_csv(const Dealings& dealings);

}  // namespace detente
