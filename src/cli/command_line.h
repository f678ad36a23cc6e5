// The program as a command-line tool. Starts no window system; only exports ask Services for fonts.
// Exit codes: 0 fine, 1 findings or differences, 2 cannot.
#pragma once

#include "cli/services.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace flowspine::cli {

// True when the arguments (without the program's name) ask for a command, for --help or --version, or are a misspelt
// command; false when they ask for the designer, with or without a file.
[[nodiscard]] bool isCommand(const std::vector<std::string>& args);

// True for commands that draw or take what is bundled with the designer; all others run without Qt.
[[nodiscard]] bool needsDesigner(const std::vector<std::string>& args);

// Runs the command that `args` (without the program's name) name and returns the exit code.
[[nodiscard]] int run(const std::vector<std::string>& args, std::istream& in, std::ostream& out, std::ostream& err,
                      const Services& services);

} // namespace flowspine::cli
