// The editors of the window in the order of the rail, each made when it is first needed: a window is seen sooner with
// one editor than with all.
#pragma once

#include "adapters/editor.h"

#include <QObject>

#include <functional>
#include <vector>

namespace flowspine::render {
class Theme;
}
namespace flowspine::session {
class DocumentSession;
}

namespace flowspine::app {

struct EditorPlan {
    adapters::EditorFacts facts;
    // Session and theme outlive the editor.
    std::function<adapters::Editor*(session::DocumentSession&, const render::Theme&)> make;
};

class EditorShelf final : public QObject {
    Q_OBJECT

  public:
    // `theme` gives the one of the moment.
    EditorShelf(std::vector<EditorPlan> plans, session::DocumentSession& session,
                std::function<const render::Theme&()> theme, QObject* parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_plans.size()); }
    [[nodiscard]] const adapters::EditorFacts& facts(int index) const { return m_plans[at(index)].facts; }
    // Makes it, unless it was made.
    [[nodiscard]] adapters::Editor& editor(int index);
    // nullptr while it was not.
    [[nodiscard]] adapters::Editor* madeEditor(int index) const { return m_editors[at(index)]; }
    [[nodiscard]] std::vector<adapters::Editor*> madeEditors() const;
    // Makes what is left, one at a time between other events.
    void makeRestLater();

  signals:
    // Whoever hears it takes the editor into a window.
    void made(int index, flowspine::adapters::Editor* editor);

  private:
    [[nodiscard]] static std::size_t at(int index) { return static_cast<std::size_t>(index); }
    void makeNext();

    std::vector<EditorPlan> m_plans;
    std::vector<adapters::Editor*> m_editors;
    session::DocumentSession& m_session;
    std::function<const render::Theme&()> m_theme;
};

} // namespace flowspine::app
