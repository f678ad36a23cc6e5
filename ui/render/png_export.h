// A picture as a PNG file, light, at twice its size for sharp screens. Needs a QGuiApplication.
#pragma once

#include "base/result.h"
#include "view/picture.h"

#include <string>

namespace flowspine::render {

// Error too-large: more than 200 million pixels.
[[nodiscard]] base::Result<std::string> pngBytes(const view::Picture& picture);

} // namespace flowspine::render
