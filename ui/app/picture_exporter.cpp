#include "app/picture_exporter.h"

#include "app/late_pdf.h"
#include "render/png_export.h"
#include "render/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QString>

namespace flowspine::app {

namespace {

std::optional<std::string> resource(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.readAll().toStdString();
}

QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QtMessageHandler s_next = nullptr;

// Qt complains of a missing session folder, which an export in a bare shell or container neither has nor needs.
void withoutDesktopWarnings(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (!message.startsWith(QLatin1String("QStandardPaths:"))) s_next(type, context, message);
}

// Lives for one export; the application it started ends with it.
class QtPictureExporter final : public cli::PictureExporter {
  public:
    QtPictureExporter() {
        if (QCoreApplication::instance() != nullptr) return;
        qputenv("QT_QPA_PLATFORM", "offscreen");
        s_next = qInstallMessageHandler(withoutDesktopWarnings);
        m_application = std::make_unique<QGuiApplication>(m_argumentCount, m_arguments);
    }

    [[nodiscard]] const view::TextMeasure& measure() const override { return m_measure; }
    [[nodiscard]] base::Result<std::string> pdf(const view::PageSet& pages) const override {
        return latePdfBytes(pages);
    }
    [[nodiscard]] base::Result<std::string> png(const view::Picture& picture) const override {
        return render::pngBytes(picture);
    }
    [[nodiscard]] std::string iconText(std::string_view name) const override {
        return resource(QStringLiteral(":/icons/%1.svg").arg(toQt(name))).value_or(std::string());
    }

  private:
    char m_name[10] = "flowspine";
    char* m_arguments[2] = {m_name, nullptr};
    int m_argumentCount = 1;
    std::unique_ptr<QGuiApplication> m_application;
    render::QtTextMeasure m_measure;
};

} // namespace

std::optional<std::string> templateText(std::string_view name) {
    return resource(QStringLiteral(":/templates/%1.flowspine").arg(toQt(name)));
}

std::unique_ptr<cli::PictureExporter> startPictures() {
    return std::make_unique<QtPictureExporter>();
}

} // namespace flowspine::app
