#include "render/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace flowspine::render {

namespace {

QString fileOf(const QString& name) {
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

// Without reading it: most icons stand in menus, and are drawn when those open.
bool isThere(const QString& name) {
    if (QFile::exists(fileOf(name))) return true;
    qWarning("No icon of the name \"%s\"", qUtf8Printable(name));
    return false;
}

// One renderer for each drawing and colour. Exports draw on other threads, so each thread has its own.
QSvgRenderer* rendererFor(const QString& name, const QColor& color) {
    thread_local std::map<std::pair<QString, QRgb>, std::unique_ptr<QSvgRenderer>> renderers;
    std::unique_ptr<QSvgRenderer>& renderer = renderers[{name, color.rgb()}];
    if (renderer == nullptr) {
        renderer = std::make_unique<QSvgRenderer>();
        QFile file(fileOf(name));
        if (file.open(QIODevice::ReadOnly)) {
            QByteArray drawing = file.readAll();
            drawing.replace("currentColor", color.name().toLatin1());
            renderer->load(drawing);
        } else {
            qWarning("No icon of the name \"%s\"", qUtf8Printable(name));
        }
    }
    return renderer->isValid() ? renderer.get() : nullptr;
}

// Draws at the size and scale that is asked for, so icons are sharp on every screen, and in the colours of the moment,
// so they follow the theme by themselves.
class LineIconEngine final : public QIconEngine {
  public:
    LineIconEngine(QString name, std::optional<QColor> color) : m_name(std::move(name)), m_color(color) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        drawIcon(*painter, m_name, colorFor(mode, state), rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new LineIconEngine(*this); }

  private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode, QIcon::State state) const {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (m_color) return *m_color;
        return palette.color(state == QIcon::On ? QPalette::Highlight : QPalette::ButtonText);
    }

    QString m_name;
    std::optional<QColor> m_color;
};

} // namespace

void drawIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& rect) {
    QSvgRenderer* const renderer = rendererFor(name, color);
    if (renderer == nullptr) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer->render(&painter, rect);
    painter.restore();
}

QIcon icon(const QString& name, const QColor& color) {
    return isThere(name) ? QIcon(new LineIconEngine(name, color)) : QIcon();
}

QIcon icon(const QString& name) {
    return isThere(name) ? QIcon(new LineIconEngine(name, std::nullopt)) : QIcon();
}

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio) {
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        drawIcon(painter, name, color, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace flowspine::render
