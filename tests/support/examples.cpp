#include "support/examples.h"

#include "support/paths.h"

#include <nlohmann/json.hpp>

namespace flowspine::test {

ImportedCase importBundled(const BundledExample& example) {
    const std::filesystem::path folder = sourceDir() / "tests/data/cases";
    const nlohmann::json source = readJsonFile((folder / (std::string(example.caseName) + ".json")).string());
    const nlohmann::json extras = readJsonFile((folder / "example_extras.json").string());
    return importCase(source, extras.value(std::string(example.caseName), nlohmann::json::object()));
}

} // namespace flowspine::test
