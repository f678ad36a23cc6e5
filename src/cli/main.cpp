// The program `flowspine`: runs the commands that need neither fonts nor windows itself, and becomes the designer for
// everything else. So a check in a commit hook never waits for a window system's libraries to load.
#include "cli/command_line.h"
#include "cli/services.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace flowspine;

// Beside this program in the build tree, else in the libexec folder of its installation.
fs::path designer() {
    std::error_code unknown;
    const fs::path folder = fs::read_symlink("/proc/self/exe", unknown).parent_path();
    const fs::path beside = folder / "flowspine-designer";
    if (fs::exists(beside, unknown)) return beside;
    return folder.parent_path() / FLOWSPINE_LIBEXEC / "flowspine-designer";
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (cli::isCommand(args) && !cli::needsDesigner(args)) {
        const std::unique_ptr<base::IdGenerator> ids = base::makeRandomIdGenerator();
        const base::SystemClock clock;
        return cli::run(args, std::cin, std::cout, std::cerr, {*ids, clock, {}, {}});
    }
    const fs::path program = designer();
    ::execv(program.c_str(), argv);
    std::cerr << program.string() << ": error: The designer cannot be started: " << std::strerror(errno) << ".\n";
    return 2;
}
