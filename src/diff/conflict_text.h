// A conflict in plain words: "Step “Check zoning”: process time is 2 h in ours and 0.5 h in theirs; it was 1 h."
#pragma once

#include "base/sentence.h"
#include "model/model.h"

#include <string>

namespace flowspine::diff {

[[nodiscard]] base::Sentence describeConflict(const model::Model& model, const model::Conflict& conflict);

// What one version says, for people: "2 h", "“Check zoning”", "nothing".
[[nodiscard]] std::string versionText(const model::Model& model, const model::Conflict& conflict,
                                      const std::vector<std::string>& version);

// Whether it is only about where things are drawn.
[[nodiscard]] bool isAboutPlacement(const model::Conflict& conflict);

} // namespace flowspine::diff
