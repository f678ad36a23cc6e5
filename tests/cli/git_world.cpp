#include "cli/git_world.h"

#include "project/model_writer.h"
#include "project/project_file.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <sys/wait.h>

namespace flowspine::test {

namespace fs = std::filesystem;

namespace {

std::string quoted(const std::string& word) {
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

} // namespace

GitWorld::GitWorld(const std::string& name) : m_root(scratch("git-" + name)) {
    fs::create_directories(m_root / "home");
    fs::create_directories(m_root / "bin");
    fs::create_directories(m_root / "streams");
    fs::create_symlink(program(), m_root / "bin" / "flowspine");
    write(m_root / "home" / ".gitconfig",
          "[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"
          "[advice]\n\tdetachedHead = false\n");
}

Ran GitWorld::run(const std::string& folder, const std::string& command) const {
    const fs::path out = m_root / "streams" / "out";
    const fs::path err = m_root / "streams" / "err";
    const std::string home = (m_root / "home").string();
    const std::string line = "cd " + quoted((m_root / folder).string()) + " && export HOME=" + quoted(home) +
                             " XDG_CONFIG_HOME=" + quoted(home + "/.config") +
                             " GIT_CONFIG_NOSYSTEM=1 GIT_EDITOR=true LC_ALL=C.UTF-8" +
                             " GIT_CEILING_DIRECTORIES=" + quoted(m_root.string()) +
                             " GIT_AUTHOR_DATE='2026-11-24T12:00:00Z' GIT_COMMITTER_DATE='2026-11-24T12:00:00Z'" +
                             " PATH=" + quoted((m_root / "bin").string()) + ":\"$PATH\" && { " + command + "\n} >" +
                             quoted(out.string()) + " 2>" + quoted(err.string()) + " </dev/null";
    const int status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, contentOf(out), contentOf(err)};
}

std::string GitWorld::ok(const std::string& folder, const std::string& command) const {
    const Ran ran = run(folder, command);
    INFO(command << "\n" << ran.out << ran.err);
    REQUIRE(ran.code == 0);
    return ran.out;
}

void GitWorld::makeRepository(const std::string& folder, bool withDrivers) const {
    fs::create_directories(m_root / folder);
    ok(folder, "git init -q .");
    fs::copy_file(example("renovation-permit.flowspine"), m_root / folder / "plan.flowspine");
    if (withDrivers) ok(folder, "flowspine git-setup");
    ok(folder, "git add -A && git commit -q -m 'The plan'");
}

model::Model GitWorld::plan(const std::string& file) const {
    const auto opened = project::openFile(m_root / file);
    INFO((opened ? "" : base::toText(opened.error())));
    REQUIRE(opened.hasValue());
    return opened->content.model;
}

void GitWorld::edit(const std::string& file, const std::function<model::Model(const model::Model&)>& change) const {
    write(m_root / file, project::writeModel(change(plan(file))));
}

void GitWorld::commit(const std::string& folder, const std::string& message,
                      const std::function<model::Model(const model::Model&)>& change) const {
    edit(folder + "/plan.flowspine", change);
    ok(folder, "git commit -q -am " + quoted(message));
}

} // namespace flowspine::test
