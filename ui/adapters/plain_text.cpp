#include "adapters/plain_text.h"

namespace flowspine::adapters {

namespace {

constexpr qsizetype longestTip = 2000;

} // namespace

QString toQt(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string fromQt(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isNull()) continue;
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += c;
            clean += text[++i];
        } else if (c.isSurrogate()) {
            clean += QChar(QChar::ReplacementCharacter);
        } else {
            clean += c;
        }
    }
    return clean.toStdString();
}

QString oneLine(const QString& text) {
    QString line = text;
    for (QChar& c : line)
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return line.trimmed();
}

QStringList pastedLines(const QString& text) {
    QString unified = text;
    unified.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar& c : unified)
        if (c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) c = u'\n';
    QStringList lines;
    for (const QString& each : unified.split(u'\n', Qt::SkipEmptyParts)) {
        QString line = oneLine(each);
        const bool hasBullet =
            line.size() > 1 && (line[0] == u'-' || line[0] == u'*' || line[0] == u'•') && line[1].isSpace();
        if (hasBullet) line = line.mid(2).trimmed();
        if (!line.isEmpty()) lines += line;
    }
    return lines;
}

QString plainTip(const QString& text) {
    if (text.isEmpty()) return {};
    QString cut = text;
    if (cut.size() > longestTip) cut = cut.left(longestTip) + u'…';
    cut = cut.toHtmlEscaped();
    cut.replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<qt>%1</qt>").arg(cut);
}

QLabel* plainLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

} // namespace flowspine::adapters
