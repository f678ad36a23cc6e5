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
    double unitsPerHour = 1;                             // its numbers are in these units
};

[[nodiscard]] WorkedExample importWorkedExample(const nlohmann::json& vector);

// Both as variants of one flow: `before` is current, steps of the same id are the same step.
struct WorkedPair {
    model::Model model;
    model::Id<model::Flow> flow;
    model::Id<model::Variant> before;
    model::Id<model::Variant> after;
    std::unordered_map<std::string, model::AnyId> steps; // of `after`
};
[[nodiscard]] WorkedPair importWorkedPair(const nlohmann::json& before, const nlohmann::json& after,
                                          double demandPerWeek);

} // namespace flowspine::test
