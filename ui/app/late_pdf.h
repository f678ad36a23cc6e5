// PDF files by way of a library of our own that is loaded for the first of them: libqpdf and what it stands on take
// longer to load than a small plan.
#pragma once

#include "base/result.h"
#include "view/page.h"

#include <string>

namespace flowspine::app {

// As render::pdfBytes(). Error: no-library when the library is not beside the program.
[[nodiscard]] base::Result<std::string> latePdfBytes(const view::PageSet& pages);

} // namespace flowspine::app
