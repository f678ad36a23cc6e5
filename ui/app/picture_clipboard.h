// Pictures on the clipboard: as SVG for programs that draw lines, as PNG for all others.
#pragma once

#include "view/picture.h"

#include <QMimeData>
#include <QString>

#include <memory>

namespace flowspine::app {

// Light, as all exports. Without the PNG when the picture is too large for one.
[[nodiscard]] std::unique_ptr<QMimeData> pictureOnClipboard(const view::Picture& picture, const QString& title);

} // namespace flowspine::app
