// The kinds of entity a plan is made of, and the id prefix that tells them apart.
#pragma once

#include "base/id.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace flowspine::model {

using base::AnyId;
using base::Id;

enum class Kind : std::uint8_t {
    plan,
    stakeholder,
    team,
    interaction,
    role,
    outcome,
    measure,
    reading,
    constraint,
    spineItem,
    decisionRight,
    assignment,
    flow,
    variant,
    step,
    link,
    placement,
    roadmapItem,
    cadence,
    review,
    reviewedItem,
    decision,
    commitment,
    comment,
    reply,
    waiver,
    ruleSetting,
    conflict,
};

inline constexpr std::size_t kindCount = 28;

// All kinds in the order above, which is also the order in which a diff lists them.
[[nodiscard]] const std::array<Kind, kindCount>& allKinds();

// "step", without the hyphen. Four characters tell all prefixes apart.
[[nodiscard]] std::string_view idPrefix(Kind kind);

// The kind an id's prefix names; nullopt for the empty id and for foreign ids.
[[nodiscard]] std::optional<Kind> kindOf(const AnyId& id);

} // namespace flowspine::model
