// Reads the bytes of a project file into a plan. Nothing is dropped silently: what cannot be read is an error with its
// line and column, what is odd but readable is an Issue, what is unknown is carried along.
#pragma once

#include "base/result.h"
#include "model/model.h"

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flowspine::project {

inline constexpr int currentFormatVersion = 1;

struct Limits {
    std::size_t maxBytes = std::size_t{256} << 20U;
    std::size_t maxDepth = 200;
    std::size_t maxStringBytes = std::size_t{1} << 20U;
};

struct Place {
    std::size_t line = 0;
    std::size_t column = 0;
};

struct MigrationStep; // migrations.h

struct ReadModel {
    model::Model model;
    std::vector<base::Issue> issues; // odd values, then what validate() says; with line and column
    int formatVersion = currentFormatVersion;
    bool isNewerFormat = false; // a newer program wrote it: show it, do not save over it
};

// Errors (code): too-large, not-utf8, utf16, nul-byte, conflict-markers, lfs-pointer, syntax, truncated, too-deep,
// string-too-long, duplicate-member, wrong-format, wrong-type, bad-value, bad-id, duplicate-id, empty. Issues besides
// those of validate(): byte-order-mark, rounded-number, and in a newer format whatever would else be an error of value.
[[nodiscard]] base::Result<ReadModel> readModel(std::string_view bytes, const Limits& limits = {});
// With other migrations than the program's own.
[[nodiscard]] base::Result<ReadModel> readModel(std::string_view bytes, const Limits& limits,
                                                std::span<const MigrationStep> migrations);

// Where each entity's object starts in `bytes`, which readModel() accepted.
[[nodiscard]] std::unordered_map<model::AnyId, Place> placesOf(std::string_view bytes);

} // namespace flowspine::project
