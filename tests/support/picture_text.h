// A Picture as text, a shape a line, for golden files: readable in a diff, the same on every machine.
#pragma once

#include "view/picture.h"

#include <string>

namespace flowspine::test {

[[nodiscard]] std::string pictureText(const view::Picture& picture);

} // namespace flowspine::test
