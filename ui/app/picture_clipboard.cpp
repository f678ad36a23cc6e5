#include "app/picture_clipboard.h"

#include "adapters/plain_text.h"
#include "app/picture_exporter.h"
#include "exchange/svg_writer.h"

#include <QImage>

namespace flowspine::app {

std::unique_ptr<QMimeData> pictureOnClipboard(const view::Picture& picture, const QString& title) {
    const std::unique_ptr<cli::PictureExporter> pictures = startPictures();
    auto mime = std::make_unique<QMimeData>();
    exchange::SvgOptions options;
    options.title = adapters::fromQt(title);
    options.iconText = [&pictures](std::string_view name) { return pictures->iconText(name); };
    mime->setData(QStringLiteral("image/svg+xml"), QByteArray::fromStdString(exchange::svgText(picture, options)));
    if (const base::Result<std::string> png = pictures->png(picture)) {
        const QByteArray bytes = QByteArray::fromStdString(*png);
        mime->setData(QStringLiteral("image/png"), bytes);
        mime->setImageData(QImage::fromData(bytes, "PNG"));
    }
    return mime;
}

} // namespace flowspine::app
