// Something a health rule has to say about an entity.
#pragma once

#include "analysis/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::analysis {

struct Finding {
    std::string_view ruleId;
    Severity severity = Severity::warning; // as the plan judges the rule
    Area area = Area::outcomes;            // whose score it counts for
    AnyId entity;
    std::vector<AnyId> others; // further entities it is about
    std::string_view field;    // of the entity; empty when it is about the whole of it
    base::Sentence sentence;
    AnyId waiver; // that accepts it; empty when none does

    [[nodiscard]] bool isWaived() const { return !waiver.isEmpty(); }
    friend bool operator==(const Finding&, const Finding&) = default;
};

} // namespace flowspine::analysis
