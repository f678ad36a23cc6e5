// Writes the bundled example plans from their cases: make-examples [FOLDER], default resources/examples.
#include "project/project_file.h"
#include "support/examples.h"
#include "support/paths.h"

#include <iostream>

int main(int argc, char** argv) {
    using namespace flowspine;
    const std::filesystem::path folder = argc > 1 ? argv[1] : test::sourceDir() / "resources/examples";
    std::filesystem::create_directories(folder);
    for (const test::BundledExample& example : test::bundledExamples) {
        const std::filesystem::path path = folder / example.fileName;
        const auto saved = project::savePlan(path, test::importBundled(example).model, std::nullopt);
        if (!saved) {
            std::cerr << base::toText(saved.error()) << '\n';
            return 2;
        }
        std::cout << path.string() << '\n';
    }
    return 0;
}
