// save-loop FILE [COUNT [SEED]]: opens the plan in FILE, or makes a small one, then changes it at random and saves it,
// COUNT times or until it is killed. Each save counts up the number in the plan's purpose; when it is on disk, "ACK"
// and that number are printed. A save that fails ends it with exit code 1 and "FAILED", the error's code and its
// message.
#include "model/draft.h"
#include "model/entity_type.h"
#include "project/project_file.h"
#include "support/random_model.h"
#include "support/random_value.h"

#include <cstdio>
#include <cstdlib>
#include <limits>

namespace {

using namespace flowspine;
using model::Model;

Model changed(const Model& before, test::Random& random, std::uint64_t number) {
    model::Draft draft(before);
    const model::Kind kind = model::allKinds()[random.below(model::kindCount)];
    const auto fields = model::entityType(kind).fields;
    const model::FieldDescription& field = fields[random.below(fields.size())];
    if (field.type != model::FieldType::children && before.table(kind).size() > 0) {
        model::Entity& entity = *draft.change(random.pick(before.table(kind).rows())->id);
        static_cast<void>(field.set(entity, test::randomValue(random, before, field)));
    }
    draft.changePlan().purpose = std::to_string(number);
    return draft.finish();
}

int fail(const base::Error& error) {
    std::printf("FAILED %s %s\n", error.code.c_str(), error.message.c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::filesystem::path path = argv[1];
    const std::uint64_t count =
        argc > 2 ? std::strtoull(argv[2], nullptr, 10) : std::numeric_limits<std::uint64_t>::max();
    test::Random random(argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1);

    Model model;
    std::optional<project::ContentHash> hash;
    base::Result<project::OpenedFile> opened = project::openFile(path);
    if (opened) {
        model = opened->content.model;
        hash = opened->hash;
    } else if (opened.error().code == "not-found") {
        model = test::randomModel(random, {40, 15, 60});
    } else {
        return fail(opened.error());
    }
    std::uint64_t number = std::strtoull(model.plan().purpose.c_str(), nullptr, 10);
    for (std::uint64_t i = 0; i < count; ++i) {
        model = changed(model, random, ++number);
        const base::Result<project::Saved> saved = project::savePlan(path, model, hash);
        if (!saved) return fail(saved.error());
        hash = saved->hash;
        for (const std::string& warning : saved->warnings) std::printf("WARNING %s\n", warning.c_str());
        std::printf("ACK %llu\n", static_cast<unsigned long long>(number));
        std::fflush(stdout);
    }
    return 0;
}
