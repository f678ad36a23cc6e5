#include "cli/command.h"

#include "support/paths.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>

namespace flowspine::test {

namespace fs = std::filesystem;

namespace {

// Says what it was asked to draw.
class TellingExporter final : public cli::PictureExporter {
  public:
    [[nodiscard]] const view::TextMeasure& measure() const override { return m_measure; }
    [[nodiscard]] base::Result<std::string> pdf(const view::PageSet& pages) const override {
        std::string told = "PDF " + pages.title + "\n";
        for (const view::Page& page : pages.pages)
            told += std::to_string(static_cast<int>(page.size.width)) + " x " +
                    std::to_string(static_cast<int>(page.size.height)) + " " + page.title + "\n";
        return told;
    }
    [[nodiscard]] base::Result<std::string> png(const view::Picture& picture) const override {
        return "PNG with " + std::to_string(picture.shapes.size()) + " shapes\n";
    }
    [[nodiscard]] std::string iconText(std::string_view name) const override {
        return contentOf(sourceDir() / "resources/icons" / (std::string(name) + ".svg"));
    }

  private:
    view::FixedTextMeasure m_measure;
};

std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

} // namespace

base::Date fixedToday() {
    return *base::makeDate(2026, 11, 23);
}

Ran runCommand(const std::vector<std::string>& args) {
    base::CountingIdGenerator ids;
    const base::FixedClock clock(fixedToday());
    const cli::Services services{ids, clock,
                                 [](std::string_view name) -> std::optional<std::string> {
                                     const fs::path file =
                                         sourceDir() / "resources/templates" / (std::string(name) + ".flowspine");
                                     if (!fs::exists(file)) return std::nullopt;
                                     return contentOf(file);
                                 },
                                 [] { return std::make_unique<TellingExporter>(); }};
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Ran ran;
    ran.code = cli::run(args, in, out, err, services);
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

Ran runProgram(const std::vector<std::string>& args, const fs::path& folder) {
    const fs::path streams = outputDir() / ("program-streams-" + folder.filename().string());
    fs::create_directories(streams);
    std::string command = "cd " + quoted(folder.string()) + " && env -u DISPLAY -u WAYLAND_DISPLAY ";
    command += quoted(program().string());
    for (const std::string& arg : args) command += ' ' + quoted(arg);
    command += " >" + quoted((streams / "out").string()) + " 2>" + quoted((streams / "err").string()) + " </dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentOf(streams / "out"), contentOf(streams / "err")};
}

fs::path scratch(const std::string& name) {
    const fs::path folder = outputDir() / "cli" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

void write(const fs::path& file, const std::string& content) {
    std::ofstream stream(file, std::ios::binary);
    stream << content;
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::string example(const std::string& name) {
    return (sourceDir() / "resources/examples" / name).string();
}

} // namespace flowspine::test
