// The worked examples of tests/data/cases/worked_examples.json as plans.
#pragma once

#include "model/model.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <unordered_map>

namespace flowspine::test {

struct WorkedExample {
    model::Model model;
    model::Id<model::Flow> flow;
    model::Id<model::Variant> variant;
    std::unordered_map<std::string, model::AnyId> steps; // by the example's ids
    double unitsPerHour = 1;                              // its numbers are in these units
};

[[nodiscard]] WorkedExample importWorkedExample(const nlohmann::json& vector);

} // namespace flowspine::test
