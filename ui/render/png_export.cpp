#include "render/png_export.h"

#include "render/picture_painter.h"
#include "render/theme.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace flowspine::render {

namespace {

constexpr double scale = 2;
constexpr double mostPixels = 200e6;
constexpr int longestSide = 32'000; // Qt's painter ends near 32,767

} // namespace

base::Result<std::string> pngBytes(const view::Picture& picture) {
    const double width = std::ceil(std::max(1.0, picture.bounds.width) * scale);
    const double height = std::ceil(std::max(1.0, picture.bounds.height) * scale);
    if (width > longestSide || height > longestSide || width * height > mostPixels)
        return base::failure("too-large", "The picture is too large for a PNG; export it as PDF or SVG.");

    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    if (image.isNull())
        return base::failure("too-large", "There is not enough memory for this PNG; export it as PDF or SVG.");
    const Theme theme(ThemeKind::light);
    image.fill(theme.color(view::Role::paper));
    image.setDotsPerMeterX(static_cast<int>(std::lround(96 * scale / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    {
        QPainter painter(&image);
        painter.scale(scale, scale);
        painter.translate(-picture.bounds.x, -picture.bounds.y);
        PicturePainter(painter, theme).draw(picture);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) return base::failure("png", "The PNG could not be made.");
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

} // namespace flowspine::render
