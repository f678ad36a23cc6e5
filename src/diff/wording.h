// Small pieces of English that sentences about changes are made of. Texts come out on one line and short enough to
// read.
#pragma once

#include "diff/model_diff.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::diff {

// At most about `most` characters: what is longer keeps its beginning and its end. White space becomes single spaces.
[[nodiscard]] std::string elided(std::string_view text, std::size_t most = 60);

// Two texts of which the parts that differ are shown, with some words around them when they are long.
struct TextPair {
    std::string before;
    std::string after;
};
[[nodiscard]] TextPair shortened(std::string_view before, std::string_view after);

// "A", "A and B", "A, B and C", "A, B, C, D, E and 7 more"
[[nodiscard]] std::string listText(const std::vector<std::string>& parts);

[[nodiscard]] std::string capitalised(std::string text);

// "team", "%C&A", "evidence of process time": a field inside a sentence. `fields` are those of its entity.
[[nodiscard]] std::string labelInside(std::span<const FieldDescription> fields, const FieldDescription& field);

// "1 step", "12 steps"
[[nodiscard]] std::string countText(std::size_t count, Kind kind);

} // namespace flowspine::diff
