// The least that a PDF with N labelled bars costs with Qt: a frame, a tint and three lines of text an item, 25 items a
// sheet. Arguments: N and the file.
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

#include <cstdlib>

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    QGuiApplication application(argc, argv);
    QPdfWriter writer(QString::fromLocal8Bit(argv[2]));
    writer.setPageSize(QPageSize(QPageSize::A3));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF());
    writer.setResolution(1200);
    QPainter painter(&writer);
    painter.scale(1200 / 72.0, 1200 / 72.0);
    QFont bold(QStringLiteral("Inter"));
    bold.setPixelSize(9);
    bold.setWeight(QFont::DemiBold);
    QFont plain(QStringLiteral("Inter"));
    plain.setPixelSize(7);
    const int count = std::atoi(argv[1]);
    const QColor ink(0x1F, 0x24, 0x30);
    const QColor bad(0xB3, 0x26, 0x1E);
    const QColor tint(0x2F, 0x5F, 0xA8);
    for (int i = 0; i < count; ++i) {
        if (i > 0 && i % 25 == 0) writer.newPage();
        const double x = 180 + i % 5 * 190;
        const double y = 100 + i / 5 % 5 * 110;
        painter.setPen(QPen(ink, 0.7));
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(QRectF(x, y, 180, 80), 4, 4);
        painter.fillRect(QRectF(x, y, 4, 80), tint);
        painter.setPen(ink);
        painter.setFont(bold);
        painter.drawText(QPointF(x + 10, y + 14), QStringLiteral("Check zoning %1 in one visit").arg(i));
        painter.setFont(plain);
        painter.drawText(QPointF(x + 10, y + 28), QStringLiteral("First-time-complete rising from 67 to 85 percent"));
        painter.setPen(bad);
        painter.drawText(QPointF(x + 10, y + 38), QStringLiteral("Stop: Below 72 % after 6 weeks"));
        painter.setPen(ink);
        painter.drawText(QPointF(x + 18, y + 74), QStringLiteral("Proposed"));
        painter.drawText(QPointF(x + 150, y + 74), QStringLiteral("15 Dec"));
    }
    painter.end();
    return 0;
}
