// A git of its own for tests: a home folder, an identity, fixed dates, no configuration of the machine. Commands run in
// a shell and are kept with what they printed.
#pragma once

#include "cli/command.h"
#include "model/model.h"

#include <filesystem>
#include <functional>
#include <string>

namespace flowspine::test {

class GitWorld {
  public:
    // In an empty folder below the build tree.
    explicit GitWorld(const std::string& name);

    // Runs `command` in `folder` of the world ("" is its root); `flowspine` is the program under test.
    Ran run(const std::string& folder, const std::string& command) const;
    // The same, for a command that must end with 0.
    std::string ok(const std::string& folder, const std::string& command) const;

    // A repository with the drivers set up and one commit on “main”: the renovation permit as plan.flowspine.
    void makeRepository(const std::string& folder, bool withDrivers = true) const;

    [[nodiscard]] std::filesystem::path path(const std::string& relative) const { return m_root / relative; }
    [[nodiscard]] model::Model plan(const std::string& file) const;
    // Changes the plan in `file` and writes it.
    void edit(const std::string& file, const std::function<model::Model(const model::Model&)>& change) const;
    // edit() and a commit of everything.
    void commit(const std::string& folder, const std::string& message,
                const std::function<model::Model(const model::Model&)>& change) const;

  private:
    std::filesystem::path m_root;
};

} // namespace flowspine::test
