// Brings the JSON of an older format to the current one, a version at a time, before the reader sees it. The reader
// knows one version only.
#pragma once

#include "base/result.h"
#include "project/model_reader.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>

namespace flowspine::project {

// Changes a plan's document from version `from` to `from` + 1; “formatVersion” is set by migrate().
struct MigrationStep {
    int from = 0;
    base::Result<> (*apply)(nlohmann::ordered_json& plan) = nullptr;
};

// The program's own. None yet: version 1 is the first.
[[nodiscard]] std::span<const MigrationStep> migrationSteps();

// The document as the current version would hold it. Errors: wrong-format when a step is missing, what a step says, and
// the parser's, with places in `bytes`.
[[nodiscard]] base::Result<std::string> migrate(std::string_view bytes, int version, const Limits& limits,
                                                std::span<const MigrationStep> steps);

} // namespace flowspine::project
