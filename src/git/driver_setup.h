// Tells git to merge and compare plans with Flowspine: entries in git's configuration and a line in its attributes.
// What it adds it can take out again, and nothing else.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace flowspine::git {

struct DriverSetup {
    bool isGlobal = false;        // for this user's repositories, else for the one that `folder` lies in
    std::filesystem::path folder; // the working folder
    std::string program;          // how git is to call Flowspine: "flowspine" or a path
};

// The files that were changed; empty when all was so already. Errors: no-repository, foreign-owned, not-readable,
// not-writable.
[[nodiscard]] base::Result<std::vector<std::filesystem::path>> setUpDrivers(const DriverSetup& setup);
[[nodiscard]] base::Result<std::vector<std::filesystem::path>> removeDrivers(const DriverSetup& setup);

} // namespace flowspine::git
