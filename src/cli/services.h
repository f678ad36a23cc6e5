// What the commands need from outside: ids, the date, bundled templates, and a drawing program for exports. The program
// hands in real ones, tests hand in fixed ones.
#pragma once

#include "base/clock.h"
#include "base/id_generator.h"
#include "base/result.h"
#include "view/page.h"
#include "view/text_measure.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace flowspine::cli {

// Knows fonts and devices. Lives as long as one export.
class PictureExporter {
  public:
    virtual ~PictureExporter() = default;
    // Of the fonts that pictures are drawn with.
    [[nodiscard]] virtual const view::TextMeasure& measure() const = 0;
    // The bytes of a PDF or PNG file. The same input gives the same bytes.
    [[nodiscard]] virtual base::Result<std::string> pdf(const view::PageSet& pages) const = 0;
    [[nodiscard]] virtual base::Result<std::string> png(const view::Picture& picture) const = 0;
    // The SVG text of an icon; empty when there is none of that name.
    [[nodiscard]] virtual std::string iconText(std::string_view name) const = 0;
};

struct Services {
    base::IdGenerator& ids;
    const base::Clock& clock;
    // The project file of a bundled template by its name ("government-service"); nullopt when there is none.
    std::function<std::optional<std::string>(std::string_view name)> templateText;
    // Starts what drawing needs (fonts, a window system without windows). Called only by an export.
    std::function<std::unique_ptr<PictureExporter>()> startPictures;
};

} // namespace flowspine::cli
