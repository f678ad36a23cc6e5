// Reads every #include of src/ and ui/ against the table of rooms in docs/architecture.md. When a room is added or a
// rule changes, change `roomTable`, the table in docs/architecture.md and the DEPENDS lists in CMake together.
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Room {
    std::string name; // the folder below src/, or ui/ and the folder below ui/
    std::vector<std::string> mayInclude;
};

const std::vector<std::string> underEditors = {"ui/adapters", "ui/session", "ui/render", "edit",
                                               "view",        "analysis",   "model",     "base"};

// Each row may include rows above it only, so there is no cycle; "*" stands for all of them.
const std::vector<Room> roomTable = {
    {"base", {}},
    {"model", {"base"}},
    {"edit", {"model", "base"}},
    {"diff", {"model", "base"}},
    {"analysis", {"model", "base"}},
    {"view", {"model", "base"}},
    {"project", {"diff", "model", "base"}},
    {"exchange", {"view", "analysis", "diff", "model", "base"}},
    {"git", {"project", "base"}},
    {"cli", {"*"}},
    {"ui/session", {"edit", "diff", "project", "model", "base"}},
    {"ui/render", {"view", "base"}},
    {"ui/adapters", {"ui/session", "ui/render", "edit", "diff", "view", "model", "base"}},
    {"ui/editors/outcomes", underEditors},
    {"ui/editors/spine", underEditors},
    {"ui/editors/flows", underEditors},
    {"ui/editors/roadmap", underEditors},
    {"ui/editors/overview", underEditors},
    {"ui/panels",
     {"ui/adapters", "ui/session", "ui/render", "edit", "diff", "git", "analysis", "view", "model", "base"}},
    {"ui/app", {"*"}},
};

// Libraries that only some rooms may see; <Q is any Qt header. A room that is not listed may include none of them.
struct LibraryRule {
    std::string prefix;
    std::vector<std::string> rooms; // a room also stands for those below it: "ui" is all of ui/
};

const std::vector<LibraryRule> libraryRules = {
    {"Q", {"ui"}},
    {"nlohmann/", {"project", "exchange"}},
    {"CLI/", {"cli"}},
    {"spdlog/", {"cli", "ui/app"}},
    {"git2", {"git"}},
    {"qpdf/", {"ui/render"}},
    {"xlsxwriter", {"exchange"}},
    {"zip.h", {"exchange"}},
};

struct Include {
    std::string path;
    bool quoted = false;
};

// The include of a line, or nothing when the line is none.
std::optional<Include> includeOf(std::string_view line) {
    const auto skipBlanks = [&line] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    skipBlanks();
    if (!line.starts_with('#')) return std::nullopt;
    line.remove_prefix(1);
    skipBlanks();
    if (!line.starts_with("include")) return std::nullopt;
    line.remove_prefix(std::string_view("include").size());
    skipBlanks();
    if (line.empty() || (line.front() != '"' && line.front() != '<')) return std::nullopt;
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    const std::size_t end = line.find(quoted ? '"' : '>');
    if (end == std::string_view::npos) return std::nullopt;
    return Include{std::string(line.substr(0, end)), quoted};
}

bool isSameOrBelow(std::string_view room, std::string_view owner) {
    return room == owner || (room.starts_with(owner) && room.substr(owner.size()).starts_with('/'));
}

const Room* findRoom(std::string_view name) {
    const auto found = std::find_if(roomTable.begin(), roomTable.end(), [&](const Room& r) { return r.name == name; });
    return found == roomTable.end() ? nullptr : &*found;
}

bool mayInclude(const Room& room, const Room& target) {
    const auto& allowed = room.mayInclude;
    const auto lists = [&](std::string_view name) {
        return std::find(allowed.begin(), allowed.end(), name) != allowed.end();
    };
    return &target == &room || lists(target.name) || (lists("*") && &target < &room);
}

// The room that `path`, written from the root of src/ or ui/, lies in. Room names of the two roots do not clash.
const Room* roomOfInclude(const std::string& path) {
    const std::string folder = fs::path(path).parent_path().generic_string();
    const Room* inSrc = findRoom(folder);
    return inSrc != nullptr && !folder.starts_with("ui/") ? inSrc : findRoom("ui/" + folder);
}

// The rule that `include`, found in a file of `room`, breaks; empty when it breaks none.
std::string brokenRule(const Room& room, const Include& include) {
    if (!include.quoted) {
        for (const LibraryRule& rule : libraryRules) {
            const bool isAllowed = std::any_of(rule.rooms.begin(), rule.rooms.end(), [&](const std::string& owner) {
                return isSameOrBelow(room.name, owner);
            });
            if (include.path.starts_with(rule.prefix) && !isAllowed) {
                return room.name + " may not include <" + rule.prefix + "...>";
            }
        }
        return {};
    }
    if (include.path.find('/') == std::string::npos) {
        // moc's own output stands beside its source.
        return include.path.ends_with(".moc") ? "" : "includes are written from the root of src/ or ui/";
    }
    const Room* target = roomOfInclude(include.path);
    if (target == nullptr) return "there is no such room in the table";
    if (!mayInclude(room, *target)) return room.name + " may not include " + target->name;
    return {};
}

