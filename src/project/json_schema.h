// The JSON Schema (2020-12 vocabulary limited to draft-07 keywords) of the project file, generated from the entities'
// field descriptions.
#pragma once

#include <string>

namespace flowspine::project {

[[nodiscard]] std::string jsonSchema();

} // namespace flowspine::project
