#include "render/pdf_export.h"

#include "render/glyph_shaper.h"
#include "render/pdf_content.h"
#include "render/pdf_finish.h"
#include "render/pdf_resources.h"

#include <set>

namespace flowspine::render {

namespace {

struct Needed {
    GlyphShaper shaper;
    std::vector<IconUse> icons;
};

// Every word is shaped and every icon noted, so that the fonts can be made before the pages.
Needed neededBy(const view::PageSet& pages) {
    Needed needed;
    std::set<IconUse> icons;
    for (const view::Page& page : pages.pages) {
        for (const view::Shape& shape : page.picture.shapes) {
            if (const auto* label = std::get_if<view::Label>(&shape.form)) {
                for (const std::string& line : label->lines) (void)needed.shaper.shape(line, label->style);
            } else if (const auto* symbol = std::get_if<view::Symbol>(&shape.form)) {
                if (symbol->paint.role != view::Role::none) icons.insert({symbol->icon, symbol->paint});
            }
        }
    }
    needed.icons.assign(icons.begin(), icons.end());
    return needed;
}

void addPage(PdfResources& resources, const view::Page& page, std::string content) {
    QPDF& document = resources.document();
    QPDFObjectHandle object = QPDFObjectHandle::newDictionary();
    object.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
    object.replaceKey("/MediaBox",
                      QPDFObjectHandle::newArray({QPDFObjectHandle::newInteger(0), QPDFObjectHandle::newInteger(0),
                                                  QPDFObjectHandle::newReal(page.size.width, 2),
                                                  QPDFObjectHandle::newReal(page.size.height, 2)}));
    object.replaceKey("/Resources", resources.dictionary());
    object.replaceKey("/Contents", QPDFObjectHandle::newStream(&document, std::move(content)));
    document.addPage(document.makeIndirectObject(object), false);
}

} // namespace

base::Result<std::string> pdfBytes(const view::PageSet& pages) {
    try {
        Needed needed = neededBy(pages);
        base::Result<PdfResources> resources = PdfResources::make(needed.shaper, needed.icons);
        if (!resources) return resources.error();
        PdfResources& made = resources.value();
        for (const view::Page& page : pages.pages) addPage(made, page, pdfContent(page, needed.shaper, made));
        return finishedPdf(made.document(), pages);
    } catch (const std::exception& error) { // libqpdf reports by exceptions
        return base::failure("pdf", std::string("The PDF could not be made: ") + error.what());
    }
}

} // namespace flowspine::render
