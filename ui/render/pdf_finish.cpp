#include "render/pdf_finish.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <array>
#include <cstdio>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flowspine::render {

namespace {

using Object = QPDFObjectHandle;
using view::AnyId;
using view::Rect;

std::string dateText(base::Date date) {
    const base::YearMonthDay day = base::yearMonthDay(date);
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "D:%04d%02d%02d000000Z", day.year, day.month, day.day);
    return {text.data(), static_cast<std::size_t>(length)};
}

bool isOutside(std::string_view link) {
    return link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
}

class Finisher {
  public:
    Finisher(QPDF& pdf, const view::PageSet& pages) : m_pdf(pdf), m_set(pages) {
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages())
            m_pages.push_back(page.getObjectHandle());
    }

    [[nodiscard]] bool hasAllPages() const { return m_pages.size() == m_set.pages.size(); }

    void writeInformation() {
        Object information = m_pdf.makeIndirectObject(Object::newDictionary());
        const auto put = [&](const char* key, const std::string& text) {
            if (!text.empty()) information.replaceKey(key, Object::newUnicodeString(text));
        };
        put("/Title", m_set.title);
        put("/Author", m_set.organisation);
        put("/Creator", "Flowspine");
        information.replaceKey("/CreationDate", Object::newString(dateText(m_set.date)));
        information.replaceKey("/ModDate", Object::newString(dateText(m_set.date)));
        m_pdf.getTrailer().replaceKey("/Info", information);
        Object root = m_pdf.getRoot();
        root.removeKey("/Metadata");
        root.replaceKey("/Lang", Object::newString("en"));
        Object preferences = Object::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);
    }

    void writeOutline() {
        std::vector<Object> entries;
        Object outlines = m_pdf.makeIndirectObject(Object::newDictionary());
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            if (m_set.pages[i].bookmark.empty()) continue;
            Object entry = m_pdf.makeIndirectObject(Object::newDictionary());
            entry.replaceKey("/Title", Object::newUnicodeString(m_set.pages[i].bookmark));
            entry.replaceKey("/Parent", outlines);
            entry.replaceKey("/Dest", destination(i, m_set.pages[i].size.height));
            entries.push_back(entry);
        }
        if (entries.empty()) return;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (i > 0) entries[i].replaceKey("/Prev", entries[i - 1]);
            if (i + 1 < entries.size()) entries[i].replaceKey("/Next", entries[i + 1]);
        }
        outlines.replaceKey("/Type", Object::newName("/Outlines"));
        outlines.replaceKey("/First", entries.front());
        outlines.replaceKey("/Last", entries.back());
        outlines.replaceKey("/Count", Object::newInteger(static_cast<long long>(entries.size())));
        m_pdf.getRoot().replaceKey("/Outlines", outlines);
        if (entries.size() > 1) m_pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
    }

    void writeLinks() {
        findTargets();
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            std::vector<Object> links;
            for (const view::Shape& shape : m_set.pages[i].picture.shapes) {
                if (shape.linkTarget.empty()) continue;
                Object link = linkFor(shape, m_set.pages[i].size.height);
                if (link.isDictionary()) links.push_back(m_pdf.makeIndirectObject(link));
            }
            if (!links.empty()) m_pages[i].replaceKey("/Annots", Object::newArray(links));
        }
    }

  private:
    struct Target {
        std::size_t page = 0;
        double top = 0;
    };

    Object destination(std::size_t page, double fromBottom) {
        return Object::newArray({m_pages[page], Object::newName("/XYZ"), Object::newNull(),
                                 Object::newReal(fromBottom, 1), Object::newNull()});
    }

    // The first place where each entity is drawn.
    void findTargets() {
        for (std::size_t i = 0; i < m_set.pages.size(); ++i)
            for (const view::Shape& shape : m_set.pages[i].picture.shapes)
                if (!shape.id.isEmpty() && shape.linkTarget.empty())
                    m_targets.try_emplace(shape.id, Target{i, view::boundsOf(shape.form).y});
    }

    // Null when the link leads nowhere.
    Object linkFor(const view::Shape& shape, double pageHeight) {
        Object link = Object::newDictionary();
        if (isOutside(shape.linkTarget)) {
            Object action = Object::newDictionary();
            action.replaceKey("/S", Object::newName("/URI"));
            action.replaceKey("/URI", Object::newString(shape.linkTarget));
            link.replaceKey("/A", action);
        } else {
            const auto target = m_targets.find(AnyId(shape.linkTarget));
            if (target == m_targets.end()) return Object::newNull();
            const double height = m_set.pages[target->second.page].size.height;
            link.replaceKey("/Dest", destination(target->second.page, height - target->second.top + 12));
        }
        const Rect rect = view::boundsOf(shape.form);
        link.replaceKey("/Type", Object::newName("/Annot"));
        link.replaceKey("/Subtype", Object::newName("/Link"));
        link.replaceKey("/Border",
                        Object::newArray({Object::newInteger(0), Object::newInteger(0), Object::newInteger(0)}));
        link.replaceKey("/Rect",
                        Object::newArray({Object::newReal(rect.x, 2), Object::newReal(pageHeight - rect.bottom(), 2),
                                          Object::newReal(rect.right(), 2), Object::newReal(pageHeight - rect.y, 2)}));
        return link;
    }

    QPDF& m_pdf;
    const view::PageSet& m_set;
    std::vector<Object> m_pages;
    std::unordered_map<AnyId, Target> m_targets;
};

} // namespace

base::Result<std::string> finishedPdf(QPDF& document, const view::PageSet& pages) {
    Finisher finisher(document, pages);
    if (!finisher.hasAllPages()) return base::failure("pdf", "The PDF does not hold all of its pages.");
    finisher.writeInformation();
    finisher.writeOutline();
    finisher.writeLinks();

    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDecodeLevel(qpdf_dl_none); // what Qt compressed stays as it is
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

} // namespace flowspine::render
