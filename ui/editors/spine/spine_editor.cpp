#include "editors/spine/spine_editor.h"

#include "render/icon.h"
#include "render/look.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QToolButton>

namespace flowspine::editors {

using model::AnyId;

SpineEditor::SpineEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : Editor(parent), m_session(session), m_matrix(new SpineMatrixEditor(session, theme, this)),
      m_decisions(new DecisionsEditor(session, theme, this)), m_teams(new TeamsEditor(session, this)),
      m_pages(new QStackedLayout(this)), m_header(new QWidget(this)) {
    auto* row = new QHBoxLayout(m_header);
    row->setContentsMargins({});
    row->setSpacing(0);
    addPage(*m_matrix);
    addPage(*m_decisions);
    addPage(*m_teams);
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        render::setLook(*m_buttons[i], i == 0                      ? render::Look::segmentFirst
                                       : i + 1 == m_buttons.size() ? render::Look::segmentLast
                                                                   : render::Look::segment);
    m_buttons.front()->setChecked(true);
    setFocusProxy(m_matrix);
    // The window puts it beside the question; until then it is not seen.
    m_header->hide();
}

void SpineEditor::addPage(adapters::Editor& editor) {
    const auto page = static_cast<Page>(m_editors.size());
    m_editors.push_back(&editor);
    m_pages->addWidget(&editor);
    auto* button = new QToolButton(m_header);
    button->setText(editor.facts().title);
    button->setIcon(render::icon(editor.facts().iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_header->layout()->addWidget(button);
    m_buttons.push_back(button);
    connect(button, &QToolButton::clicked, this, [this, page] { show(page); });
    auto* action = new QAction(button->icon(), button->text(), this);
    connect(action, &QAction::triggered, this, [this, page] { show(page); });
    m_pageActions += action;
    connect(&editor, &Editor::showAsked, this, &Editor::showAsked);
    connect(&editor, &Editor::findingsAsked, this, &Editor::findingsAsked);
    connect(&editor, &Editor::zoomChanged, this, [this, &editor](int percent) {
        if (&current() == &editor) emit zoomChanged(percent);
    });
    // What is added is seen where it is added.
    for (QAction* action : editor.thingsToAdd()) {
        auto* shown = new QAction(action->text(), this);
        connect(shown, &QAction::triggered, this, [this, page, action] {
            show(page);
            action->trigger();
        });
        m_adders += shown;
    }
}

adapters::EditorFacts SpineEditor::about() {
    return {tr("Spine"), QStringLiteral("spine"),
            SpineMatrixEditor::about().kinds | DecisionsEditor::about().kinds | TeamsEditor::about().kinds};
}

adapters::Editor& SpineEditor::current() const {
    return *m_editors[static_cast<std::size_t>(m_pages->currentIndex())];
}

SpineEditor::Page SpineEditor::page() const {
    return static_cast<Page>(m_pages->currentIndex());
}

void SpineEditor::show(Page page) {
    const int index = static_cast<int>(page);
    m_buttons[static_cast<std::size_t>(index)]->setChecked(true);
    if (m_pages->currentIndex() == index) return;
    m_session.settleGesture();
    m_pages->setCurrentIndex(index);
    setFocusProxy(&current());
    current().setFocus(Qt::OtherFocusReason);
    emit questionChanged();
    emit zoomChanged(zoomPercent());
}

bool SpineEditor::reveal(const AnyId& id) {
    // The page that is the home of it, or of what it belongs to; what several show stays where people are.
    for (AnyId at = id; at; at = m_session.index().ownerOf(at)) {
        const std::optional<model::Kind> kind = model::kindOf(at);
        if (!kind) break;
        if (model::contains(current().facts().kinds, *kind)) return current().reveal(id);
        for (std::size_t i = 0; i < m_editors.size(); ++i)
            if (model::contains(m_editors[i]->facts().kinds, *kind)) {
                show(static_cast<Page>(i));
                return m_editors[i]->reveal(id);
            }
    }
    return current().reveal(id);
}

void SpineEditor::setTheme(const render::Theme& theme) {
    for (adapters::Editor* editor : m_editors) editor->setTheme(theme);
}

} // namespace flowspine::editors
