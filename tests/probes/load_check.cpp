// load-check FILE SECOND: reads the plan in FILE, saves it to SECOND and tells what came of it as one line of JSON. The
// exit code is 0 when the plan loads, is saved, and has no issues.
#include "project/project_file.h"

#include <nlohmann/json.hpp>

#include <cstdio>

int main(int argc, char** argv) {
    using namespace flowspine;
    if (argc != 3) return 2;
    nlohmann::ordered_json result = {{"file", argv[1]}};
    const base::Result<project::OpenedFile> opened = project::openFile(argv[1]);
    result["loads"] = opened.hasValue();
    bool isFine = opened.hasValue();
    if (opened) {
        result["entities"] = opened->content.model.entityCount();
        result["purpose"] = opened->content.model.plan().purpose;
        nlohmann::ordered_json issues = nlohmann::ordered_json::array();
        for (const base::Issue& issue : opened->content.issues) issues.push_back(base::toText(issue.error));
        isFine = issues.empty();
        result["issues"] = std::move(issues);
        const base::Result<project::Saved> saved = project::savePlan(argv[2], opened->content.model, std::nullopt);
        result["saves"] = saved.hasValue();
        isFine = isFine && saved;
        if (saved)
            result["same"] = saved->hash == opened->hash;
        else
            result["error"] = base::toText(saved.error());
    } else {
        result["error"] = base::toText(opened.error());
    }
    std::puts(result.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
    return isFine ? 0 : 1;
}
