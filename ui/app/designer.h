// Runs the program as a designer: one window over one plan.
#pragma once

namespace flowspine::app {

// Opens the first argument that is no option; without one it shows the start page. Returns the exit code.
[[nodiscard]] int runDesigner(int& argc, char** argv);

} // namespace flowspine::app
