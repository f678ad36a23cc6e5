// A plan that a command is given: a file, or a version of one that git has, written as git does: "main:plan.flowspine".
#pragma once

#include "base/result.h"
#include "project/project_file.h"

#include <string>

namespace flowspine::cli {

[[nodiscard]] base::Result<project::OpenedFile> openVersion(const std::string& name);

} // namespace flowspine::cli
