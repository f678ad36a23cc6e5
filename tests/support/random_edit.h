// Random edits of every sort there is, most of them possible, some not. What comes of them must always be a valid plan.
#pragma once

#include "base/result.h"
#include "edit/entity_edit.h"
#include "support/random.h"
#include "support/random_model.h"

#include <string>

namespace flowspine::test {

struct RandomEdit {
    std::string what; // for messages: the edit and what it was about
    base::Result<model::Model> result;
};

// Keeps a clipboard between edits, and leans towards adding or removing so that the plan's size stays in bounds.
class RandomEditor {
  public:
    explicit RandomEditor(Random& random, std::size_t fewest = 150, std::size_t most = 300);

    [[nodiscard]] RandomEdit next(const model::Model& model);
    // How many sorts of edit next() chooses from, and the name of each.
    [[nodiscard]] static std::vector<std::string> sorts();

  private:
    friend struct EditSorts;

    Random& m_random;
    SeededIdGenerator m_ids;
    std::size_t m_fewest;
    std::size_t m_most;
    edit::Clipping m_clipboard;
};

} // namespace flowspine::test
