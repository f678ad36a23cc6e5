// The least that a PDF costs with Qt: a bare QPdfWriter that draws words, boxes and lines whose places are known.
// Arguments: a list of what to draw (see tests/bench/shape_list.h) and the file to write.
#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>

#include <fstream>
#include <sstream>
#include <string>

namespace {

QColor color(std::istream& in) {
    int red = 0;
    int green = 0;
    int blue = 0;
    in >> red >> green >> blue;
    return {red, green, blue};
}

void drawText(QPainter& painter, std::istream& in) {
    double x = 0;
    double y = 0;
    int size = 0;
    int weight = 0;
    in >> x >> y >> size >> weight;
    painter.setPen(color(in));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(size);
    font.setWeight(static_cast<QFont::Weight>(weight));
    painter.setFont(font);
    std::string words;
    std::getline(in >> std::ws, words);
    painter.drawText(QPointF(x, y), QString::fromStdString(words));
}

void drawBox(QPainter& painter, std::istream& in) {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double radius = 0;
    double border = 0;
    in >> x >> y >> width >> height >> radius >> border;
    painter.setBrush(color(in));
    const QColor edge = color(in);
    painter.setPen(border > 0 ? QPen(edge, border) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius);
}

void drawLine(QPainter& painter, std::istream& in) {
    double width = 0;
    in >> width;
    painter.setPen(QPen(color(in), width));
    QPolygonF points;
    double x = 0;
    double y = 0;
    while (in >> x >> y) points.append(QPointF(x, y));
    painter.drawPolyline(points);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    QGuiApplication application(argc, argv);
    std::ifstream list(argv[1]);
    QPdfWriter writer(QString::fromLocal8Bit(argv[2]));
    writer.setPageSize(QPageSize(QPageSize::A3));
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(QMarginsF());
    writer.setResolution(1200);
    QPainter painter(&writer);
    painter.scale(1200 / 72.0, 1200 / 72.0);
    bool isFirst = true;
    for (std::string line; std::getline(list, line);) {
        std::istringstream in(line);
        char what = 0;
        in >> what;
        if (what == 'P' && !std::exchange(isFirst, false)) writer.newPage();
        if (what == 'T') drawText(painter, in);
        if (what == 'B') drawBox(painter, in);
        if (what == 'L') drawLine(painter, in);
    }
    painter.end();
    return 0;
}
