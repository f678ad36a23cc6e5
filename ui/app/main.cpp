// The designer; also the commands that draw. The program `flowspine` (src/cli/main.cpp) starts it.
#include "app/designer.h"
#include "app/picture_exporter.h"
#include "cli/command_line.h"

#include <QHashFunctions>

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace {

int runCommand(const std::vector<std::string>& args) {
    using namespace flowspine;
    const std::unique_ptr<base::IdGenerator> ids = base::makeRandomIdGenerator();
    const base::SystemClock clock;
    const cli::Services services{*ids, clock, app::templateText, app::startPictures};
    return cli::run(args, std::cin, std::cout, std::cerr, services);
}

} // namespace

int main(int argc, char** argv) {
    // Qt writes the fonts of a PDF in the order of a hash table; the same plan has to give the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (flowspine::cli::isCommand(args)) return runCommand(args);
    return flowspine::app::runDesigner(argc, argv);
}
