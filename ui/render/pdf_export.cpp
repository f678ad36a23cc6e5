#include "render/pdf_export.h"

#include "render/pdf_finish.h"
#include "render/picture_painter.h"
#include "render/theme.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace flowspine::render {

namespace {

// Fine enough that no rounding of Qt's shows in print.
constexpr int dotsPerInch = 1200;
constexpr double pointsPerInch = 72;

QPageLayout layoutFor(const view::PageSize& size) {
    const bool isLandscape = size.width > size.height;
    const QSizeF upright = isLandscape ? QSizeF(size.height, size.width) : QSizeF(size.width, size.height);
    return {QPageSize(upright, QPageSize::Point, {}, QPageSize::FuzzyMatch),
            isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)};
}

} // namespace

base::Result<std::string> pdfBytes(const view::PageSet& pages) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch);
        writer.setTitle(QString::fromStdString(pages.title));
        writer.setCreator(QStringLiteral("Flowspine"));
        const Theme theme(ThemeKind::light);
        QPainter painter;
        for (const view::Page& page : pages.pages) {
            writer.setPageLayout(layoutFor(page.size));
            const bool isStarted = painter.isActive() ? writer.newPage() : painter.begin(&writer);
            if (!isStarted) return base::failure("pdf", "The PDF could not be written.");
            painter.resetTransform();
            painter.scale(dotsPerInch / pointsPerInch, dotsPerInch / pointsPerInch);
            PicturePainter(painter, theme).draw(page.picture);
        }
        painter.end();
    }
    return finishedPdf(std::string(bytes.constData(), static_cast<std::size_t>(bytes.size())), pages);
}

} // namespace flowspine::render
