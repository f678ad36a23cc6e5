#include "app/editor_shelf.h"

#include <QTimer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace flowspine::app {

EditorShelf::EditorShelf(std::vector<EditorPlan> plans, session::DocumentSession& session,
                         std::function<const render::Theme&()> theme, QObject* parent)
    : QObject(parent), m_plans(std::move(plans)), m_editors(m_plans.size(), nullptr), m_session(session),
      m_theme(std::move(theme)) {}

adapters::Editor& EditorShelf::editor(int index) {
    adapters::Editor*& place = m_editors[at(index)];
    if (place == nullptr) {
        place = m_plans[at(index)].make(m_session, m_theme());
        emit made(index, place);
    }
    return *place;
}

std::vector<adapters::Editor*> EditorShelf::madeEditors() const {
    std::vector<adapters::Editor*> found;
    std::copy_if(m_editors.begin(), m_editors.end(), std::back_inserter(found),
                 [](const adapters::Editor* editor) { return editor != nullptr; });
    return found;
}

void EditorShelf::makeRestLater() {
    QTimer::singleShot(0, this, &EditorShelf::makeNext);
}

void EditorShelf::makeNext() {
    const auto missing = std::find(m_editors.begin(), m_editors.end(), nullptr);
    if (missing == m_editors.end()) return;
    (void)editor(static_cast<int>(missing - m_editors.begin()));
    makeRestLater();
}

} // namespace flowspine::app