std::vector<fs::path> sourcesBelow(const fs::path& root) {
    std::vector<fs::path> files;
    if (!fs::is_directory(root)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const fs::path extension = entry.path().extension();
        if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp")) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// "src/model/step.h:7: #include "edit/flows.h": model may not include edit", one line for each rule broken in `root`.
std::vector<std::string> violations(const fs::path& project) {
    std::vector<std::string> found;
    for (const std::string root : {"src", "ui"}) {
        for (const fs::path& file : sourcesBelow(project / root)) {
            const std::string shown = fs::relative(file, project).generic_string();
            const std::string folder = fs::relative(file.parent_path(), project / root).generic_string();
            const Room* room = findRoom(root == "ui" ? "ui/" + folder : folder);
            if (room == nullptr) {
                found.push_back(shown + ": this folder is not in the table of rooms");
                continue;
            }
            std::ifstream stream(file);
            std::string line;
            for (int number = 1; std::getline(stream, line); ++number) {
                const std::optional<Include> include = includeOf(line);
                if (!include) continue;
                std::string rule = brokenRule(*room, *include);
                const bool isOurs = include->quoted && !include->path.ends_with(".moc");
                if (rule.empty() && isOurs && !fs::exists(project / "src" / include->path) &&
                    !fs::exists(project / "ui" / include->path)) {
                    rule = "there is no such file in src/ or ui/";
                }
                if (!rule.empty()) found.push_back(shown + ":" + std::to_string(number) + ": " + line + ": " + rule);
            }
        }
    }
    return found;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

} // namespace

TEST_CASE("every include keeps to the table of rooms", "[layering]") {
    const fs::path project = flowspine::test::sourceDir();
    REQUIRE_FALSE(sourcesBelow(project / "src").empty());
    const std::vector<std::string> broken = violations(project);
    INFO(joined(broken));
    CHECK(broken.empty());
}

TEST_CASE("a room may include only rooms above it in the table", "[layering]") {
    std::vector<std::string> above = {"*"};
    for (const Room& room : roomTable) {
        for (const std::string& target : room.mayInclude) {
            INFO(room.name << " may include " << target);
            CHECK(std::find(above.begin(), above.end(), target) != above.end());
        }
        above.push_back(room.name);
    }
}

TEST_CASE("the layering rules see what they are for", "[layering]") {
    const auto rule = [](const std::string& room, const std::string& line) {
        const Room* found = findRoom(room);
        REQUIRE(found != nullptr);
        const std::optional<Include> include = includeOf(line);
        REQUIRE(include.has_value());
        return brokenRule(*found, *include);
    };
    CHECK(rule("edit", R"(#include "model/step.h")").empty());
    CHECK(rule("edit", R"(  #  include "edit/flows.h" // a comment)").empty());
    CHECK(rule("model", R"(#include "edit/flows.h")") == "model may not include edit");
    CHECK(rule("model", R"(#include "step.h")") == "includes are written from the root of src/ or ui/");
    CHECK(rule("model", R"(#include "../base/id.h")") == "there is no such room in the table");
    CHECK(rule("view", "#include <QString>") == "view may not include <Q...>");
    CHECK(rule("edit", "#include <nlohmann/json.hpp>") == "edit may not include <nlohmann/...>");
    CHECK(rule("project", "#include <nlohmann/json.hpp>").empty());
    CHECK(rule("base", "#include <vector>").empty());
    CHECK(rule("ui/session", "#include <QUndoStack>").empty());
    CHECK(rule("ui/session", R"(#include "session/gesture.h")").empty());
    CHECK(rule("ui/session", R"(#include "view/picture.h")") == "ui/session may not include view");
    CHECK(rule("ui/editors/flows", R"(#include "editors/spine/spine_editor.h")") ==
          "ui/editors/flows may not include ui/editors/spine");
    CHECK(rule("cli", R"(#include "git/history.h")").empty());
    CHECK(rule("cli", R"(#include "app/main_window.h")") == "cli may not include ui/app");
    CHECK(rule("ui/app", R"(#include "editors/spine/spine_editor.h")").empty());
    CHECK_FALSE(includeOf("// #include \"model/step.h\"").has_value());
    CHECK_FALSE(includeOf("const char* include = nullptr;").has_value());
}
