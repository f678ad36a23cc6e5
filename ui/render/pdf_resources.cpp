#include "render/pdf_resources.h"

#include "render/icon.h"
#include "render/theme.h"

#include <QBuffer>
#include <QFile>
#include <QGlyphRun>
#include <QPainter>
#include <QPdfWriter>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <cctype>

namespace flowspine::render {

namespace {

constexpr int fontPixels = 10;

bool isIcon(const std::string& name) {
    return QFile::exists(QStringLiteral(":/icons/%1.svg").arg(QString::fromStdString(name)));
}

// One page for each font with all of its glyphs, then one for each icon.
std::string specimen(const GlyphShaper& shaper, const std::vector<IconUse>& icons) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QSizeF(PdfResources::iconSide, PdfResources::iconSide), QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    bool isFirst = true;
    const auto nextPage = [&] {
        if (!isFirst) writer.newPage();
        isFirst = false;
    };
    for (const GlyphShaper::UsedFont& used : shaper.fonts()) {
        nextPage();
        QRawFont font = used.font;
        font.setPixelSize(fontPixels);
        QList<quint32> glyphs(used.glyphs.begin(), used.glyphs.end());
        QList<QPointF> positions;
        for (qsizetype i = 0; i < glyphs.size(); ++i) positions.append({static_cast<double>(i), 0});
        QGlyphRun run;
        run.setRawFont(font);
        run.setGlyphIndexes(glyphs);
        run.setPositions(positions);
        painter.drawGlyphRun({0, fontPixels}, run);
    }
    const Theme theme(ThemeKind::light);
    for (const IconUse& icon : icons) {
        nextPage();
        drawIcon(painter, QString::fromStdString(icon.name), theme.color(icon.paint),
                 QRectF(0, 0, PdfResources::iconSide, PdfResources::iconSide));
    }
    painter.end();
    return bytes.toStdString();
}

std::string contentOf(QPDFObjectHandle page) {
    const std::shared_ptr<Buffer> buffer = page.getKey("/Contents").getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

struct ShownText {
    std::string font;       // the name in the page's resources
    std::vector<int> codes; // of two bytes, in the order in which they are shown
};

// The codes that a page shows, and in which font.
ShownText shownText(const std::string& content) {
    ShownText shown;
    const std::size_t end = content.find(" Tf");
    if (end == std::string::npos) return shown;
    const std::size_t slash = content.rfind('/', end);
    if (slash == std::string::npos) return shown;
    shown.font = content.substr(slash, content.find(' ', slash) - slash);
    std::size_t at = end;
    while ((at = content.find('<', at)) != std::string::npos) {
        const std::size_t close = content.find('>', at);
        if (close == std::string::npos) break;
        for (std::size_t i = at + 1; i + 4 <= close; i += 4)
            shown.codes.push_back(std::stoi(content.substr(i, 4), nullptr, 16));
        at = close;
    }
    return shown;
}

} // namespace

bool PdfResources::takeFonts(const GlyphShaper& shaper, std::vector<QPDFObjectHandle>& pages) {
    QPDFObjectHandle fonts = QPDFObjectHandle::newDictionary();
    for (std::size_t i = 0; i < shaper.fonts().size(); ++i) {
        if (i >= pages.size()) return false;
        const std::size_t count = shaper.fonts()[i].glyphs.size();
        ShownText shown = shownText(contentOf(pages[i]));
        // A font that may not be embedded, or has no outlines, is drawn without text.
        if (shown.codes.size() != count) shown.codes.assign(count, -1);
        QPDFObjectHandle font = pages[i].getKey("/Resources").getKey("/Font");
        if (font.isDictionary() && !shown.font.empty()) font = font.getKey(shown.font);
        if (font.isDictionary())
            fonts.replaceKey('/' + fontName(i), font);
        else
            shown.codes.assign(count, -1);
        m_codes.push_back(std::move(shown.codes));
    }
    m_dictionary.replaceKey("/Font", fonts);
    return true;
}

void PdfResources::takeIcons(const std::vector<IconUse>& icons, std::vector<QPDFObjectHandle>& pages,
                             std::size_t first) {
    QPDFObjectHandle forms = QPDFObjectHandle::newDictionary();
    for (std::size_t i = 0; i < icons.size(); ++i) {
        if (!isIcon(icons[i].name) || first + i >= pages.size()) continue;
        QPDFObjectHandle page = pages[first + i];
        QPDFObjectHandle form = QPDFObjectHandle::newStream(m_document.get(), contentOf(page));
        QPDFObjectHandle dictionary = form.getDict();
        dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
        dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
        dictionary.replaceKey("/BBox", QPDFObjectHandle::parse("[0 0 100 100]"));
        dictionary.replaceKey("/Resources", page.getKey("/Resources"));
        const std::string name = "I" + std::to_string(i);
        forms.replaceKey('/' + name, form);
        m_icons.emplace(icons[i], name);
    }
    m_dictionary.replaceKey("/XObject", forms);
}

base::Result<PdfResources> PdfResources::make(const GlyphShaper& shaper, const std::vector<IconUse>& icons) {
    PdfResources resources;
    resources.m_bytes = std::make_shared<std::string>(specimen(shaper, icons));
    resources.m_document = std::make_shared<QPDF>();
    QPDF& document = *resources.m_document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("fonts", resources.m_bytes->data(), resources.m_bytes->size());
    resources.m_dictionary = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
    std::vector<QPDFObjectHandle> pages = document.getAllPages();
    if (!resources.takeFonts(shaper, pages)) return base::failure("pdf", "The fonts of the PDF could not be made.");
    resources.takeIcons(icons, pages, shaper.fonts().size());
    for (const QPDFObjectHandle& page : pages) document.removePage(page);
    return resources;
}

int PdfResources::codeOf(const GlyphShaper& shaper, const Glyph& glyph) const {
    const auto place = shaper.fonts()[glyph.font].places.find(glyph.index);
    return place == shaper.fonts()[glyph.font].places.end() ? -1 : m_codes[glyph.font][place->second];
}

std::string PdfResources::iconName(const IconUse& icon) const {
    const auto found = m_icons.find(icon);
    return found == m_icons.end() ? std::string() : found->second;
}

} // namespace flowspine::render
