// The services that the command line takes from Qt: bundled templates, and pictures. Pictures start a QGuiApplication
// on the offscreen platform, unless the program already runs one; nothing else here needs one.
#pragma once

#include "cli/services.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace flowspine::app {

// The project file :/templates/<name>.flowspine.
[[nodiscard]] std::optional<std::string> templateText(std::string_view name);

[[nodiscard]] std::unique_ptr<cli::PictureExporter> startPictures();

} // namespace flowspine::app
