// The one function of the library `flowspine-pdf.so`, which the designer loads for its first PDF. See
// docs/decisions/0015-pdf-when-printed.md.
#include "render/pdf_export.h"

#include <optional>

extern "C" __attribute__((visibility("default"))) void
flowspinePdfBytes(const flowspine::view::PageSet& pages, std::optional<flowspine::base::Result<std::string>>& bytes) {
    bytes.emplace(flowspine::render::pdfBytes(pages));
}
