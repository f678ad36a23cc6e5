#include "cli/commands.h"
#include "cli/exported_view.h"
#include "cli/messages.h"
#include "exchange/svg_writer.h"
#include "project/project_file.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <ostream>

namespace flowspine::cli {

namespace {

enum class Format { pdf, svg, png, markdown };

base::Result<Format> formatOf(const std::string& output) {
    std::string ending = std::filesystem::path(output).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    if (ending == ".pdf") return Format::pdf;
    if (ending == ".svg") return Format::svg;
    if (ending == ".png") return Format::png;
    if (ending == ".md") return Format::markdown;
    return base::failure("unknown-format",
                         "The ending says what the file becomes; it has to be .pdf, .svg, .png or .md.");
}

view::PageSetup setupOf(const ExportOptions& options, const Services& services) {
    view::PageSetup setup;
    std::string paper = options.paper;
    std::transform(paper.begin(), paper.end(), paper.begin(), [](unsigned char c) { return std::tolower(c); });
    setup.paper = paper == "a4" ? view::Paper::a4 : paper == "letter" ? view::Paper::letter : view::Paper::a3;
    setup.isPortrait = options.isPortrait;
    setup.stateOfPlan = options.asOf.value_or(base::reproducibleToday(services.clock));
    setup.headline = options.headline;
    return setup;
}

struct Drawn {
    std::string bytes;
    std::size_t sheets = 0;
};

base::Result<Drawn> draw(const model::Model& model, const ExportedView& exported, Format format,
                         const view::PageSetup& setup, const PictureExporter& pictures) {
    if (format == Format::pdf) {
        const view::PageSet pages = pagesOf(model, exported, setup, pictures.measure());
        base::Result<std::string> bytes = pictures.pdf(pages);
        if (!bytes) return bytes.error();
        return Drawn{std::move(bytes).value(), pages.pages.size()};
    }
    const view::Picture picture = pictureOf(model, exported, setup, pictures.measure());
    if (format == Format::png) {
        base::Result<std::string> bytes = pictures.png(picture);
        if (!bytes) return bytes.error();
        return Drawn{std::move(bytes).value(), 1};
    }
    exchange::SvgOptions options;
    options.title = model.plan().name;
    options.iconText = [&pictures](std::string_view name) { return pictures.iconText(name); };
    return Drawn{exchange::svgText(picture, options), 1};
}

} // namespace

int exportView(const ExportOptions& options, const Services& services, Streams streams) {
    const auto fail = [&](const std::string& file, const base::Error& error) {
        sayError(streams.err, file, error);
        return cannot;
    };
    const base::Result<Format> format = formatOf(options.output);
    if (!format) return fail(options.output, format.error());
    const base::Result<project::OpenedFile> opened = project::openFile(options.file);
    if (!opened) return fail(options.file, opened.error());
    const model::Model& model = opened->content.model;
    const base::Result<ExportedView> exported = findView(model, options.view);
    if (!exported) return fail(options.file, exported.error());

    if (*format == Format::markdown) {
        base::Result<std::string> text = markdownOf(model, *exported, setupOf(options, services).stateOfPlan);
        if (!text) return fail(options.output, text.error());
        if (const base::Result<> written = project::writeFileSafely(options.output, *text); !written)
            return fail(options.output, written.error());
        streams.out << options.output << ": " << options.view << '\n';
        return fine;
    }
    const std::unique_ptr<PictureExporter> pictures = services.startPictures ? services.startPictures() : nullptr;
    if (pictures == nullptr)
        return fail(options.output, base::failure("no-pictures", "This build of Flowspine draws no pictures."));
    const base::Result<Drawn> drawn = draw(model, *exported, *format, setupOf(options, services), *pictures);
    if (!drawn) return fail(options.output, drawn.error());
    if (const base::Result<> written = project::writeFileSafely(options.output, drawn->bytes); !written)
        return fail(options.output, written.error());
    streams.out << options.output << ": " << options.view;
    if (*format == Format::pdf) streams.out << ", " << counted(drawn->sheets, "sheet", "sheets");
    streams.out << '\n';
    return fine;
}

} // namespace flowspine::cli
