// How the commands say things: one line each, file first, so that editors and scripts can jump to the place.
#pragma once

#include "base/result.h"

#include <iosfwd>
#include <string>
#include <string_view>

namespace flowspine::cli {

// "plan.flowspine:12:3: error: message"; without what is unknown.
[[nodiscard]] std::string line(std::string_view file, const base::Issue& issue);

// "error", "warning", "note"
[[nodiscard]] std::string_view levelName(base::Severity severity);

// Writes the error that ends a command, with `file` unless the error names one.
void sayError(std::ostream& err, std::string_view file, const base::Error& error);

// "1 file", "3 files"
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

} // namespace flowspine::cli
