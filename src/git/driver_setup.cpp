#include "git/driver_setup.h"

#include "git/git_handle.h"
#include "project/project_file.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace flowspine::git {

namespace fs = std::filesystem;
using base::failure;
using base::Result;
using Paths = std::vector<fs::path>;

namespace {

constexpr std::string_view attributesLine = "*.flowspine text eol=lf merge=flowspine diff=flowspine";

// For a shell, which git runs drivers with.
std::string quoted(const std::string& program) {
    const bool isPlain = std::all_of(program.begin(), program.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || std::string_view("/._-+").find(static_cast<char>(c)) != std::string_view::npos;
    });
    if (isPlain) return program;
    std::string text = "'";
    for (const char c : program) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

std::vector<std::pair<std::string, std::string>> entries(const std::string& program) {
    const std::string call = quoted(program);
    return {{"merge.flowspine.name", "Flowspine plans, by entity and field"},
            {"merge.flowspine.driver", call + " merge %O %A %B --path %P"},
            {"diff.flowspine.command", call + " diff --git"},
            {"diff.flowspine.textconv", call + " text"}};
}

struct Places {
    fs::path config;
    fs::path attributes;
    ConfigHandle handle; // of `config` alone
};

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

Result<Places> globalPlaces() {
    const fs::path home = environment("HOME");
    if (home.empty()) return failure("not-readable", "There is no home folder (HOME is not set).");
    const std::string xdg = environment("XDG_CONFIG_HOME");
    const fs::path folder = (xdg.empty() ? home / ".config" : fs::path(xdg)) / "git";
    std::error_code unknown;
    Places places;
    places.config = home / ".gitconfig";
    if (!fs::exists(places.config, unknown) && fs::exists(folder / "config", unknown))
        places.config = folder / "config";
    places.attributes = folder / "attributes";
    git_config* config = nullptr;
    if (GIT(git_config_open_ondisk)(&config, places.config.c_str()) != 0)
        return gitFailure("not-readable", "Cannot read “" + places.config.string() + "”");
    places.handle.reset(config);
    // Somebody may keep the attributes elsewhere.
    git_buf path = {nullptr, 0, 0};
    if (GIT(git_config_get_path)(&path, config, "core.attributesfile") == 0) places.attributes = path.ptr;
    GIT(git_buf_dispose)(&path);
    return places;
}

Result<Places> placesOf(const DriverSetup& setup) {
    if (setup.isGlobal) return globalPlaces();
    Result<std::shared_ptr<git_repository>> repository = openRepository(setup.folder);
    if (!repository) return repository.error();
    Places places;
    const char* const folder = GIT(git_repository_workdir)(repository->get());
    // A bare repository has no working files to put the attributes beside.
    places.attributes = folder != nullptr
                            ? fs::path(folder) / ".gitattributes"
                            : fs::path(GIT(git_repository_path)(repository->get())) / "info" / "attributes";
    places.config = fs::path(GIT(git_repository_commondir)(repository->get())) / "config";
    git_config* config = nullptr;
    if (GIT(git_config_open_ondisk)(&config, places.config.c_str()) != 0)
        return gitFailure("not-readable", "Cannot read “" + places.config.string() + "”");
    places.handle.reset(config);
    return places;
}

Result<std::string> textOf(const fs::path& file) {
    Result<std::string> bytes = project::readBytes(file, std::size_t{1} << 20U);
    if (!bytes && bytes.error().code == "not-found") return std::string();
    return bytes;
}

// An empty file is taken away.
Result<> write(const fs::path& file, const std::string& text) {
    std::error_code failed;
    if (text.empty()) {
        fs::remove(file, failed);
        if (failed) return failure("not-writable", "Cannot remove “" + file.string() + "”: " + failed.message() + ".");
        return base::Nothing{};
    }
    fs::create_directories(file.parent_path(), failed);
    return project::writeFileSafely(file, text);
}

bool hasLine(const std::string& text, std::string_view line) {
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (std::string_view(text).substr(start, end - start) == line) return true;
        start = end + 1;
    }
    return false;
}

std::string withoutLine(const std::string& text, std::string_view line) {
    std::string left;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::size_t next = std::min(end + 1, text.size());
        if (std::string_view(text).substr(start, end - start) != line) left += text.substr(start, next - start);
        start = next;
    }
    return left;
}

bool holds(git_config* config, const std::string& name, const std::string& value) {
    git_buf found = {nullptr, 0, 0};
    const bool isSame = GIT(git_config_get_string_buf)(&found, config, name.c_str()) == 0 && value == found.ptr;
    GIT(git_buf_dispose)(&found);
    return isSame;
}

} // namespace

Result<Paths> setUpDrivers(const DriverSetup& setup) {
    Result<Places> places = placesOf(setup);
    if (!places) return places.error();
    Paths changed;
    for (const auto& [name, value] : entries(setup.program)) {
        if (holds(places->handle.get(), name, value)) continue;
        if (GIT(git_config_set_string)(places->handle.get(), name.c_str(), value.c_str()) != 0)
            return gitFailure("not-writable", "Cannot write “" + places->config.string() + "”");
        if (changed.empty()) changed.push_back(places->config);
    }
    Result<std::string> attributes = textOf(places->attributes);
    if (!attributes) return attributes.error();
    if (hasLine(*attributes, attributesLine)) return changed;
    std::string text = *std::move(attributes);
    if (!text.empty() && text.back() != '\n') text += '\n';
    text += std::string(attributesLine) + '\n';
    if (const Result<> written = write(places->attributes, text); !written) return written.error();
    changed.push_back(places->attributes);
    return changed;
}

Result<Paths> removeDrivers(const DriverSetup& setup) {
    Result<Places> places = placesOf(setup);
    if (!places) return places.error();
    Paths changed;
    for (const auto& [name, value] : entries(setup.program))
        if (GIT(git_config_delete_entry)(places->handle.get(), name.c_str()) == 0 && changed.empty())
            changed.push_back(places->config);
    if (!changed.empty()) {
        // Headings that nothing stands under any more.
        const Result<std::string> config = textOf(places->config);
        if (!config) return config.error();
        std::string text = *config;
        for (const std::string_view heading : {"[merge \"flowspine\"]", "[diff \"flowspine\"]"}) {
            const std::size_t at = text.find(heading);
            const std::size_t next = at == std::string::npos ? at : at + heading.size() + 1;
            if (at != std::string::npos && (next >= text.size() || text[next] == '['))
                text = withoutLine(text, heading);
        }
        if (const Result<> written = write(places->config, text); !written) return written.error();
    }
    const Result<std::string> attributes = textOf(places->attributes);
    if (!attributes) return attributes.error();
    if (!hasLine(*attributes, attributesLine)) return changed;
    if (const Result<> written = write(places->attributes, withoutLine(*attributes, attributesLine)); !written)
        return written.error();
    changed.push_back(places->attributes);
    return changed;
}

} // namespace flowspine::git
